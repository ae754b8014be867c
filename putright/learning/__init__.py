"""Lessons, recommendations, boards’ actions, suggestions, and what is told to the public and to other offices."""
