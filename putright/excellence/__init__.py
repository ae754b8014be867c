"""The standard and what we can show for it: evidence, our own scores, gaps, owners, meetings, and who has a stake."""
