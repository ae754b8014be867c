"""Text messages: two neutral ones, to a number where a message may be left."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.contacts.channels.email.addresses import message_id_for
from putright.letters.addressee import of, reach_of
from putright.letters.models import Letter
from putright.letters.rules import languages
from putright.people.gates import check
from putright.people.models import Handler
from putright.people.queries import office

from . import rules
from .refusals import NotTextable
from .words import TEXTS

KIND = "text"  # the kind of letter a text is; it keeps no promise (clocks/rules.py)


def can_be_texted(case: Case) -> bool:
    person = of(case).person
    return person is not None and rules.may_be_texted(reach_of(person), person.phone)


def said(case: Case, which: str, spoken: Iterable[str]) -> str:
    values = {"phone": office().contact.phone, "reference": case.reference}
    return "\n".join(TEXTS[which][language].format(**values) for language in spoken)


def previews(case: Case) -> dict[str, str]:
    """Each text exactly as it would go to them."""
    spoken = languages(of(case).language)
    return {which: said(case, which, spoken) for which in TEXTS}


@transaction.atomic
def write_text(case: Case, which: str, *, by: Handler, at: datetime) -> Letter:
    """Put a text to go out, in their language or both. `which` is a code of words.TEXTS; nothing can be typed into it.

    Refuses NotTextable where there is no mobile number, or no message may be left; NotAllowed by role."""
    check(by, "outbox.work")
    to = of(case)
    if to.person is None or not rules.may_be_texted(reach_of(to.person), to.person.phone):
        raise NotTextable
    spoken = languages(to.language)
    made = Letter(
        case=case, person=to.person, kind=KIND, language=to.language, medium=rules.TEXT, address=to.person.phone,
        subject="", body=said(case, which, spoken),
        values={"passages": list(spoken)}, made_at=at, by=by, message_id=message_id_for(case),
    )  # fmt: skip
    made.save()
    facts = {"letter": made.pk, "kind": KIND, "language": made.language, "medium": rules.TEXT, "which": which}
    write(case, Line("wrote", at, by, facts=facts))
    return made
