"""Pages of somebody's own page, and the staff's about it."""
