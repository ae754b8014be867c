"""Asking how it was, reading every answer, and acting on an unhappy one."""
