"""The figures of a front door: how soon it was written down, what was asked of the telephone, what was never finished.

The Welsh is machine-written; awaiting a translator."""

from datetime import timedelta

from django.db.models import Case as Choose
from django.db.models import CharField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from offices import Office, Text
from putright.contacts.channels.telephone.models import Call, Written
from putright.contacts.channels.telephone.words import OUTCOMES
from putright.contacts.models import Contact
from putright.recovery.models import Attempt

from . import names
from .measure import CONTACTS, Measure, always
from .rows import Stored
from .sources import Scope, renamed, stored

FRAUD = "fraud-journey"  # a kind of contact
WITHIN = (("day", 1), ("two-days", 2), ("five-days", 5))
SOON: names.Parts = {
    "day": Text("Within a day", "O fewn diwrnod"),
    "two-days": Text("Within two days", "O fewn dau ddiwrnod"),
    "five-days": Text("Within five days", "O fewn pum diwrnod"),
    "later": Text("Later", "Yn hwyrach"),
}
LANGUAGES: names.Parts = {
    "cy": Text("Welsh", "Cymraeg"), "en": Text("English", "Saesneg"), names.NOT_TOLD: Text("Not told", "Heb ei nodi"),
}  # fmt: skip
CONTENT: names.Parts = {
    "yes": Text("Content", "Bodlon"), "no": Text("Still unhappy", "Yn dal yn anfodlon"),
    "not_known": Text("Not known", "Ddim yn hysbys"),
}  # fmt: skip
GAPS: names.Parts = {
    "kind": Text("What it was is not written down", "Nid yw’r hyn ydoedd wedi’i ysgrifennu"),
    "reason": Text("The reason is not written down", "Nid yw’r rheswm wedi’i ysgrifennu"),
    "person": Text("Nobody known, or anonymous", "Neb hysbys, neu’n ddienw"),
    "whole": Text("Nothing missing", "Dim ar goll"),
}


def soon(scope: Scope) -> Stored:
    """Contacts by how long after they reached us they were written down, in days of 24 hours."""
    whens = [When(entered_at__lte=F("received_at") + timedelta(days=days), then=Value(part)) for part, days in WITHIN]
    part = Choose(*whens, default=Value("later"), output_field=CharField())
    return stored(Contact.objects.exclude(channel="import"), "received_at", scope, part=part)


def languages(scope: Scope) -> Stored:
    return stored(Contact.objects.all(), "received_at", scope, part=renamed("language", {}))


def fraud(scope: Scope) -> Stored:
    return stored(Contact.objects.filter(topic=FRAUD), "received_at", scope)


def content(scope: Scope) -> Stored:
    return stored(Attempt.objects.all(), "answered_at", scope, part=F("content"))


def gaps(scope: Scope) -> Stored:
    """Each contact once, by the first thing missing."""
    part = Choose(
        When(kind="", then=Value("kind")), When(reason="", then=Value("reason")),
        When(person=None, then=Value("person")), default=Value("whole"), output_field=CharField(),
    )  # fmt: skip
    return stored(Contact.objects.all(), "received_at", scope, part=part)


def by_area(scope: Scope) -> Stored:
    """What others put right there and then and wrote down, by the team of whoever wrote it."""
    team = Coalesce("by__team__slug", "told_by__team__slug", Value(names.NOT_TOLD), output_field=CharField())
    return stored(Contact.objects.filter(via__in=("local", "101")), "received_at", scope, part=team)


def calls(scope: Scope) -> Stored:
    """Calls that reached the team. One that was written down opens into its case."""
    file = Written.objects.filter(call=OuterRef("pk")).order_by("pk").values("contact__case")[:1]
    within = Call.objects.filter(~Q(began_at=None), began_at__gte=scope.month.start, began_at__lt=scope.month.end)
    return Stored(within.annotate(file=Subquery(file), when=F("began_at"), part=F("outcome")))


def outcomes(office: Office, lists: names.Lists) -> names.Parts:
    return {code: Text(*SAID[code]) for code in SAID if code in OUTCOMES}


SAID = {
    "answered": ("Answered", "Atebwyd"),
    "abandoned": ("Given up", "Rhoddwyd y gorau iddynt"),
    "passed_on": ("Passed on before anybody answered", "Trosglwyddwyd cyn i neb ateb"),
    "waiting": ("Waiting", "Yn aros"),
    "talking": ("Talking", "Yn siarad"),
}
FRONT = (
    Measure(
        "soon",
        Text("How soon it was written down", "Pa mor fuan yr ysgrifennwyd ef"),
        Text(
            "Contacts received in the month, by how long after they reached us they were written down, in days of 24 hours."
            " Leaves out imported history.",
            "Cysylltiadau a dderbyniwyd yn y mis, yn ôl pa mor hir ar ôl iddynt ein cyrraedd yr ysgrifennwyd hwy, mewn diwrnodau"
            " o 24 awr. Nid yw’n cynnwys hanes a fewnforiwyd.",
        ),
        CONTACTS, soon, always(SOON), ("received_at", "entered_at"),
    ),
    Measure(
        "languages",
        Text("Contacts by language", "Cysylltiadau yn ôl iaith"),
        Text(
            "Contacts received in the month, by the language the person asked us to use. The Welsh are the"
            " Welsh-language service.",
            "Cysylltiadau a dderbyniwyd yn y mis, yn ôl yr iaith y gofynnodd y person i ni ei defnyddio. Y rhai"
            " Cymraeg yw’r gwasanaeth Cymraeg.",
        ),
        CONTACTS, languages, always(LANGUAGES),
    ),
    Measure(
        "fraud",
        Text("Fraud: who deals with it", "Twyll: pwy sy’n delio ag ef"),
        Text(
            "Contacts received in the month by people who reported a fraud and want to know who deals with it.",
            "Cysylltiadau a dderbyniwyd yn y mis gan bobl a roddodd wybod am dwyll ac sydd am wybod pwy sy’n delio ag ef.",
        ),
        CONTACTS, fraud,
    ),
    Measure(
        "content",
        Text("Content with what was offered?", "Yn fodlon ar yr hyn a gynigiwyd?"),
        Text(
            "Offers to put it right that were answered in the month, by whether the person was content.",
            "Cynigion i’w unioni a atebwyd yn y mis, yn ôl a oedd y person yn fodlon.",
        ),
        Text("answers", "atebion"), content, always(CONTENT), ("at", "answered_at"),
    ),
    Measure(
        "gaps",
        Text("What is missing", "Beth sydd ar goll"),
        Text(
            "Contacts received in the month, each once, by the first thing that nobody has written down.",
            "Cysylltiadau a dderbyniwyd yn y mis, pob un unwaith, yn ôl y peth cyntaf nad oes neb wedi’i ysgrifennu.",
        ),
        CONTACTS, gaps, always(GAPS),
    ),
    Measure(
        "by-area",
        Text("Put right there and then, by area", "Wedi’u hunioni yn y fan a’r lle, yn ôl ardal"),
        Text(
            "Contacts of the month that somebody outside the team heard first and wrote down, by their team. Few from an area"
            " may mean that little is written down there: see There and then, by area.",
            "Cysylltiadau’r mis a glywyd gyntaf gan rywun y tu allan i’r tîm ac a ysgrifennwyd ganddynt, yn ôl eu tîm. Gall"
            " ychydig o ardal olygu mai ychydig a ysgrifennir yno: gweler Yn y fan a’r lle, yn ôl ardal.",
        ),
        CONTACTS, by_area, by_day=False,
    ),
    Measure(
        "calls",
        Text("Calls that reached the team", "Galwadau a gyrhaeddodd y tîm"),
        Text(
            "Calls whose caller began to wait for the team in the month, by what became of them. Leaves out callers who were"
            " helped by the menu alone. How long they waited is under How long callers wait.",
            "Galwadau y dechreuodd y galwr aros am y tîm yn y mis, yn ôl beth a ddaeth ohonynt. Nid yw’n cynnwys galwyr y"
            " helpodd y ddewislen yn unig. Mae pa mor hir y buont yn aros o dan Pa mor hir y mae galwyr yn aros.",
        ),
        Text("calls", "galwadau"), calls, outcomes, by_day=False, caseless=True,
    ),
)  # fmt: skip
