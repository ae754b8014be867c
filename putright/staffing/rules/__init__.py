"""The arithmetic of staffing, pure: no Django, no clock, no words for a screen."""
