"""Improvements: the rolling programme of what is changed, and whether it helped, measured before and after."""
