"""All words we send, by any medium, in both languages; what is owed, what was sent, exactly as it was."""
