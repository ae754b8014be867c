"""Live chat: a conversation as it happens, kept as a contact."""
