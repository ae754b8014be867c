"""Putting it right there and then, or soon, when it need not be recorded (PRA 2002 Sch 3 para 2(6C))."""
