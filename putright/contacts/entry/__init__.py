"""One screen for a contact that a handler writes down: on the telephone, at the counter, from a letter."""
