PREFIX = "letters:"
