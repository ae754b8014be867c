"""Asking one question by link, reading what came back, meetings and their record, and the office's first steps."""
