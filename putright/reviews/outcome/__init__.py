"""The test of the outcome, what is recommended, and what the authority answers."""
