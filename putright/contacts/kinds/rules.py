"""The kinds the code knows by name, and what may come of a suggestion."""

INTELLIGENCE = "intelligence"  # its words are never written here: putright/intelligence
SUGGESTION = "suggestion"
GENERAL = "enquiry"  # what "something else" on the public form is
CAME_OF = ("done", "looking", "not_now")
