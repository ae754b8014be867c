"""Complaints about the team itself, sealed from the team."""
