"""What an outside group should hear of our cases, and what came back."""
