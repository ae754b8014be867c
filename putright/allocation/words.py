"""The words for bodies, parts of a pack and reasons."""

from django.utils.translation import gettext_lazy as _

BODIES = {
    "standards": _("Professional standards"),
    "commissioner": _("The commissioner’s office"),
    "iopc": _("The Independent Office for Police Conduct (IOPC)"),
    "panel": _("The police and crime panel"),
    "other_force": _("Another police force"),
}
REASONS = {
    "standards": _(
        "It is about the force or somebody in it below the Chief Constable, so professional standards deal with it."
    ),
    "standards.refer": _(
        "It must be referred to the IOPC. The chief officer must do that, so pass it to professional standards at once."
    ),
    "commissioner": _("It is about the Chief Constable’s own conduct, so the commissioner deals with it."),
    "commissioner.refer": _(
        "It is about the Chief Constable’s own conduct and must be referred to the IOPC. The commissioner must do that."
    ),
    "panel": _("It is about the commissioner or the deputy, so the police and crime panel deals with it."),
    "other_force": _("It is about another police force, so that force deals with it."),
}
# What is missing, and how to mend it: shown one by one, each leading to the case page.
PARTS = {
    "received": _("When it was received is missing."),
    "complainant": _("Who complains is missing. Add a name, or mark the person as anonymous."),
    "safe_way": _("A safe way to reach the person is missing. Add an email, phone number or address they agree to."),
    "words": _("What the person told us is missing. Add their words."),
    "allegations": _("The allegations are missing. Add at least one, with its category."),
    "officers": _("Who it is about is missing. Add the officer, or “not identified”, or the force itself."),
    "decision": _("The decision is missing. Decide how it must be dealt with first."),
    "when": _("When it happened is missing. Add the day, or the person’s own words for it."),
    "where": _("Where it happened is missing. Add the place."),
}
ASKS = {
    "apology": _("Apologise"),
    "explanation": _("Explain what happened"),
    "update": _("Tell them how their matter stands"),
    "property": _("Give something back"),
    "service": _("Look at how the service works for them"),
    "other": _("Something else that would put it right"),
    "investigate": _("Investigate what somebody did"),
    "order": _("Give an officer an order"),
}
DID = {
    "apology": _("Apologised"),
    "explanation": _("Explained what happened"),
    "action": _("Did something about it"),
    "other": _("Something else"),
}
CONTENT = {"yes": _("They are content"), "no": _("They are not content"), "not_known": _("Not known")}
