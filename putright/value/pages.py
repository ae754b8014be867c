"""Pages to read: a year's cost and worth, the figures they rest on, before and after, and the benefits."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.days.queries import measured
from putright.people import gates
from putright.people.queries import office
from putright.reports.rules import ValueForMoney, figure, share, value_for_money

from . import queries, rules, shown, words
from .forms import AgainForm
from .years import Year

HOURS_AND_MONEY = (words.COST, words.SHARE, words.HOUR, words.MINUTES, words.BENCHMARK)


def money(request: HttpRequest) -> HttpResponse:
    """The financial year we are in."""
    return drawn(request, Year.of(request.at))


def year(request: HttpRequest, year: int) -> HttpResponse:
    try:
        asked = Year(year)
    except ValueError as no_such_year:
        raise Http404 from no_such_year
    if asked > Year.of(request.at):
        raise Http404
    return drawn(request, asked)


def drawn(request: HttpRequest, asked: Year) -> HttpResponse:
    found, this = queries.money(asked, office(), request.at), Year.of(request.at)
    worth = found.worth
    hides = shown.hidden(found) and not gates.can(request.handler, "reports.list")
    page = {
        "title": _("Cost and worth: %(year)s") % {"year": asked.name}, "found": found, "worth": worth, "hides": hides,
        "rows": shown.side_by_side(worth) if worth else (), "saved": shown.saved(worth) if worth else (),
        "pays": shown.pays(worth) if worth else "", "beside": shown.beside(found.against), "going_on": asked == this,
        "held": [(words.KINDS[kind], found.held.get(kind), shown.amount(found.held.get(kind), money=kind in words.POUNDS))
                 for kind in HOURS_AND_MONEY],
        "missing": words.BENCHMARK in found.held and not found.held[words.BENCHMARK].source,
        "measured": measured(asked.first_day, asked.last_day), "share_held": found.held.get(words.SHARE),
        "share_text": shown.amount(found.held.get(words.SHARE), money=False),
        "share": figure(share(found.settled, found.contacts), 1), "may_set": gates.can(request.handler, "value.set"),
        "previous": Year(asked.first - 1) if asked.first > 2000 else None,
        "next": Year(asked.first + 1) if asked < this else None, "again": again_address(found),
    }  # fmt: skip
    return render(request, "value/money.html", page)


def again_address(found: queries.Money) -> str:
    """The year's own numbers, ready to be changed on the page that works them again."""
    wanted = {"cost": words.COST, "hour": words.HOUR, "minutes": words.MINUTES, "time": words.SHARE, "benchmark": words.BENCHMARK}
    given = {name: f"{found.held[kind].amount.normalize():f}" for name, kind in wanted.items() if kind in found.held}
    given |= {"contacts": str(found.contacts), "settled": str(found.settled)}
    if found.cost is not None:
        given["cost"] = f"{found.cost:.2f}"
    return reverse("value:worked_again", query=given)


def worked_again(request: HttpRequest) -> HttpResponse:
    """Anybody's numbers in the address, worked again: nothing is kept."""
    asked = "cost" in request.GET
    form = AgainForm(request.GET if asked else None)
    page: dict[str, object] = {"title": _("Work it again"), "form": form, "rows": (), "verdicts": ()}
    if asked and form.is_valid():
        given = form.cleaned_data
        worth = value_for_money(
            contacts=given["contacts"], settled=given["settled"], team_cost=given["cost"], hourly_rate=given["hour"],
            minutes_saved=given["minutes"], contact_share=given["time"],
        )  # fmt: skip
        page |= {"rows": shown.side_by_side(worth), "saved": shown.saved(worth), "pays": shown.pays(worth)}
        page |= {"beside": shown.beside(rules.against(worth.cost_per_contact, given["benchmark"]))}
        page["verdicts"] = verdicts(form, worth)
    return render(request, "value/again.html", page, status=422 if form.errors else 200)


def verdicts(form: AgainForm, worth: ValueForMoney) -> list[tuple[object, object]]:
    """What was printed, and whether it agrees with its own numbers."""
    given, found = form.cleaned_data, []
    if given["printed"] is not None:
        verdict = rules.judged(given["printed"], worth.cost_per_contact)
        found.append((f"£{given['printed']}", words.VERDICTS[verdict]))
    if given["share"] is not None:
        verdict = rules.judged(given["share"], worth.share_settled, form.how_said)
        found.append((f"{given['share']}%", words.VERDICTS[verdict]))
    return found


def rates(request: HttpRequest) -> HttpResponse:
    """The ready reckoner: every figure by year, where it comes from, and those that no longer hold."""
    rows = [
        (one, words.KINDS[one.kind], words.RANKS.get(one.rank, ""), Year(one.year).name,
         shown.plain(one.amount, money=one.kind in words.POUNDS), holds)
        for one, holds in queries.rates()
    ]  # fmt: skip
    page = {"title": _("What the figures rest on"), "rows": rows, "may_set": gates.can(request.handler, "value.set")}
    return render(request, "value/rates.html", page)


def before(request: HttpRequest) -> HttpResponse:
    """Each time that was counted beside the one before it."""
    rows, earlier = [], None
    for one in queries.measured():
        rows.append(shown.compared(one, earlier))
        earlier = one
    page = {"title": _("Before and after"), "rows": rows, "may_set": gates.can(request.handler, "value.set")}
    return render(request, "value/before.html", page)


def benefits(request: HttpRequest) -> HttpResponse:
    planned, delivered = queries.split(queries.benefits())
    page = {
        "title": _("Benefits"), "planned": planned, "delivered": delivered, "today": request.at.date(),
        "may_set": gates.can(request.handler, "value.set"),
    }  # fmt: skip
    return render(request, "value/benefits.html", page)
