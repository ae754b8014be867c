"""A person on one page; joining and parting two; the contact plan; a date of birth."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.forms import Form
from putright.cases import door as cases
from putright.cases import once, stages
from putright.contacts import reaching, theirs
from putright.contacts.panel import CHANNELS
from putright.law.calendar import day_of
from putright.people import actions, gates, keys, naming, plans, same
from putright.people.alike import RULES, SUGGESTED, compare
from putright.people.models import Sameness
from putright.people.queries import colleagues, handler, known, speaks_for
from putright.people.refusals import Refused

from . import door, home, shown
from .forms import SAME, BornForm, PlanForm, SameForm, WhyForm


def spoken() -> str:
    return "cy" if get_language() == "cy" else "en"


def posted(request: HttpRequest) -> object | None:
    return request.POST if request.method == "POST" else None


def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything of one person that is open to this handler."""
    whole, language = door.whole(request, pk), spoken()
    sheet = theirs.of_people(cases.cases(request), whole.pks, after=request.GET.get("after", ""))
    files = theirs.cases_of(cases.cases(request), whole.files)
    cases.seen(request, [*files, *(contact.case for contact in sheet.contacts)])
    ways = theirs.doors(cases.cases(request), whole.pks)
    lines = told(request, whole)
    page = {
        "title": whole.person.name or _("No name given"), "whole": whole, "sheet": sheet, "files": files, "ways": ways,
        "number": sum(way.number for way in ways), "channels": CHANNELS, "rules": reaching.said(whole.kept.safe_contact),
        "offered": shown.offered(request, whole, language), "plans": plans.plans_of(whole.pks), "language": language,
        "past": plans.history(whole.pks), "lines": lines, "speaker": speaks_for(whole.person), "stage": stages.name,
        "on": day_of(request.at),
        "may": {verb for verb in ("people.merge", "people.plan", "people.tell_apart") if gates.can(request.handler, verb)},
        "joined": joined(lines), "home": home.of(request, whole, files),
    }  # fmt: skip
    return render(request, "desk/people/person.html", page)


def told(request: HttpRequest, whole: door.Whole) -> list[Sameness]:
    """What was said of this person and others, where both are people this handler may look at. One query, and two more where
    others were named."""
    lines, mine = same.trail(whole.pks), set(whole.pks)
    if others := {pk for line in lines for pk in (line.first_id, line.second_id)} - mine:
        files = door.visible(request, others)
        door.seen(request, [min(found) for found in files.values()])
        mine |= files.keys()
    return [line for line in lines if {line.first_id, line.second_id} <= mine]


def joined(lines: list[Sameness]) -> list[tuple[object, object]]:
    """The pairs that somebody joined and that stand: each may be parted by itself."""
    stand = same.newest(reversed(lines))
    return [(line.first, line.second) for line in stand.values() if line.said == Sameness.SAME]


def asked(
    request: HttpRequest, form: Form, page: dict[str, object], act: Callable[[], object], *, back: str
) -> HttpResponse:
    """Show a form; when it is good, act and go back. What was typed is kept on any refusal."""
    if request.method == "POST" and form.is_valid():
        try:
            once.only(request, act)
            return redirect(back)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"form": form, "back": back, "template": "", **page}
    return render(request, page["template"] or "desk/people/form.html", page, status=422 if form.is_bound else 200)


def two(request: HttpRequest, pk: int, number: int) -> tuple[door.Whole, door.Whole]:
    """Two people this handler may look at, and something of each is shown; 404 unless both are."""
    if pk == number:
        raise Http404
    one, other = door.whole(request, pk), door.whole(request, number)
    door.seen(request, sorted(one.files)[:20])
    door.seen(request, sorted(other.files)[:20])
    return one, other


def compared(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Two people side by side: what matches, what to think of, and the question whether they are one."""
    one, other = two(request, pk, number)
    form = SameForm(posted(request))

    def act() -> None:
        decide = actions.merge if form.cleaned_data["what"] == SAME else actions.keep_two
        decide(one.person, other.person, form.cleaned_data["why"], by=request.handler, at=request.at)

    page = {
        "title": _("Are they one person?"), "template": "desk/people/two.html", "one": one.person, "other": other.person,
        "lines": list(shown.side_by_side(one.person, other.person)), "language": spoken(),
        "likeness": compare(known(one.person), known(other.person)), "warnings": shown.warnings(one, other),
    }  # fmt: skip
    return asked(request, form, page, act, back=reverse("desk:person", args=[pk]))


def parted(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Taking back that two people are one."""
    one, other = two(request, pk, number)
    form = WhyForm(posted(request))
    page = {
        "title": _("They are two people after all"),
        "says": _("Both are as they were before. Whatever was written since stays where it was written."),
        "names": [one.person, other.person], "press": _("Part them"),
    }  # fmt: skip
    return asked(
        request, form, page,
        lambda: actions.part(one.person, other.person, form.cleaned_data["why"], by=request.handler, at=request.at),
        back=reverse("desk:person", args=[pk]),
    )  # fmt: skip


def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Agreeing a contact plan, or changing it; the old one stays in the history."""
    whole = door.whole(request, pk)
    door.seen(request, sorted(whole.files)[:20])
    now = next(iter(plans.plans_of(whole.pks)), None)
    start = {"agreed": now.agreed, "handler": now.handler_id, "adjustments": now.adjustments} if now else {}
    names = [(str(one.pk), one.name) for one in colleagues() if one.role in gates.roles_for("people.plan")]
    form = PlanForm(posted(request), initial=start, colleagues=names, at=request.at)

    def act() -> None:
        given = form.cleaned_data
        who = handler(int(given["handler"])) if given["handler"] else None
        agreed = actions.Agreed(given["agreed"], who, given["review_on"], given["adjustments"])
        actions.agree_plan(now.person if now else whole.person, agreed, by=request.handler, at=request.at)

    page = {
        "title": _("Contact plan"), "names": [whole.person], "press": _("Keep this plan"),
        "says": _("A plan never shuts the door: whatever they send is received, as from anybody."),
    }  # fmt: skip
    return asked(request, form, page, act, back=reverse("desk:person", args=[pk]))


def end_plan(request: HttpRequest, pk: int) -> HttpResponse:
    whole = door.whole(request, pk)
    door.seen(request, sorted(whole.files)[:20])
    form = WhyForm(posted(request))

    def act() -> None:
        now = next(iter(plans.plans_of(whole.pks)), None)
        actions.end_plan(now.person if now else whole.person, form.cleaned_data["why"], by=request.handler, at=request.at)

    page = {"title": _("End the contact plan"), "names": [whole.person], "press": _("End the plan"), "says": ""}
    return asked(request, form, page, act, back=reverse("desk:person", args=[pk]))


def born(request: HttpRequest, pk: int) -> HttpResponse:
    whole = door.whole(request, pk)
    door.seen(request, sorted(whole.files)[:20])
    form = BornForm(posted(request), initial={"born_on": whole.person.born_on}, at=request.at)
    page = {"title": _("Date of birth"), "names": [whole.person], "press": _("Keep it"), "says": ""}
    return asked(
        request, form, page,
        lambda: actions.tell_apart(whole.person, form.cleaned_data["born_on"], by=request.handler, at=request.at),
        back=reverse("desk:person", args=[pk]),
    )  # fmt: skip


def rules(request: HttpRequest) -> HttpResponse:
    """How people are suggested as one: every rule with its points, every key, every form of a name."""
    kinds = {"first": _("Welsh and English first names"), "last": _("Welsh and English last names"), "short": _("Short forms")}
    page = {
        "title": _("How we find the same person"), "rules": RULES, "suggested": SUGGESTED, "keys": keys.SAID,
        "language": spoken(),
        "lists": [(words, [forms for kind, forms in naming.lines() if kind == which]) for which, words in kinds.items()],
    }  # fmt: skip
    return render(request, "desk/people/rules.html", page)
