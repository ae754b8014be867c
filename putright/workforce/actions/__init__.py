"""What can be done here: learning, writing down what we know, posts and who is coming, and thanks."""
