"""How letters leave: by e-mail, text message and paper; what came back; what may not go, and what is held back."""
