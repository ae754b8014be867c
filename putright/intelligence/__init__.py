"""Information about a crime from somebody who will not go to Crimestoppers: sealed, handed over, and then gone from here."""
