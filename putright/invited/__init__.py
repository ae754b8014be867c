"""Who may be asked how it was, and the code by which they answer. What is asked, and what they said: the room `surveys`."""
