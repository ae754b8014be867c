"""The case file: its reference, where it stands, what is alleged, who may open it, and everything that ever happened to it."""
