"""Frequent callers of a month, and from how many contacts somebody is one."""
