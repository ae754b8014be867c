"""What the public and other offices read."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from putright.people.gates import check
from putright.people.models import Handler

from ..models import Enquiry, Practice, Rendering, YouSaid
from ..naming import check_names_nobody
from ..refusals import BothLanguages, SecondPerson, TakenBack


@dataclass(frozen=True)
class Told:
    you_en: str
    you_cy: str
    we_en: str
    we_cy: str


@transaction.atomic
def say(told: Told, *, by: Handler, at: datetime) -> YouSaid:
    """Write what people said and what we did. Nobody outside sees it yet.
    Refuses BothLanguages, PointsAtSomebody, NotAllowed."""
    check(by, "learning.note")
    if not all(words.strip() for words in vars(told).values()):
        raise BothLanguages
    check_names_nobody(*vars(told).values())
    return YouSaid.objects.create(at=at, by=by, **vars(told))


@transaction.atomic
def sign(row: YouSaid, *, by: Handler, at: datetime) -> YouSaid:
    """A second person lets it be public. Signed twice is signed once.
    Refuses SecondPerson, TakenBack, PointsAtSomebody, NotAllowed."""
    check(by, "learning.note")
    row = YouSaid.objects.select_for_update().get(pk=row.pk)
    if row.ended_at:
        raise TakenBack
    if row.by_id == by.pk:
        raise SecondPerson
    check_names_nobody(row.you_en, row.you_cy, row.we_en, row.we_cy)
    if row.signed_at is None:
        row.signed_at, row.signed_by = at, by
        row.save(update_fields=["signed_at", "signed_by"])
    return row


@transaction.atomic
def take_back(row: YouSaid, *, by: Handler, at: datetime) -> None:
    """Nobody outside sees it any more; the row is kept. Refuses NotAllowed."""
    check(by, "learning.note")
    YouSaid.objects.filter(pk=row.pk, ended_at=None).update(ended_at=at, ended_by=by)


@dataclass(frozen=True)
class Works:
    title: str
    problem: str
    did: str
    evidence: str
    contact: str
    link: str = ""
    language: str = "en"


@transaction.atomic
def note_practice(works: Works, *, by: Handler, at: datetime) -> Practice:
    """Write down what works here, for other offices. Refuses PointsAtSomebody, NotAllowed."""
    check(by, "learning.note")
    check_names_nobody(works.title, works.problem, works.did, works.evidence, reach=[works.contact])
    return Practice.objects.create(at=at, by=by, **vars(works))


@dataclass(frozen=True)
class Rendered:
    title: str
    problem: str
    did: str
    evidence: str
    contact: str


@transaction.atomic
def render_practice(row: Practice, words: Rendered, *, by: Handler, at: datetime) -> Rendering:
    """Write it in the other language, or write that anew: it awaits a translator again. What is public then is no longer:
    nobody has read it. Refuses PointsAtSomebody, NotAllowed."""
    check(by, "learning.note")
    check_names_nobody(words.title, words.problem, words.did, words.evidence, reach=[words.contact])
    Practice.objects.filter(pk=row.pk).update(published_at=None, published_by=None)
    written = vars(words) | {"at": at, "by": by, "read_at": None, "read_by": None}
    return Rendering.objects.update_or_create(practice=row, defaults=written)[0]


@transaction.atomic
def read_practice(row: Practice, *, by: Handler, at: datetime) -> None:
    """A second person, who writes that language well, has read the rendering. Read twice is read once.
    Refuses SecondPerson, BothLanguages where there is none, NotAllowed."""
    check(by, "learning.note")
    held = Rendering.objects.select_for_update().filter(practice=row).first()
    if held is None:
        raise BothLanguages
    if held.by_id == by.pk:
        raise SecondPerson
    Rendering.objects.filter(pk=held.pk, read_at=None).update(read_at=at, read_by=by)


@transaction.atomic
def publish(row: Practice, *, by: Handler, at: datetime) -> None:
    """Whoever did not write the second of its languages puts it on the public list: each is then read by somebody who did not
    write it. Anybody takes it off again. Refuses SecondPerson, BothLanguages, PointsAtSomebody, NotAllowed."""
    check(by, "learning.note")
    row = Practice.objects.select_for_update().get(pk=row.pk)
    if not row.published_at:
        _may_be_public(row, by)
    row.published_at, row.published_by = (None, None) if row.published_at else (at, by)
    row.save(update_fields=["published_at", "published_by"])


def _may_be_public(row: Practice, by: Handler) -> None:
    """Refuses as `publish` does."""
    rendering = Rendering.objects.filter(practice=row).first()
    if rendering is None:
        raise BothLanguages
    if rendering.by_id == by.pk:
        raise SecondPerson
    for one in (row, rendering):
        check_names_nobody(one.title, one.problem, one.did, one.evidence, reach=[one.contact])


@dataclass(frozen=True)
class Inquiry:
    """Who asked, what, and what we answered, on which day."""

    who: str
    words: str
    on: date
    answer: str = ""


@transaction.atomic
def note_enquiry(asked: Inquiry, practice: Practice | None = None, *, by: Handler, at: datetime) -> Enquiry:
    """Keep that another office asked. Refuses NotAllowed."""
    check(by, "learning.note")
    return Enquiry.objects.create(practice=practice, at=at, by=by, **vars(asked))
