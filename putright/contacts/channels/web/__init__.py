"""The public's own form: one question a page, kept as it is written, sent once."""
