"""The law on a screen."""
