"""Faces of the sample: what I have to look at, the draws, the figures, the lists."""
