"""Forms half filled in: kept as they are written, found again by their code alone, forgotten after 28 days (portal.begun).

A draft is nobody's case yet, so keeping one writes no event; sending it does (actions.send)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction
from django.db.models import QuerySet

from putright.contacts.models import Draft
from putright.documents import held

from . import codes
from .answers import Answers

KEPT_FOR = timedelta(days=28)


@dataclass(frozen=True)
class Open:
    """A draft with the code that opened it: the code is with the person, and we do not keep it."""

    draft: Draft
    code: str

    @property
    def answers(self) -> Answers:
        return Answers(self.draft.answers)


def alive(at: datetime) -> QuerySet[Draft]:
    return Draft.objects.filter(changed_at__gt=at - KEPT_FOR)


def old(at: datetime) -> QuerySet[Draft]:
    """Those to be forgotten. No code opens them any more."""
    return Draft.objects.filter(changed_at__lte=at - KEPT_FOR)


def find(typed: str, *, at: datetime) -> Open | None:
    """The draft that code opens; None for a wrong code, and the same for one that has been forgotten."""
    code = codes.read(typed)
    if not code:
        return None
    draft = alive(at).select_related("sent__case", "sent__person").filter(secret_digest=codes.digest(code)).first()
    return Open(draft, code) if draft else None


def start(*, language: str, at: datetime) -> Open:
    """Begin a form. It is kept with its first answer."""
    code = codes.make()
    draft = Draft(secret_digest=codes.digest(code), key=uuid4(), language=language, started_at=at, changed_at=at)
    return Open(draft, code)


@transaction.atomic
def keep(found: Open, page: str, boxes: Mapping[str, list[str]], *, language: str, at: datetime) -> Open:
    """Keep what was typed on one page, right or wrong. Two pages kept at once are both kept. A sent form is left alone."""
    if found.draft.pk is None:
        draft = found.draft
    else:
        draft = Draft.objects.select_for_update().get(pk=found.draft.pk)
    if draft.sent_id is None:
        draft.answers = Answers(draft.answers).with_page(page, boxes).kept
        draft.language, draft.changed_at = language, at
        draft.save()
        if page == "files" or draft.answers.get("files"):
            held.hold_longer(draft.key, at=at)
    return Open(draft, found.code)


def forget(found: Open) -> None:
    """Throw away a form that was not sent, because the person asked to."""
    if Draft.objects.filter(pk=found.draft.pk, sent=None).delete()[0]:
        held.let_go(found.draft.key)
