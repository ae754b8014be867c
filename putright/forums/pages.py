"""What forums should hear: a list for each, the paper for a meeting, and what became of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.cases import door
from putright.codes.queries import asked_once
from putright.law.calendar import day_of
from putright.quality.asking import asked, language, typed

from . import actions, queries, words
from .forms import BackForm, BringForm, LeaveForm, RaiseForm
from .models import Concern


def forums(request: HttpRequest) -> dict[str, str]:
    """Every forum there is or was, by its code: those of today first."""
    rows = asked_once(request, queries.FORUMS)
    today = [row for row in rows.in_force(day_of(request.at))]
    return {row.code: row.name(language()) for row in (*today, *rows.rows)}


def named(request: HttpRequest, forum: str) -> str:
    found = forums(request)
    if forum not in found:
        raise Http404
    return found[forum]


def concern(request: HttpRequest, pk: int) -> Concern:
    found = queries.one(door.cases(request), pk)
    if found is None:
        raise Http404
    door.seen(request, [found.case])
    return found


def number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0


def start(request: HttpRequest) -> HttpResponse:
    """The forums, each with its list. No query of its own."""
    return render(request, "forums/start.html", {"title": _("Forums"), "forums": list(forums(request).items())})


def listed(request: HttpRequest, kind: str) -> HttpResponse:
    """Fifty concerns of one forum in one state, and what is marked for it and not yet written down. Four queries."""
    name, shown = named(request, kind), request.GET.get("show", "")
    shown = shown if shown in words.SHOWN else words.WAITING
    found = queries.in_state(queries.of_forum(door.cases(request), kind), shown)
    rows, after = queries.page(found, number(request.GET.get("after", "")))
    marked = queries.marked(door.cases(request), kind) if shown == words.WAITING else []
    door.seen(request, [*(one.concern.case for one in rows), *marked[: queries.AT_ONCE]])
    page = {
        "title": name, "rows": rows, "after": after, "shown": shown, "states": words.SHOWN, "forum": kind,
        "marked": marked[: queries.AT_ONCE], "more_marked": len(marked) > queries.AT_ONCE,
    }  # fmt: skip
    return render(request, "forums/list.html", page)


def paper(request: HttpRequest, kind: str) -> HttpResponse:
    """What waits, as it would be read out: words and the month they are of, and no case. The longest waiting first."""
    name = named(request, kind)
    rows, after = queries.page(queries.in_state(queries.of_forum(door.cases(request), kind), words.WAITING), 0)
    door.seen(request, [one.concern.case for one in rows])
    page = {
        "title": _("For the meeting: %(forum)s") % {"forum": name}, "rows": rows[::-1], "more": after, "forum": kind,
        "last": queries.last_meeting(kind), "today": day_of(request.at),
    }  # fmt: skip
    return render(request, "forums/paper.html", page)


def raise_with(request: HttpRequest, reference: str) -> HttpResponse:
    case, back = door.case(request, reference), reverse("desk:case", args=[reference])
    rows = asked_once(request, queries.FORUMS).in_force(day_of(request.at))
    choices = [(row.code, row.name(language())) for row in rows]
    wished = choices[0][0] if len(choices) == 1 else request.GET.get("forum", "")
    form = RaiseForm(typed(request), forums=choices, initial={"forum": wished})

    def act() -> object:
        given = form.cleaned_data
        return actions.raise_with(case, given["forum"], given["words"], by=request.handler, at=request.at)

    return asked(request, form, _("Take it to a forum"), act, ("desk:case", reference), back=back, intro=reference)


def bring(request: HttpRequest, kind: str) -> HttpResponse:
    """Tick what was brought to a meeting, of the newest fifty that wait."""
    named(request, kind)
    rows, _after = queries.page(queries.in_state(queries.of_forum(door.cases(request), kind), words.WAITING), 0)
    waiting = {str(one.concern.pk): one.concern for one in rows}
    door.seen(request, [one.case for one in waiting.values()])
    form = BringForm(typed(request), waiting=[(pk, one.words) for pk, one in waiting.items()], at=request.at)

    def act() -> object:
        ticked = [waiting[pk] for pk in form.cleaned_data["concerns"]]
        return actions.bring(ticked, form.cleaned_data["on"], by=request.handler, at=request.at)

    to = ("forums:listed", kind)
    return asked(request, form, _("They were brought to a meeting"), act, to, back=reverse("forums:listed", args=[kind]))


def back(request: HttpRequest, pk: int) -> HttpResponse:
    found = concern(request, pk)
    form = BackForm(typed(request), at=request.at)

    def act() -> object:
        given = form.cleaned_data
        return actions.hear(found, given["on"], given["words"], by=request.handler, at=request.at)

    return _after(request, found, form, _("What came back"), act)


def leave(request: HttpRequest, pk: int) -> HttpResponse:
    found = concern(request, pk)
    form = LeaveForm(typed(request))

    def act() -> object:
        return actions.leave_out(found, form.cleaned_data["words"], by=request.handler, at=request.at)

    return _after(request, found, form, _("Leave it out"), act)


def _after(request: HttpRequest, found: Concern, form: BackForm | LeaveForm, title: str, act: object) -> HttpResponse:
    address = reverse("forums:listed", args=[found.forum])
    return asked(request, form, title, act, ("forums:listed", found.forum), back=address, intro=found.words)
