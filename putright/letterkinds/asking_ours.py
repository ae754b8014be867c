"""What a handler is asked for the letters in kinds_ours.py, and what those letters and their parts are called."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from design import fields

NAMES = {
    "thanks_told": _("We passed on your thanks"),
    "thanks_officer": _("Thanks for an officer"),
    "thanks_supervisor": _("Thanks, to those in charge"),
    "fraud_journey": _("Who deals with a report of fraud"),
    "introduction": _("Who we are, for a victim of crime"),
    "victim_review_asked": _("Victim’s review: we have your request"),
    "victim_review_reviewer": _("Victim’s review: who looks at it"),
    "victim_review_longer": _("Victim’s review: it takes longer"),
    "victim_review_result": _("Victim’s review: the result"),
    "assessor": _("Invitation to speak to an assessor"),
    "survey": _("Invitation to answer a survey"),
    "call_back": _("We tried to ring you"),
}
QUESTIONS = {
    "told_whom": (_("Who was told of their thanks?"), _("Enter who was told")),
    "new_date": (_("When will they hear?"), _("Enter when they will hear, with a day")),
    "visit": (_("When and where can they speak to the assessor? (optional)"), ""),
    "again": (_("When will you ring again?"), _("Enter the day and the time")),
}
RESULTS = [
    ("stands", _("The first decision stands")),
    ("charge", _("Overturned: somebody is charged")),
    ("cps", _("Overturned: it goes to the Crown Prosecution Service")),
    ("out_of_court", _("Overturned: dealt with out of court")),
    ("further", _("More must be found out, then a fresh decision")),
    ("not_covered", _("The scheme does not cover it")),
]
# The same in every language. `TYPED` are words; the rest are chosen from a list.
TYPED = {
    "crime_reference": (_("What is the crime reference?"), _("Enter the crime reference")),
    "reviewer": (_("Who looks at the decision?"), _("Enter the name and rank of whoever looks at it")),
    "assessor": (_("How is the assessor reached?"), _("Enter the assessor’s name, and a phone number or an email address")),
    "survey_link": (_("What is the address of the survey?"), _("Enter the address of the survey")),
}
ONCE: dict[str, Callable[[], Any]] = {
    name: partial(fields.Text, label, missing=missing) for name, (label, missing) in TYPED.items()
}
ONCE["result"] = partial(fields.Radios, _("What is the result of the review?"), RESULTS, missing=_("Choose the result"))
PARTS = {
    "who": _("who deals with it, or who was told"),
    "words": _("what the person wrote"),
    "us": _("who we are"),
    "can": _("what we can do"),
    "rights": _("what they can expect, and that they may complain"),
    "support": _("who helps victims"),
    "assessment": _("what the assessor does"),
    "request": _("what they asked for"),
    "reviewer": _("who looks at the decision, who had no part in it"),
    "when": _("when they will hear"),
    "why": _("why it takes longer"),
    "result": _("what came of the review"),
    "apart": _("that a review is no complaint"),
    "choice": _("that it is up to them"),
    "private": _("what happens with what they say"),
    "reply": _("how to answer"),
    "again": _("when we ring again"),
}
