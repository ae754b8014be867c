"""What was done in a period, as a draft for a person to edit: read from the rooms where it was written down.

Said in both languages; what somebody wrote in one stands as they wrote it. Nothing of a case is here: what was written about
one is left out, so that a walled case shows nowhere."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from putright.decisions.models import Published
from putright.improvements import rules as improving
from putright.improvements.models import Step
from putright.law.calendar import day_of
from putright.learning.models import BoardAction, Recommendation, Suggestion, YouSaid

from .rules import Period
from .saying import LANGUAGES

MOST = 12  # lines of each kind: more than that and a person chooses anyway


def drafted(period: Period) -> dict[str, str]:
    """A paragraph for each thing that was done, in each language; nothing where nothing was. Five queries a language."""
    told = {}
    for language in LANGUAGES:
        with translation.override(language):
            told[language] = "\n\n".join(lines(period, language))
    return told if told["en"] else {}


def lines(period: Period, language: str) -> Iterator[str]:
    yield from improved(period)
    yield from learned(period)
    yield from acted(period)
    for row in YouSaid.objects.filter(signed_at__gte=period.start, signed_at__lt=period.end, ended_at=None).order_by("pk")[:MOST]:
        yield _("You said: %(you)s We did: %(we)s") % {"you": sentence(row.you(language)), "we": row.we(language)}
    yield from decided(period, language)


def sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."


SAID = {
    improving.MADE: lambda: _("Changed: %(title)s. %(words)s"),
    improving.CLOSED: lambda: _("Finished, and looked at for whether it helped: %(title)s. %(words)s"),
}


def improved(period: Period) -> Iterator[str]:
    """Improvements that were made or closed."""
    steps = Step.objects.filter(status__in=SAID, at__gte=period.start, at__lt=period.end).select_related("improvement")
    for step in steps.order_by("at", "pk")[:MOST]:
        yield (SAID[step.status]() % {"title": step.improvement.title, "words": step.words or step.improvement.words}).strip()


def learned(period: Period) -> Iterator[str]:
    """Recommendations to the force that were sent or answered."""
    days = {"gte": day_of(period.start), "lte": period.last_day}
    sent = Q(**{f"sent_on__{how}": day for how, day in days.items()})
    answered = Q(**{f"answered_on__{how}": day for how, day in days.items()})
    for row in Recommendation.objects.filter(sent | answered, case=None).order_by("sent_on", "pk")[:MOST]:
        if row.answered_on and days["gte"] <= row.answered_on <= days["lte"]:
            yield _("%(to)s answered our recommendation “%(words)s”: %(answer)s") % {
                "to": row.to, "words": row.words, "answer": row.answer_words or row.answer,
            }  # fmt: skip
        else:
            yield _("We recommended to %(to)s: %(words)s") % {"to": row.to, "words": row.words}


def acted(period: Period) -> Iterator[str]:
    """What boards wanted done, and what the public suggested."""
    within = {"case": None}
    done = BoardAction.objects.filter(**within, done_on__gte=day_of(period.start), done_on__lte=period.last_day)
    for row in done.order_by("done_on", "pk")[:MOST]:
        yield _("Done for %(board)s: %(words)s %(done)s") % {"board": row.board, "words": sentence(row.words), "done": row.done}
    told = Suggestion.objects.filter(**within, told_on__gte=day_of(period.start), told_on__lte=period.last_day).exclude(did="")
    for row in told.order_by("told_on", "pk")[:MOST]:
        yield _("Somebody suggested: %(words)s We did: %(did)s") % {"words": sentence(row.words), "did": row.did}


def decided(period: Period, language: str) -> Iterator[str]:
    """Decisions the commissioner published, by their titles: what was taken out of one is in none of them."""
    rows = Published.objects.filter(at__gte=period.start, at__lt=period.end, withdrawn=False).order_by("pk")
    for row in rows[:MOST]:
        title = row.texts.get(language, {}).get("title", "")
        if title:
            yield _("Decided and published: %(title)s.") % {"title": title}
