"""The pages: where people begin, what tells them, and the staff’s screen of services."""
