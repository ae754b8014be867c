"""Calls that are listened to again and scored, by somebody of another unit."""
