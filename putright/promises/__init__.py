"""What the office promises, and the days it does not work: asked for by one person, agreed by another, dated, never rewritten."""
