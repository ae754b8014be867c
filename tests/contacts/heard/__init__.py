"""How people heard of us."""
