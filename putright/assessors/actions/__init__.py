"""What can be done here: the cycle, the pack, and the people."""
