"""Everything that comes in, by any channel, lighter than a case: one screen, seconds.

A contact opens or joins a case, or is settled at once."""
