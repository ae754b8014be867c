"""The counter: a terminal or a handed-over phone in a public place."""
