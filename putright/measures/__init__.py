"""What each figure is set beside: targets of the office and what others have; and the figures worked out from counts."""
