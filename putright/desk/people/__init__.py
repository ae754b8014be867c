"""Pages about a person: who they are, how often they are in touch, who may be the same, what was agreed with them."""
