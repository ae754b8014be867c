"""Everything the system does by itself, in one visible list, claimed with a lease so that any number of workers may run."""
