"""There and then."""
