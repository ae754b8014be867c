"""What is really in a file: by its bytes, within our own caps, whatever its name or its headers say. No Django here."""
