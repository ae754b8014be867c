"""Who else is kept informed of a complaint (PRA 2002 s.21)."""
