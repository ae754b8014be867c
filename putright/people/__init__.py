"""People: who complains, who speaks for them, who is complained of, and who works here."""
