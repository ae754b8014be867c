"""The pages of reviews, of the team's lists, and of the Victims' Code."""
