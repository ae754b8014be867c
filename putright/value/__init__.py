"""What the service costs, what it saves, and what came of it, with everything it rests on beside it."""
