"""The screens of learning, and the two pages anybody may read."""
