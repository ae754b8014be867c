"""The figures that the IOPC publishes of complaints, as far as a front door holds them.

The Welsh is machine-written; awaiting a translator."""

from functools import partial

from django.db.models import Exists, F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from offices import Office, Text
from putright.cases.models import Allegation, Case, Choice, Event
from putright.law.categories import every_row
from putright.triage.models import Decision

from . import names
from .measure import CASES, Measure, PartsOf, always
from .rows import Stored
from .sources import Scope, stored

ALLEGATIONS = Text("allegations", "honiadau")
UNDECIDED = "undecided"
ROUTES: names.Parts = {
    "outside": Text("Outside Schedule 3", "Y tu allan i Atodlen 3"),
    "recorded": Text("Under Schedule 3", "O dan Atodlen 3"),
    "not_complaint": Text("Not a complaint", "Ddim yn gŵyn"),
    UNDECIDED: Text("Ended without a decision", "Daeth i ben heb benderfyniad"),
}


def allegations(scope: Scope) -> Stored:
    """Allegations of the cases received in the month, by category."""
    return stored(Allegation.objects.all(), "case__received_at", scope, part=F("category"))


def chosen(scope: Scope, which: str) -> Stored:
    """Codes chosen for those allegations from one list."""
    found = Choice.objects.filter(which=which)
    return stored(found, "allegation__case__received_at", scope, file="allegation__case_id", part=F("code"))


def finished(scope: Scope) -> Stored:
    """Cases that ended in the month, by the route last decided."""
    last = Decision.objects.filter(case=OuterRef("pk")).order_by("-number").values("route")[:1]
    part = Coalesce(Subquery(last), Value(UNDECIDED))
    return stored(Case.objects.exclude(finished_at=None), "finished_at", scope, file="pk", part=part)


def converted(scope: Scope) -> Stored:
    """The decisions that first recorded a case that had been decided outside Schedule 3 before."""
    before = Decision.objects.filter(case=OuterRef("case"), number__lt=OuterRef("number"))
    first = Decision.objects.filter(~Exists(before.filter(route="recorded")), Exists(before.filter(route="outside")))
    return stored(first.filter(route="recorded"), "at", scope)


def referrals(scope: Scope) -> Stored:
    return stored(Event.objects.filter(verb="must_refer"), "at", scope)


def categories(office: Office, lists: names.Lists) -> names.Parts:
    """By their last names, of whichever edition."""
    return {row.code: Text(row.en, row.cy) for row in every_row()}


def listed(slug: str) -> PartsOf:
    def parts(office: Office, lists: names.Lists) -> names.Parts:
        return {row.code: Text(row.en, row.cy) for row in lists(slug).rows}

    return parts


def _choice(slug: str, name: Text, said: Text) -> Measure:
    return Measure(slug, name, said, ALLEGATIONS, partial(chosen, which=slug), listed(slug))


COMPLAINTS = (
    Measure(
        "allegations",
        Text("Allegations", "Honiadau"),
        Text(
            "Allegations of the cases received in the month, by category, as they stand now. Each has exactly one.",
            "Honiadau’r achosion a dderbyniwyd yn y mis, yn ôl categori, fel y maent nawr. Mae gan bob un un yn union.",
        ),
        ALLEGATIONS, allegations, categories,
    ),
    _choice(
        "factors", Text("Allegations by factor", "Honiadau yn ôl ffactor"),
        Text(
            "National factors chosen for those allegations. An allegation may have several, or none.",
            "Ffactorau cenedlaethol a ddewiswyd ar gyfer yr honiadau hynny. Gall fod gan honiad sawl un, neu ddim.",
        ),
    ),
    _choice(
        "outcomes", Text("Decisions on allegations", "Penderfyniadau ar honiadau"),
        Text("What was decided of those allegations.", "Yr hyn a benderfynwyd am yr honiadau hynny."),
    ),
    _choice(
        "actions", Text("Actions", "Camau gweithredu"),
        Text(
            "What was done because of those allegations. An allegation may have several, or none.",
            "Yr hyn a wnaed oherwydd yr honiadau hynny. Gall fod gan honiad sawl un, neu ddim.",
        ),
    ),
    Measure(
        "finished",
        Text("Cases that ended", "Achosion a ddaeth i ben"),
        Text(
            "Cases that ended in the month, by the route last decided. What another body deals with ends here when it is handed"
            " over: its own handling is not in these figures.",
            "Achosion a ddaeth i ben yn y mis, yn ôl y llwybr a benderfynwyd ddiwethaf. Mae’r hyn y mae corff arall yn delio ag"
            " ef yn dod i ben yma pan gaiff ei drosglwyddo: nid yw ei ymdriniaeth ei hun yn y ffigurau hyn.",
        ),
        CASES, finished, always(ROUTES), ("received_at", "finished_at"),
    ),
    Measure(
        "converted",
        Text("Recorded after we first tried otherwise", "Wedi’u cofnodi ar ôl i ni geisio fel arall gyntaf"),
        Text(
            "Cases first decided in the month to be recorded that had been decided outside Schedule 3 before.",
            "Achosion y penderfynwyd gyntaf yn y mis eu cofnodi ac y penderfynwyd eu trin y tu allan i Atodlen 3 cyn hynny.",
        ),
        CASES, converted,
    ),
    Measure(
        "referrals",
        Text("Referrals to the IOPC", "Atgyfeiriadau i’r IOPC"),
        Text(
            "Cases of which it became clear in the month that the law wants them referred to the IOPC.",
            "Achosion y daeth yn amlwg yn y mis fod y gyfraith yn mynnu eu hatgyfeirio i’r IOPC.",
        ),
        Text("referrals", "atgyfeiriadau"), referrals,
    ),
)  # fmt: skip
