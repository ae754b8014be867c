"""Putright: the front door for police complaints in England and Wales."""
