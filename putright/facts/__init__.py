"""What is counted, and the counts that are kept so that a month need not be counted anew."""
