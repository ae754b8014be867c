"""What goes to the body that must deal with it, what comes back, and what came to us from another office."""
