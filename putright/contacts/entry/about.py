"""The kind chosen on the quick entry, and what goes with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from design.dates import LONDON
from design.typed import cleaned
from putright.codes.asked.rules import HANDLER, Question

from ..kinds.queries import asking_once

Typed = dict[str, object]


@dataclass(frozen=True)
class About:
    """The kind chosen, with what it counts as and asks of the handler; and all the kinds there are to choose."""

    topic: str = ""
    counts: str = ""
    asked: tuple[Question, ...] = ()
    offered: Sequence[tuple[str, str]] = ()


def about(request: HttpRequest, on: date, language: str) -> About:
    asking, topic = asking_once(request), cleaned(request.POST.get("topic", ""))
    offered = asking.offered(on, language)
    if topic not in dict(offered):
        return About(offered=offered)
    return About(topic, asking.counts_as(topic, on), asking.questions.of(topic, on, HANDLER), offered)


def unseen(request: HttpRequest) -> bool:
    """Whether a kind was chosen whose questions were not on the screen that was sent: they are shown before it is saved."""
    chosen = request.POST.get("topic", "")
    if not chosen or request.POST.get("shown") == chosen:
        return False
    return bool(about(request, request.at.astimezone(LONDON).date(), "en").asked)


def with_kind(chosen: About, typed: Typed) -> Typed:
    """What the kind chosen counts as, unless the handler has said otherwise already."""
    if chosen.counts and typed["kind"] == typed["counts"]:
        typed = typed | dict.fromkeys(("kind", "counts"), chosen.counts)
    return typed | {"shown": chosen.topic}
