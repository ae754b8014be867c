"""Letters: the scan or photo on one side, its words typed on the other."""
