"""Text messages: two neutral ones, to a number where a message may be left."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.contacts.channels.email.addresses import message_id_for
from putright.interested.rules import languages
from putright.letters.addressee import of
from putright.letters.models import Letter
from putright.people.gates import check
from putright.people.models import Handler
from putright.people.queries import office

from . import rules
from .models import TextTemplate
from .refusals import NoTemplate, NotTextable
from .words import TEXTS

KIND = "text"  # the kind of letter a text is; it keeps no promise (clocks/rules.py)


def said(case: Case, which: str, spoken: Iterable[str], phone: str) -> str:
    values = {"phone": phone, "reference": case.reference}
    return "\n".join(TEXTS[which][language].format(**values) for language in spoken)


def offered(case: Case) -> tuple[dict[str, str], bool]:
    """Each text exactly as it would go to them, and whether they can be texted."""
    to = of(case)
    person, phone = to.person, office().contact.phone
    texts = {which: said(case, which, languages(to.language), phone) for which in TEXTS}
    return texts, person is not None and rules.may_be_texted(to.reach, person.phone)


@transaction.atomic
def write_text(case: Case, which: str, *, by: Handler, at: datetime) -> Letter:
    """Put a text to go out, in their language or both. `which` is a code of words.TEXTS; nothing can be typed into it.

    Refuses NotTextable where there is no mobile number, or no message may be left; NotAllowed by role."""
    check(by, "outbox.work")
    to = of(case)
    if to.person is None or not rules.may_be_texted(to.reach, to.person.phone):
        raise NotTextable
    spoken = languages(to.language)
    made = Letter(
        case=case, person=to.person, kind=KIND, language=to.language, medium=rules.TEXT, address=to.person.phone,
        subject="", body=said(case, which, spoken, office().contact.phone),
        values={"passages": list(spoken)}, made_at=at, by=by, message_id=message_id_for(case),
    )  # fmt: skip
    made.save()
    facts = {"letter": made.pk, "kind": KIND, "language": made.language, "medium": rules.TEXT, "which": which}
    write(case, Line("wrote", at, by, facts=facts))
    return made


@transaction.atomic
def name_template(number: str, since: date, why: str, *, by: Handler, at: datetime) -> TextTemplate:
    """From that day texts go by this template of GOV.UK Notify, which holds one place, ((message)); with no number none go.

    Refuses NoTemplate for what cannot be a number of theirs, NotAllowed by role. Earlier rows stay as they were."""
    check(by, "outbox.template")
    try:
        kept = str(UUID(number.strip())) if number.strip() else ""
    except ValueError:
        raise NoTemplate from None
    return TextTemplate.objects.create(number=kept, since=since, why=why[:200], by=by, at=at)
