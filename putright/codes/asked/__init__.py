"""The few questions each kind of contact asks: dated rows, never rewritten, changed by a supervisor."""
