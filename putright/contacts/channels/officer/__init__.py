"""What others heard first: settled there and then by a supervisor or 101 and looked over by the team, or passed to it."""
