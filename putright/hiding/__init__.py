"""Which small numbers are not shown, and which others with them."""
