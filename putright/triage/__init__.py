"""The questions, the finding, and the person's decision with its reason. The machine finds; a named person decides."""
