"""The handler's home: my work, search, and the case on one page."""
