"""The complainant’s right to a review: is it in time, is it ours, was the outcome reasonable, and what comes of it."""
