"""How an office lays out its boards' reports, and what it sets its figures beside."""
