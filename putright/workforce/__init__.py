"""The people who do the work: what they learned, what they know, who is coming, and the thanks they get."""
