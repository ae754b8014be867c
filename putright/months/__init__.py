"""Reports for boards: frozen, explained, signed by a second person, sent."""
