"""What somebody said about the police on social media, as a handler saw it."""
