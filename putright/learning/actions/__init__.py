"""What can be done here, by subject."""
