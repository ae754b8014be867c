"""How an office lays out its boards' reports."""
