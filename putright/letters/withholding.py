"""Holding something back that the law says must be told: on which grounds, and what the letter says instead.

PRA 2002 s.20(6) and CMR 2020 reg 35 let information be withheld on these grounds only, and only where telling it would be a
real risk of a significant adverse effect; CMR 2020 reg 3 lets the copy for the officer be kept from them. The letter
says that something is held back, by which provision, and when it
is looked at again; never the ground, which could itself tell."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from design.dates import day
from putright.cases.models import Case

from .models import Withheld
from .refusals import HeldBack

LAW = "PRA 2002 s.20(6); CMR 2020 reg 35"
GROUNDS = {
    "proceedings": _("Criminal proceedings: it may be used in them, or could harm them"),
    "security": _("National security"),
    "crime": _("Preventing or detecting crime, or bringing somebody to justice"),
    "proportionate": _("Telling it would be out of proportion"),
    "public_interest": _("The public interest"),
}
# What the law makes us tell, by the handler's own words that tell it (kinds.py): the duty that reg 35 limits.
PARTS = {
    "progress": (("update", "interested_update"), _("What has been done, in letters that say how things stand")),
    "next_step": (("update", "interested_update"), _("What happens next, in letters that say how things stand")),
    "outcome": (("outcome", "interested_outcome"), _("The result, in the letter with the result")),
    "reasons": (("outcome", "interested_outcome"), _("How the result was reached, in the letter with the result")),
    "change": (("outcome", "findings", "interested_outcome"), _("What has changed, in the letter with the result")),
    "copy": ((), _("The copy of the complaint for the officer: it is then not sent at all")),
}
# Letters that are not written at all meanwhile: they tell what is held back by what is on the case, or are nothing else.
NOT_AT_ALL = {"outcome": ("findings", "no_action"), "reasons": ("findings",), "copy": ("subject_copy",)}
_TOUCHED = {kind for kinds in (*NOT_AT_ALL.values(), *(kinds for kinds, _words in PARTS.values())) for kind in kinds}
SAYS = {
    "en": (
        "The law lets us hold some information back, and we have had to do that here: regulation 35 of the Police "
        "(Complaints and Misconduct) Regulations 2020. Two people agreed to it. We will look at this again by {day}."
    ),
    "cy": (
        "Mae’r gyfraith yn gadael inni ddal rhywfaint o wybodaeth yn ôl, ac rydym wedi gorfod gwneud hynny yma: rheoliad 35 "
        "o Reoliadau’r Heddlu (Cwynion a Chamymddwyn) 2020. Cytunodd dau berson ar hynny. Byddwn yn edrych ar hyn eto "
        "erbyn {day}."
    ),
}


def in_force(case: Case) -> dict[str, Withheld]:
    """What is held back on the case now, by part: agreed by a second person and not ended. One query."""
    rows = Withheld.objects.filter(case=case, ended_at=None).exclude(agreed_by=None)
    return {row.part: row for row in rows}


def applied(case: Case, kind: str, given: Mapping[str, str]) -> Mapping[str, str]:
    """The handler's own words, with what the law lets us say in the place of every part that is held back. Refuses HeldBack for
    a letter that would tell it all the same. No query for a kind that tells nothing of the sort."""
    if kind not in _TOUCHED:
        return given
    rows = in_force(case)
    if any(kind in NOT_AT_ALL.get(part, ()) for part in rows):
        raise HeldBack
    held = {part: row for part, row in rows.items() if kind in PARTS[part][0]}
    said = {
        f"{part}_{language}": words.format(day=day(row.look_again_on, language))
        for part, row in held.items()
        for language, words in SAYS.items()
    }
    return {**given, **said}
