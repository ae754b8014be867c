"""What each of us sees of today and of the month, on one page that opens into the lists behind it."""
