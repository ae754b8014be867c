"""The law on the screen: as of any day, what changed between two, why a case stands as it does, and a sheet to try."""
