"""The team's pages, and those of people from outside."""
