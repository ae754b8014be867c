"""What letters there are, and what each says."""
