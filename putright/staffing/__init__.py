"""The right number of people: how many the telephone and the rest need, and what a vacancy does."""
