"""What a handler does with a victim's review, with the recommendations, and with the Victims' Code."""
