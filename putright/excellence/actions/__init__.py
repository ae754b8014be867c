"""What can be done here: evidence, and the standard itself."""
