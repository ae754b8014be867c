"""What a contact is about, beyond what it counts as: its kind from the dated list, and that kind's few answers."""
