"""The public's home: start, what to expect, accessibility, privacy."""
