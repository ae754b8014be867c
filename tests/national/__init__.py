"""The national return."""
