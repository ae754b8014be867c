"""The team is asked how it is to work here, and nobody can tell who said what."""
