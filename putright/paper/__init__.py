"""Words drawn on paper."""
