"""The board of a standard, one element, the standards themselves, meetings and stakeholders."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from design.forms import Form
from putright.cases import door
from putright.law.calendar import day_of
from putright.people import gates

from .. import catalogue, queries, rules, shape, words
from ..actions import standing
from ..forms import (
    LARGEST,
    CommentForm,
    ConfirmForm,
    LoadForm,
    MeetingForm,
    PassRuleForm,
    PlanForm,
    ScoreForm,
    StakeholderForm,
)
from ..refusals import FileNotRead
from .asking import asked, spoken, staff, the, typed


def board(request: HttpRequest) -> HttpResponse:
    """Every element of a standard with its score, evidence, owner and gap; and whether it would be passed."""
    standard = the(request.GET.get("standard", "cse"))
    on = day_of(request.at)
    rows = queries.board(standard, door.cases(request), on)
    listed = catalogue.pass_rules(standard.slug)
    bodies = catalogue.bodies(listed)
    body = request.GET.get("body") if request.GET.get("body") in bodies else next(iter(bodies), "")
    marks = {row.part.ref: row.mark.score for row in rows if row.mark}
    gaps = request.GET.get("only") == "gaps"
    page = {
        "title": standard.name.said(spoken()),
        "standard": standard,
        "language": spoken(),
        "words": words,
        "body": body,
        "bodies": bodies,
        "finding": rules.passed(standard, marks, rules.in_force(listed, body, on)),
        "gaps": gaps,
        "standards": catalogue.all_standards(),
        "grouped": [
            (one, [r for r in rows if r.part.top == one.ref and (r.is_gap or not gaps)]) for one in standard.criteria
        ],
        "scored": len(marks),
        "shown": sum(row.fit > 0 for row in rows),
        "missing": sum(row.is_gap for row in rows),
        "leads": gates.can(request.handler, "excellence.lead"),
    }
    return render(request, "excellence/board.html", page)


def element(request: HttpRequest, slug: str, part: str) -> HttpResponse:
    """One element: its evidence, every score with why, who looks after it, and what colleagues say."""
    standard = the(slug)
    found = standard.element(part)
    if found is None:
        raise Http404
    rows = queries.listed(queries.of_element(slug, part, door.cases(request)), day_of(request.at))
    door.seen(request, [row.item.case for row in rows if row.item.case])
    refs = [one.ref for one in standard.elements]
    here = refs.index(part)
    page = {
        "title": f"{part} {found.said(spoken())}",
        "standard": standard,
        "found": found,
        "rows": rows,
        "words": words,
        "history": queries.history(slug, part),
        "plan": queries.plan_of(slug, part),
        "comments": queries.comments(slug, part),
        "before": refs[here - 1] if here else "",
        "after": refs[here + 1] if here + 1 < len(refs) else "",
        "language": spoken(),
    }
    return render(request, "excellence/element.html", page)


def deed(request: HttpRequest, slug: str, part: str, name: str) -> HttpResponse:
    """Score it, plan it, or comment on it."""
    found = the(slug).element(part)
    if found is None or name not in DEEDS:
        raise Http404
    title, made = DEEDS[name]
    form, act = made(request, slug, part)
    return asked(
        request,
        form,
        str(title()),
        act,
        reverse("excellence:element", args=[slug, part]),
        said=f"{part} {found.said(spoken())}",
    )


def _score(request: HttpRequest, slug: str, part: str) -> tuple[Form, Callable[[], object]]:
    form = ScoreForm(typed(request))
    who = {"by": request.handler, "at": request.at}
    return form, lambda: standing.score(slug, part, form.cleaned_data["score"], form.cleaned_data["narrative"], **who)


def _plan(request: HttpRequest, slug: str, part: str) -> tuple[Form, Callable[[], object]]:
    now = queries.plan_of(slug, part)
    start = {"owner": str(now.owner_id), "progress": now.progress, "action": now.action, "due": now.due} if now else {}
    form = PlanForm(typed(request), staff=staff(), initial=start)

    def act() -> object:
        given = form.cleaned_data
        planned = standing.Planned(form.staff[given["owner"]], given["progress"], given["action"], given["due"])
        return standing.plan(slug, part, planned, by=request.handler, at=request.at)

    return form, act


def _comment(request: HttpRequest, slug: str, part: str) -> tuple[Form, Callable[[], object]]:
    form = CommentForm(typed(request))
    return form, lambda: standing.comment(slug, part, form.cleaned_data["words"], by=request.handler, at=request.at)


DEEDS = {
    "score": (lambda: _("Score ourselves"), _score),
    "plan": (lambda: _("Who, how far, what next"), _plan),
    "comment": (lambda: _("Leave a comment"), _comment),
}


def standards(request: HttpRequest) -> HttpResponse:
    """The standards that are here, whose words they are, and when each body says it is passed."""
    listed = [(one, catalogue.pass_rules(one.slug)) for one in catalogue.all_standards()]
    page = {
        "title": _("Standards and pass rules"),
        "listed": listed,
        "language": spoken(),
        "leads": gates.can(request.handler, "excellence.lead"),
    }
    return render(request, "excellence/standards.html", page)


def load(request: HttpRequest, slug: str) -> HttpResponse:
    """A file of the standard's own words: first a preview of what changes, then the second press keeps it."""
    before = the(slug)
    back = reverse("excellence:standards")
    page = {"title": _("Load the text of a standard"), "before": before, "back": back, "language": spoken()}
    if "text" in request.POST:
        form = ConfirmForm(request.POST)

        def keep() -> None:
            given = form.cleaned_data
            standing.load(read(given["text"], given["name"], before), given["name"], by=request.handler, at=request.at)

        return asked(request, form, _("Load the text of a standard"), keep, back)
    form = LoadForm(typed(request), request.FILES or None)
    if form.is_valid():
        try:
            chosen = form.cleaned_data["files"][0]
            text = decoded(chosen.read(LARGEST + 1))
            after = read(text, chosen.name, before)
            confirm = ConfirmForm(initial={"text": text, "name": chosen.name[:120]})
            return render(
                request,
                "excellence/preview.html",
                page | {"form": confirm, "after": after, "changes": changes(before, after)},
            )
        except FileNotRead as refusal:
            form.add_error("files", str(refusal))
    return render(
        request,
        "excellence/form.html",
        page | {"form": form, "button": _("Look at it first"), "many": True},
        status=422 if form.is_bound else 200,
    )


def decoded(body: bytes) -> str:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileNotRead("large") from None
    if len(body) > LARGEST or "\0" in text:
        raise FileNotRead("large")
    return text


def read(text: str, name: str, before: shape.Standard) -> shape.Standard:
    try:
        return shape.read(text, name, before)
    except shape.NotRead as wrong:
        raise FileNotRead(wrong.why, wrong.where) from None


def changes(before: shape.Standard, after: shape.Standard) -> dict[str, list[shape.Part]]:
    """What a file would do: parts gone, new ones, and other words."""
    return {
        "gone": [one for one in before.parts if one.ref not in after.named],
        "new": [one for one in after.parts if one.ref not in before.named],
        "words": [one for one in after.parts if one.ref in before.named and one.en != before.named[one.ref].en],
    }


def pass_rule(request: HttpRequest, slug: str) -> HttpResponse:
    standard = the(slug)
    form = PassRuleForm(typed(request), standard=standard, language=spoken(), initial={"since": day_of(request.at)})
    return asked(
        request,
        form,
        _("Say when it is passed"),
        lambda: standing.set_pass_rule(
            slug,
            form.cleaned_data["body"],
            form.cleaned_data["since"],
            form.partials(),
            by=request.handler,
            at=request.at,
        ),
        reverse("excellence:standards"),
        said=standard.name.said(spoken()),
    )


def meetings(request: HttpRequest) -> HttpResponse:
    page = {
        "title": _("Meetings and stakeholders"),
        "meetings": queries.meetings(),
        "stakeholders": queries.stakeholders(),
        "language": spoken(),
    }
    return render(request, "excellence/meetings.html", page)


def meeting(request: HttpRequest) -> HttpResponse:
    known = {str(one.pk): one for one in queries.stakeholders()}
    form = MeetingForm(
        typed(request), known=[(pk, f"{one.name}, {one.body}") for pk, one in known.items()], at=request.at
    )

    def act() -> object:
        given = form.cleaned_data
        whom = known.get(given["stakeholder"])
        return standing.note_meeting(
            given["on"], given["title"], given["words"], whom, by=request.handler, at=request.at
        )

    return asked(request, form, _("Write down a meeting"), act, reverse("excellence:meetings"))


def stakeholder(request: HttpRequest) -> HttpResponse:
    form = StakeholderForm(typed(request))
    return asked(
        request,
        form,
        _("Add a stakeholder"),
        lambda: standing.note_stakeholder(form.cleaned_data, by=request.handler, at=request.at),
        reverse("excellence:meetings"),
    )


@require_POST
def end_stakeholder(request: HttpRequest, pk: int) -> HttpResponse:
    row = queries.stakeholder(pk)
    if row is None:
        raise Http404
    standing.end_stakeholder(row, by=request.handler, at=request.at)
    return redirect("excellence:meetings")
