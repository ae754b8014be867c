"""What a handler is asked for the letters in kinds_ours.py, and what those letters and their parts are called."""

from django.utils.translation import gettext_lazy as _

NAMES = {
    "thanks_told": _("We passed on your thanks"),
    "thanks_officer": _("Thanks for an officer"),
    "thanks_supervisor": _("Thanks, to those in charge"),
    "fraud_journey": _("Who deals with a report of fraud"),
    "introduction": _("Who we are, for a victim of crime"),
    "victim_review_asked": _("Victim’s review: we have your request"),
    "victim_review_longer": _("Victim’s review: it takes longer"),
    "victim_review_result": _("Victim’s review: the result"),
    "assessor": _("Invitation to speak to an assessor"),
    "survey": _("Invitation to answer a survey"),
    "call_back": _("We tried to ring you"),
}
QUESTIONS = {
    "told_whom": (_("Who was told of their thanks?"), _("Enter who was told")),
    "crime_reference": (_("What is the crime reference?"), _("Enter the crime reference")),
    "reviewer": (_("Who looks at the decision?"), _("Enter the name and rank of whoever looks at it")),
    "new_date": (_("When will they hear?"), _("Enter when they will hear, with a day")),
    "result": (_("What is the result of the review?"), _("Choose the result")),
    "visit": (_("When and where can they speak to the assessor? (optional)"), ""),
    "assessor": (
        _("How is the assessor reached?"),
        _("Enter the assessor’s name, and a phone number or an email address"),
    ),
    "survey_link": (_("What is the address of the survey?"), _("Enter the address of the survey")),
    "again": (_("When will you ring again?"), _("Enter the day and the time")),
}
CHOICES = {
    "result": [
        ("stands", _("The first decision stands")),
        ("charge", _("Overturned: somebody is charged")),
        ("cps", _("Overturned: it goes to the Crown Prosecution Service")),
        ("out_of_court", _("Overturned: dealt with out of court")),
        ("further", _("More must be found out, then a fresh decision")),
        ("not_covered", _("The scheme does not cover it")),
    ],
}
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
    "answer": _("how to answer"),
    "again": _("when we ring again"),
}
