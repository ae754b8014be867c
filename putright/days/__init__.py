"""How the team’s days go: a week written down by each for themselves, of which only sums of all stay."""
