"""What a kind of contact counts as: the four that triage, the month and the letters know. No office changes these."""

from datetime import date

from .rules import Row, Rows

BEGAN = date(2020, 2, 1)
COUNTED = Rows(
    (
        Row("complaint", "Complaint", "Cwyn", BEGAN),
        Row("dissatisfaction", "Unhappy", "Anfodlon", BEGAN),
        Row("enquiry", "Question", "Cwestiwn", BEGAN),
        Row("compliment", "Thanks", "Diolch", BEGAN),
    )
)
