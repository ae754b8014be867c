"""Questions about letters on their way. Cases come in from the door; nothing here opens one."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from gateways import notify
from putright.cases.models import Case
from putright.contacts.channels.email.models import Bounce
from putright.documents.models import Document
from putright.letters.models import FAILED, GOING, KEPT, MADE, STOPPED, UNCERTAIN, Enclosed, Letter, Withheld
from putright.letters.queries import among
from putright.letters.rules import POST
from putright.people.models import Handler

from .models import Batch, InBatch, Notified, Returned, TextTemplate

PAGE = 50
TROUBLED = (UNCERTAIN, FAILED, KEPT, STOPPED)
LIGHT = ("pdf", "values", "body")  # what no list needs
LATELY = timedelta(days=60)  # a bounce older than that was looked at, or is of history


def outbox(cases: QuerySet[Case], *, before: int | None) -> list[Letter]:
    """One page of letters, newest first, those older than `before`; one more than a page says that there is a next."""
    shown = among(cases).exclude(status__in=TROUBLED).defer(*LIGHT).order_by("-pk")
    return list((shown.filter(pk__lt=before) if before else shown)[: PAGE + 1])


def troubled(cases: QuerySet[Case]) -> list[Letter]:
    """Letters a person must do something about, oldest first: those that did not go, and those that came back."""
    back = Exists(Returned.objects.filter(letter=OuterRef("pk"), seen_to_at=None))
    return list(among(cases).filter(Q(status__in=TROUBLED) | back).defer(*LIGHT).order_by("pk")[:PAGE])


def waiting_to_go(limit: int, *, at: datetime) -> list[Letter]:
    """Letters that go by themselves now, oldest first: not those a person may still pull back, nor those printed here."""
    mine = Q(by=None, made_at__lte=at) | Q(made_at__lte=at - timedelta(minutes=settings.COOL_OFF)) | Q(status=GOING)
    waiting = Letter.objects.filter(mine, status__in=(MADE, GOING))
    waiting = (
        waiting.exclude(printed_here()) if settings.NOTIFY_PRINTS and notify.notify() else waiting.exclude(medium=POST)
    )
    return list(waiting.only("pk", "made_at", "again").order_by("made_at")[:limit])


def printed_here() -> Q:
    """On paper and printed by us though GOV.UK Notify prints the rest: something goes with it, or it is in a batch."""
    with_it = Exists(Enclosed.objects.filter(letter=OuterRef("pk")))
    in_batch = Exists(InBatch.objects.filter(letter=OuterRef("pk"), left_out=False))
    return Q(medium=POST) & (Q(with_it) | Q(in_batch))


def to_print(cases: QuerySet[Case], *, at: datetime) -> QuerySet[Letter]:
    """Letters that wait for the printer, oldest first. What somebody just wrote may still be pulled back."""
    cool = Q(by=None) | Q(made_at__lte=at - timedelta(minutes=settings.COOL_OFF))
    found = Letter.objects.filter(cool, case__in=cases, medium=POST, status=MADE).select_related("case", "person")
    if settings.NOTIFY_PRINTS and notify.notify():
        found = found.filter(printed_here())
    return found.order_by("made_at", "pk")


def in_batch(batch: Batch) -> list[Letter]:
    """The letters of a batch in their places, but for those left out."""
    rows = InBatch.objects.filter(batch=batch, left_out=False).select_related("letter__case", "letter__person")
    return [row.letter for row in rows.order_by("place")]


def batches() -> list[Batch]:
    """The last batches, newest first."""
    return list(Batch.objects.select_related("by", "printed_by").order_by("-pk")[:20])


def back(letter: Letter) -> Returned | None:
    return Returned.objects.filter(letter=letter).first()


def notified(letter: Letter) -> Notified | None:
    return Notified.objects.filter(letter=letter).first()


def back_on(case: Case) -> list[Returned]:
    """Letters of a case that came back and nobody has seen to yet. One query."""
    found = Returned.objects.filter(letter__case=case, seen_to_at=None).select_related("letter")
    return list(found.defer(*(f"letter__{name}" for name in LIGHT)).order_by("pk"))


def unread_bounces(limit: int, *, at: datetime) -> list[Bounce]:
    """Letters that came back by e-mail and that nobody here has looked at, oldest first."""
    looked = Exists(Returned.objects.filter(bounce=OuterRef("pk")))
    found = Bounce.objects.filter(~looked, at__gt=at - LATELY, case__isnull=False).exclude(action="delayed")
    return list(found.exclude(message_id="").order_by("at", "pk")[:limit])


def to_look_at(limit: int, *, at: datetime) -> list[Notified]:
    """Messages whose carrier is to be asked again what became of them."""
    return list(Notified.objects.filter(look_at__lte=at).order_by("look_at")[:limit])


def withheld_on(case: Case) -> list[Withheld]:
    """What is held back on a case, or asked for. One query."""
    return list(Withheld.objects.filter(case=case, ended_at=None).select_related("by", "agreed_by").order_by("pk"))


def to_look_again(cases: QuerySet[Case], *, on: date) -> list[Withheld]:
    """What is held back and due to be looked at again, or waits for a second person, in cases somebody may open."""
    due = Q(look_again_on__lte=on) | Q(agreed_by=None)
    found = Withheld.objects.filter(due, case__in=cases, ended_at=None).select_related("case", "by")
    return list(found.order_by("look_again_on", "pk")[:PAGE])


def unnoticed(limit: int, *, on: date) -> list[Withheld]:
    """What is to be looked at again and nobody was reminded of for that day, the longest due first."""
    due = Withheld.objects.filter(ended_at=None, look_again_on__lte=on).exclude(noticed_for=F("look_again_on"))
    return list(due.order_by("look_again_on", "pk")[:limit])


def theirs_to_look_again(cases: QuerySet[Case], handler: Handler, *, on: date) -> list[Withheld]:
    """What this person helped decide and must look at again, in cases they may open, the longest due first; and what nobody who
    decided it is here to look at any more. One query."""
    mine = Q(by=handler) | Q(agreed_by=handler)
    nobodys = ~Q(by__left_on=None) & (Q(agreed_by=None) | ~Q(agreed_by__left_on=None))
    due = Withheld.objects.filter(mine | nobodys, case__in=cases, ended_at=None, look_again_on__lte=on)
    return list(due.select_related("case").order_by("look_again_on", "pk")[:PAGE])


def enclosures(letters: Iterable[Letter]) -> dict[int, list[Document]]:
    """What goes with each letter, by the letter's key. One query."""
    found: dict[int, list[Document]] = {}
    for row in Enclosed.objects.filter(letter__in=list(letters)).select_related("document").order_by("pk"):
        found.setdefault(row.letter_id, []).append(row.document)
    return found


def text_templates() -> list[TextTemplate]:
    """Every row, the one that begins last first."""
    return list(TextTemplate.objects.select_related("by").order_by("-since", "-pk"))


def text_template(on: date) -> str:
    """The number of the office's template for texts on a day; empty where texts are not sent. One query."""
    begun = TextTemplate.objects.filter(since__lte=on).order_by("-since", "-pk")
    return begun.values_list("number", flat=True).first() or ""
