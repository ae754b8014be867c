"""Promises with dates: due, kept, missed, each with its working-out. Worked out from the log whenever shown."""
