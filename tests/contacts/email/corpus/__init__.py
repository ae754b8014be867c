"""Messages made by hand, each to be hard to read in one way, with what must become of it."""
