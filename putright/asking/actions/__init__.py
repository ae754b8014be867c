"""What a person can do here, by what it is about."""
