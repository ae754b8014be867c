"""Lists of victims, whom to ring, one call, and what the departments are told."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.cases import door, once
from putright.contacts.reaching import said as rule_in_words
from putright.imports.sheets import table
from putright.law.calendar import day_of
from putright.people import gates
from putright.people.refusals import Refused
from putright.quality import lists
from putright.quality.asking import asked, language, typed

from . import actions, queries, rules, words
from .forms import AttemptForm, ColumnsForm, KeepForm, LoadForm, OwnForm, ScriptForm, TellForm
from .models import Given, Victim


def all_lists(request: HttpRequest) -> HttpResponse:
    draws = gates.can(request.handler, "callbacks.draw")
    page = {
        "title": _("Ringing victims back"), "rows": list(queries.batches()[:50]), "draws": draws,
        "rings": gates.can(request.handler, "callbacks.ring"), "waiting": list(queries.given(request.handler)) if draws else [],
    }  # fmt: skip
    return render(request, "callbacks/lists.html", page)


def load(request: HttpRequest) -> HttpResponse:
    form = LoadForm(typed(request), request.FILES or None)
    made: list[Given] = []
    if form.is_valid():
        try:
            once.only(request, lambda: made.append(_loaded(request, form)))
            return redirect("callbacks:columns", made[0].pk) if made else redirect("callbacks:lists")
        except Refused as refusal:
            form.add_error("file", str(refusal))
    page = {"title": _("Load a list of victims"), "form": form, "back": reverse("callbacks:lists")}
    return render(request, "callbacks/load.html", page, status=422 if form.is_bound else 200)


def _loaded(request: HttpRequest, form: LoadForm) -> Given:
    read = table(form.cleaned_data["file"].read())
    rows = [row.cells for row in read.rows if not row.wrong]
    return actions.load(form.cleaned_data["name"], read.names, rows, by=request.handler, at=request.at)


def columns(request: HttpRequest, pk: int) -> HttpResponse:
    given = queries.given(request.handler).filter(pk=pk).first()
    if given is None:
        raise Http404
    form = ColumnsForm(typed(request), names=given.names)
    return asked(
        request, form, _("Which column is which?"),
        lambda: actions.draw(given, form.columns(), form.cleaned_data["every"], by=request.handler, at=request.at),
        ("callbacks:lists",), back=reverse("callbacks:lists"), button=_("Draw"),
        intro=_("Rows in this list: %(rows)s. The rows that are not drawn are deleted.") % {"rows": len(given.rows)},
    )  # fmt: skip


def from_own(request: HttpRequest) -> HttpResponse:
    """Draw from the victims in our own cases."""
    today = day_of(request.at)
    form = OwnForm(typed(request), initial={"since": today - timedelta(days=30), "until": today, "every": 3}, at=request.at)

    def act() -> object:
        given = form.cleaned_data
        days, name = (given["since"], given["until"]), _("Our own cases")
        return actions.draw_own(door.cases(request), days, given["every"], name, by=request.handler, at=request.at)

    return asked(
        request, form, _("Draw from our own cases"), act, ("callbacks:lists",), back=reverse("callbacks:lists"),
        button=_("Draw"),
        intro=_("Victims of crime in cases that are finished. Left out: who wants no survey, who was asked not long ago, whoever "
                "may not be rung, and sealed cases."),
    )  # fmt: skip


def keep(request: HttpRequest) -> HttpResponse:
    """How long drawn names are kept."""
    today = day_of(request.at)
    days, ours = queries.kept(today)
    form = KeepForm(typed(request), initial={"days": days, "since": today})
    about = _("Now %(days)s days. Then the system takes out names and numbers; what was said stays.") % {"days": days}
    if not ours:
        about += " " + _("No source gives this number: it is our own beginning. Make it yours.")
    return asked(
        request, form, _("How long names are kept"),
        lambda: actions.keep(**form.cleaned_data, by=request.handler, at=request.at),
        ("callbacks:lists",), back=reverse("callbacks:lists"), intro=about,
    )  # fmt: skip


def to_ring(request: HttpRequest) -> HttpResponse:
    rows = queries.to_ring(door.cases(request), request.handler, request.at)
    page = {"title": _("Whom to ring"), "rows": rows, "most": rules.MOST}
    return render(request, "callbacks/to_ring.html", page)


def one_of(request: HttpRequest, pk: int) -> Victim:
    """Somebody to be rung now. Anybody else, and everybody at another hour, is not found."""
    rows = queries.to_ring(door.cases(request), request.handler, request.at)
    found = next((victim for victim, _tried in rows if victim.pk == pk), None)
    if found is None:
        raise Http404
    return found


def one(request: HttpRequest, pk: int) -> HttpResponse:
    victim = one_of(request, pk)
    form = ScriptForm(typed(request), points=lists.points("callback", day_of(request.at)))

    def act() -> object:
        given = form.cleaned_data
        answers = actions.Answers(form.marks(), given["words"], given["wrong"], given["answer"])
        return actions.note_answers(victim, answers, by=request.handler, at=request.at)

    return asked(
        request, form, _("Ring them back"), act, ("callbacks:to_ring",), back=reverse("callbacks:to_ring"), victim=victim,
        rules=rule_in_words(queries.protected(victim)), template="callbacks/one.html", attempt=AttemptForm(),
    )  # fmt: skip


def attempt(request: HttpRequest, pk: int) -> HttpResponse:
    victim = one_of(request, pk)
    form = AttemptForm(typed(request))
    return asked(
        request, form, _("They were not reached"),
        lambda: actions.note_attempt(victim, form.cleaned_data["result"], by=request.handler, at=request.at),
        ("callbacks:to_ring",), back=reverse("callbacks:one", args=[pk]),
    )  # fmt: skip


def results(request: HttpRequest, pk: int) -> HttpResponse:
    batch = queries.batches().filter(pk=pk).first()
    if batch is None:
        raise Http404
    results, names = queries.results(batch), lists.named("callback", language())
    page = {
        "title": _("What victims said"), "batch": batch, "results": results, "told": queries.told(batch), "names": names,
        "said_by_all": "\n".join(queries.of_all(results).lines(names)), "may": gates.can(request.handler, "callbacks.tell"),
        "left_out": [words.WHY_NOT[why] % {"number": number} for why, number in batch.left_out.items()],
        "words_shown": gates.can(request.handler, "callbacks.tell") or gates.can(request.handler, "callbacks.ring"),
    }  # fmt: skip
    return render(request, "callbacks/results.html", page)


def tell(request: HttpRequest, pk: int) -> HttpResponse:
    batch = queries.batches().filter(pk=pk).first()
    department = request.GET.get("department", "")
    if batch is None or department not in queries.results(batch):
        raise Http404
    form = TellForm(typed(request))
    return asked(
        request, form, _("The department was told"),
        lambda: actions.tell(batch, department, form.cleaned_data["to"], by=request.handler, at=request.at),
        ("callbacks:results", pk), back=reverse("callbacks:results", args=[pk]), intro=department,
    )  # fmt: skip
