"""Whether what was settled stayed settled, how long callers waited, and what people answered when they were asked.

The Welsh is machine-written; awaiting a translator."""

from datetime import datetime, timedelta

from django.db.models import Case as Choose
from django.db.models import CharField, Exists, F, OuterRef, Q, Subquery, Value, When

from offices import Text
from putright.cases.models import Case, Event
from putright.contacts.channels.telephone import figures as waiting
from putright.contacts.channels.telephone.models import Call, Written
from putright.contacts.models import Contact
from putright.invited import queries as invites
from putright.invited import rules as settings
from putright.questionnaires.models import Version
from putright.questionnaires.rules import SCALES, read
from putright.surveys.models import Response

from . import names
from .measure import CONTACTS, Measure, always
from .rows import Row, Stored, Worked
from .sentries import PASSES
from .sources import Scope, stored

AGAIN = timedelta(days=28)  # who comes back within it had not been helped for good
GOOD, PASSED, BACK, TOO_SOON = "for-good", "passed-on", "came-back", "too-soon"
IN_TIME, LATER, GIVEN_UP, AT_ONCE, OTHER = "in-time", "later", "given-up", "at-once", "other"
MARKS = ("5", "4", "3", "2", "1")
STAYED: names.Parts = {
    GOOD: Text("Nobody else asked, and not back within 28 days", "Ni ofynnwyd i neb arall, ac nid yn ôl o fewn 28 diwrnod"),
    BACK: Text("In touch again within 28 days", "Mewn cysylltiad eto o fewn 28 diwrnod"),
    PASSED: Text("Somebody else was asked as well", "Gofynnwyd i rywun arall hefyd"),
    TOO_SOON: Text("The 28 days are not over", "Nid yw’r 28 diwrnod ar ben"),
}
WAITS: names.Parts = {
    IN_TIME: Text("Answered in time", "Atebwyd mewn pryd"),
    LATER: Text("Answered later", "Atebwyd yn hwyrach"),
    GIVEN_UP: Text("Given up", "Rhoddwyd y gorau iddynt"),
    AT_ONCE: Text("Given up almost at once", "Rhoddwyd y gorau iddynt bron ar unwaith"),
    OTHER: Text("Passed on, or still waiting", "Trosglwyddwyd, neu’n dal i aros"),
}
MARKED: names.Parts = {
    "5": Text("5, the best", "5, y gorau"), "4": Text("4", "4"), "3": Text("3", "3"), "2": Text("2", "2"),
    "1": Text("1, the worst", "1, y gwaethaf"),
}  # fmt: skip


def stayed(scope: Scope) -> Stored:
    """Contacts settled at first contact, by whether that was the end of it. The later contact is looked for by case and by
    person, not by name."""
    until = scope.month.end + AGAIN
    later = Contact.objects.filter(
        received_at__gt=OuterRef("received_at"), received_at__lte=OuterRef("received_at") + AGAIN,
        received_at__gte=scope.month.start, received_at__lt=until,
    )  # fmt: skip
    passed = Event.objects.filter(case=OuterRef("case"), verb__in=PASSES)
    again = Exists(later.filter(case=OuterRef("case"))) | Exists(later.filter(person=OuterRef("person")))
    part = Choose(
        When(Exists(passed), then=Value(PASSED)), When(again, then=Value(BACK)),
        When(received_at__gt=scope.at - AGAIN, then=Value(TOO_SOON)), default=Value(GOOD), output_field=CharField(),
    )  # fmt: skip
    return stored(Contact.objects.exclude(settled_at=None), "received_at", scope, part=part)


def waits(scope: Scope) -> Stored:
    """Calls of the month's half-hours as the page How long callers wait counts them."""
    said = waiting.marks()
    answered, given_up = Q(answered_at__isnull=False), Q(outcome=waiting.ABANDONED)
    part = Choose(
        When(answered & waiting.by_mark(said, "seconds", "lte"), then=Value(IN_TIME)), When(answered, then=Value(LATER)),
        When(given_up & waiting.by_mark(said, "short", "gte"), then=Value(GIVEN_UP)), When(given_up, then=Value(AT_ONCE)),
        default=Value(OTHER), output_field=CharField(),
    )  # fmt: skip
    file = Written.objects.filter(call=OuterRef("pk")).order_by("pk").values("contact__case")[:1]
    within = Call.objects.filter(half_hour__gte=scope.month.start, half_hour__lt=scope.month.end)
    return Stored(within.annotate(file=Subquery(file), when=F("half_hour"), part=part))


def satisfaction(scope: Scope) -> Worked:
    """Every mark of 1 to 5 given in the month, once the month is over and so many answered that nobody can be picked out:
    surveys show no fewer."""
    found: list[tuple[str, Row]] = []
    if scope.month.end <= scope.at:
        answers = Response.objects.filter(at__gte=scope.month.start, at__lt=scope.month.end).order_by("at", "pk")
        rows = list(answers.values_list("version", "scores", "invite__case", "at"))
        if len(rows) >= invites.settings_at(scope.at)[settings.SMALLEST]:
            found = _marks(rows)
    return Worked(found, Case.objects.filter(pk__in={row.case for _, row in found}))


def _marks(rows: list[tuple[int, dict[str, str], int | None, datetime]]) -> list[tuple[str, Row]]:
    contents = Version.objects.filter(pk__in={version for version, *_ in rows}).values_list("pk", "content")
    scales = {pk: {one.code for one in read(content).of(*SCALES)} for pk, content in contents}
    given = [
        (str(mark), case or 0, at) for version, scores, case, at in rows
        for question, mark in sorted(scores.items()) if question in scales[version] and str(mark) in MARKS
    ]  # fmt: skip
    return [(mark, Row(number, case, at)) for number, (mark, case, at) in enumerate(given)]


ANSWERS = (
    Measure(
        "stayed",
        Text("Settled at first contact: was that the end of it?", "Wedi’u setlo ar y cyswllt cyntaf: ai dyna’r diwedd?"),
        Text(
            "Contacts settled at first contact, by whether somebody else was asked as well, and whether the same person or case"
            " was in touch again within 28 days. Somebody nobody knows cannot be seen to come back.",
            "Cysylltiadau a setlwyd ar y cyswllt cyntaf, yn ôl a ofynnwyd i rywun arall hefyd, ac a fu’r un person neu achos"
            " mewn cysylltiad eto o fewn 28 diwrnod. Ni ellir gweld rhywun nad oes neb yn ei adnabod yn dod yn ôl.",
        ),
        CONTACTS, stayed, always(STAYED), by_day=False,
    ),
    Measure(
        "waits",
        Text("How callers were answered", "Sut yr atebwyd galwyr"),
        Text(
            "Calls offered to the team in the month, by how they were answered. In time means within the seconds that the office"
            " says; given up almost at once means sooner than it counts. Leaves out who was helped by the menu alone.",
            "Galwadau a gynigiwyd i’r tîm yn y mis, yn ôl sut yr atebwyd hwy. Ystyr mewn pryd yw o fewn yr eiliadau y mae’r"
            " swyddfa’n eu dweud; ystyr bron ar unwaith yw’n gynt nag y mae’n ei gyfrif. Nid yw’n cynnwys y rhai y helpodd y"
            " ddewislen yn unig.",
        ),
        Text("calls", "galwadau"), waits, always(WAITS), by_day=False, caseless=True,
    ),
    Measure(
        "satisfaction",
        Text("How satisfied people said they were", "Pa mor fodlon y dywedodd pobl eu bod"),
        Text(
            "Every answer from 1 to 5 that people gave in the month to our surveys, by the mark. Counted when the month is over"
            " and enough people answered. Leaves out questions that did not apply, and what people said about themselves.",
            "Pob ateb o 1 i 5 a roddodd pobl yn y mis i’n harolygon, yn ôl y marc. Cyfrifir pan fydd y mis ar ben a digon o bobl"
            " wedi ateb. Nid yw’n cynnwys cwestiynau nad oeddent yn berthnasol, na’r hyn a ddywedodd pobl amdanynt eu hunain.",
        ),
        Text("answers", "atebion"), satisfaction, always(MARKED), by_day=False, caseless=True,
    ),
)  # fmt: skip
