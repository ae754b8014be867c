"""Ringing back one victim in so many, asking how it went, and putting right there and then what can be."""
