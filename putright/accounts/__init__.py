"""Who has a log-in, and what changed about it: opened, changed and closed by two people, never by one."""
