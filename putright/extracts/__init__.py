"""Ask your own question: what, which of them, which columns; look at it, keep it, share it, take it away."""
