"""The pages: the board and its elements, the evidence, the standards, the meetings."""
