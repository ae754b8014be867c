"""Early warnings: a reason or an area that departs from its own past, with the working shown."""
