"""What people here choose from: dated lists of codes, changed by a supervisor, never rewritten under an old case."""
