"""Looking at walls: who is kept out of what, and whether it is them."""
