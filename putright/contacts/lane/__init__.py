"""The slow lane: what slows a flood of forms and never refuses a person. No picture puzzles, and nobody else is told."""
