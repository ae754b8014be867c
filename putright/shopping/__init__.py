"""Mystery visits of counters and web pages: somebody nobody there knows tries it as the public would."""
