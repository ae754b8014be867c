"""The safe-contact rule of a person in words: what nobody may forget before they ring, write or leave a message."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from putright.people.models import Person
from putright.people.same import protection

NEVER = {
    "no_phone": gettext_lazy("Do not ring"),
    "no_voicemail": gettext_lazy("Do not leave a message"),
    "no_email": gettext_lazy("Do not email"),
    "no_post": gettext_lazy("Do not send post"),
}


def rules(person: Person) -> list[str]:
    """One short sentence for each part of the rule; none when any way is safe. By the warnings of everybody who is one with
    them: a query for each person, so a list asks people.same.protections once and then `said`."""
    return said(protection(person).safe_contact)


def said(kept: Mapping[str, object]) -> list[str]:
    words = [str(sentence) for key, sentence in NEVER.items() if kept.get(key)]
    if kept.get("not_before"):
        words.append(_("Not before %(time)s") % {"time": kept["not_before"]})
    if kept.get("not_after"):
        words.append(_("Not after %(time)s") % {"time": kept["not_after"]})
    if kept.get("note"):
        words.append(str(kept["note"]))
    return words
