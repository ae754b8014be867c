"""Linking cases that are about the same incident or the same matter."""
