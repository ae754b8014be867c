"""A survey asked of a group."""
