"""What another body says it has, against what we sent."""
