"""Letters about a review that go unasked. README.md."""
