"""Calls: what the exchange tells us of them, who is ringing, and how long people waited."""
