"""Letters of a review that wait for a person: no address is held, or the words are not in the reader's language. No writes."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.cases.models import Case
from putright.cases.refusals import Refused
from putright.interested.rules import languages
from putright.letterkinds.asked import NAMES
from putright.letterkinds.kinds import KINDS
from putright.letterkinds.of_reviews import letter_values
from putright.letterkinds.parts import BODIES, COMPLAINANT, FORCE
from putright.letters import addressee
from putright.letters.rules import NONE, medium
from putright.people.queries import office

from .due import Due, due
from .queries import held

ADDRESS, WORDS = "address", "words"


@dataclass(frozen=True)
class Waits:
    """One letter that waits: of which case, what, to whom, what is wanting (a code), and the page where it is written."""

    case: Case
    what: str
    who: str
    wants: str
    href: str


def to_given(to: str) -> dict[str, str]:
    """What a letter is told of its reader: nothing for the complainant, for the force the address the office wrote down last."""
    if to == COMPLAINANT:
        return {}
    now = held() if to == FORCE else None
    return {"to": to} | ({"to_email": now.email, "to_address": now.address} if now else {})


def lacks(one: Due) -> str:
    """ADDRESS or WORDS, or nothing: then the rounds write it. The complainant’s own goes however they can be reached, and is
    kept for a person to tell where there is no safe way."""
    case = one.event.case
    try:
        to = addressee.to(case, to_given(one.to))
    except Refused:
        return ADDRESS
    if one.to != COMPLAINANT and medium(to.reach) == NONE:
        return ADDRESS
    kind = KINDS[one.kind]
    wanted = [name for name in kind.asks if name not in kind.optional]
    return WORDS if any(not _said(case, one.kind, language, wanted) for language in languages(to.language)) else ""


def _said(case: Case, kind: str, language: str, wanted: list[str]) -> bool:
    known = letter_values(case, language).get(kind, {}) if wanted else {}
    return all(known.get(name) for name in wanted)


def waiting(cases: QuerySet[Case], at: datetime) -> list[Waits]:
    """Of those cases, longest ago first. One query where no review was asked for lately."""
    found = ((one, lacks(one)) for one in due(at, cases))
    return [_shown(one, wants) for one, wants in found if wants]


def _shown(one: Due, wants: str) -> Waits:
    case, chosen = one.event.case, urlencode({"kind": one.kind, "to": one.to})
    href = f"{reverse('letters:new', args=[case.reference])}?{chosen}"
    return Waits(case, str(NAMES[one.kind]), _who(case, one.to), wants, href)


def _who(case: Case, to: str) -> str:
    language = "cy" if get_language() == "cy" else "en"
    if to in BODIES:
        return addressee.body_name(to, office(), language)
    if to == COMPLAINANT:
        return case.complainant.name if case.complainant else _("No name given")
    allowed = ("interested", "subject")
    return dict(addressee.choices(case, allowed, language)).get(to, "")
