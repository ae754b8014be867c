"""The national return: what each complaint must say, what is missing, and the rows that are sent."""
