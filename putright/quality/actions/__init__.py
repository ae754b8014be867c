"""Drawing the sample, looking at it, and setting what is looked at."""
