"""Everything that comes in, by any channel, lighter than a case: one screen, seconds. Opens or joins a case, or is settled at once."""
