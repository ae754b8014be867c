"""The words for reasons, for what a pack lacks and withholds, and for what a referral says."""

from django.utils.translation import gettext_lazy as _

from putright.allocation.words import BODIES as BODIES

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
    "criterion": _("The criterion for referral is missing. Answer the questions about referral and decide."),
    "referral": _("What the IOPC asks of a referral is missing. Write it down."),
    "receiver": _("Which body it is for is missing. Choose or write its name below."),
    "agreed": _("Whether the person agrees that they are told is missing. Ask them, then say so below."),
}
# Where each is mended: the page, for the case's reference; what is mended below on the same page has none.
MENDED = {
    "allegations": ("cases:allege", _("Write down an allegation")),
    "officers": ("cases:name_officer", _("Say who it is about")),
    "decision": ("triage:ask", _("Decide how it must be dealt with")),
    "criterion": ("triage:ask", _("Answer the questions about referral")),
    "referral": ("packs:referral", _("Write what the IOPC asks")),
    "receiver": ("", ""),
    "agreed": ("", ""),
}
ON_THE_CASE = ("desk:case", _("Mend it on the case page"))
PARTS_NAMED = {
    "received": _("When it was received"),
    "complainant": _("The person"),
    "safe_way": _("A safe way to reach the person"),
    "words": _("What they told us"),
    "allegations": _("Allegations"),
    "officers": _("Who it is about"),
    "decision": _("The decision"),
    "decisions": _("The decision"),
    "when": _("When it happened"),
    "where": _("Where"),
    "criterion": _("The criterion for referral"),
    "referral": _("What the IOPC asks of a referral"),
    "recovery": _("What was said while putting it right"),
    "documents": _("Documents"),
}
GROUNDS = {
    "inadmissible": _("The law keeps it out of what follows."),
    "sealed_file": _("It could do harm. It is kept as it came."),
    "not_needed": _("They do not need it to help the person."),
}
LEVELS = {"normal": _("Normal"), "sensitive": _("Sensitive"), "sealed": _("Sealed")}
REFERRAL = {
    "injuries": _("Injuries, and how they came about"),
    "evidence": _("What is kept as evidence: body-worn video, CCTV, custody records"),
    "scenes": _("Places that are sealed off or were looked at"),
    "family": _("Who is in touch with the family"),
    "community": _("How people near by may take it"),
    "media": _("What the media know"),
    "other_agencies": _("Other bodies that are involved"),
    "proceedings": _("Criminal or inquest proceedings"),
    "urgent_call": _("Whether the IOPC was rung, when, and by whom"),
}
FILES = {
    "pdf": _("To read and print (PDF)"),
    "json": _("For another system (JSON)"),
    "csv": _("In the words of Centurion (CSV)"),
    "zip": _("All of it with its documents (ZIP)"),
}
