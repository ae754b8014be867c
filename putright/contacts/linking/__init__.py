"""Saying that two cases are about the same incident, or are the same matter told twice. Each stays a case of its own."""
