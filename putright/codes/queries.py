"""Questions of the lists. One query a list; within a request, one query however often it is asked."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from django.http import HttpRequest

from offices import Office
from offices.shape import Reason, Text
from putright.people.models import Handler
from putright.people.queries import NoOffice, office

from .counted import COUNTED
from .lists import LISTS, Kind
from .models import Change, Code, CodeList, Draft
from .refusals import NotChanged
from .rules import Bounds, Cannot, Problem, Row, Rows, Step, merge, problems, steps
from .seeds import seeds
from .usage import Use, uses

How = Callable[[Rows], Rows]
COLUMNS = ("code", "name_en", "name_cy", "since", "until", "parent", "edition", "source", "recalled", "mapped_to")


@dataclass(frozen=True)
class Plan:
    """A change before it is made: the list before and after, what differs, and the version of the list it was made for."""

    which: str
    version: int
    before: Rows
    after: Rows
    steps: list[Step]

    @property
    def token(self) -> str:
        """The same for the same change of the same list: a second press applies only what was shown."""
        return sha256(repr((self.which, self.version, self.steps)).encode()).hexdigest()[:32]


def code_list(which: str, pack: Office | None = None) -> Rows:
    """All rows of a list. One query. Of a list never begun here, the rows it comes with: the reasons are the office's, which
    is asked for when it is not given."""
    found = Code.objects.filter(which=which).order_by("place", "since", "pk").values_list(*COLUMNS)
    return Rows(tuple(Row(*row) for row in found) or _unbegun(which, pack))


def _unbegun(which: str, pack: Office | None) -> tuple[Row, ...]:
    try:
        return seeds(which, pack or office() if which == "reasons" else None)
    except NoOffice:
        return ()


def asked_once(request: HttpRequest, which: str) -> Rows:
    """The list. All of them are asked of the database at once, and once in a request: a page of a case needs most of them."""
    known: dict[str, Rows] = request.__dict__.setdefault("code_lists", {})
    if not known:
        known |= _every()
    if which not in known:
        known[which] = Rows(_unbegun(which, getattr(request, "office", None)))
    return known[which]


def _every() -> dict[str, Rows]:
    found: dict[str, list[Row]] = {}
    for which, *row in Code.objects.order_by("place", "since", "pk").values_list("which", *COLUMNS):
        found.setdefault(which, []).append(Row(*row))
    return {which: Rows(tuple(rows)) for which, rows in found.items()}


def in_force(which: str, on: date) -> tuple[Row, ...]:
    return code_list(which).in_force(on)


def name(which: str, code: str, on: date, language: str) -> str:
    """What a code was called that day, closed or not. For more than one of a list, take the list and ask it."""
    return code_list(which).name(code, on, language)


def with_reasons(pack: Office, on: date, listed: Rows | None = None) -> Office:
    """The office with its reasons as the list has them: closed ones too, each named as on that day. One query, none when
    the list is given."""
    listed = code_list("reasons", pack) if listed is None else listed
    codes = dict.fromkeys(row.code for row in listed.rows)
    rows = [row for code in codes if (row := listed.readable(code, on))]
    named = tuple(
        Reason(code=row.code, words=Text(row.en, row.cy), source="website", under=row.parent or None) for row in rows
    )
    return replace(pack, reasons=named)


def plan(which: str, how: How) -> Plan:
    """What a change would do. Refuses NotChanged with every problem found, and a change that changes nothing."""
    version = CodeList.objects.filter(slug=which).values_list("version", flat=True).first() or 0
    before = code_list(which)
    try:
        after = how(before)
    except Cannot as cannot:
        raise NotChanged(cannot.problems) from cannot
    if wrong := problems(before, after, bounds(which)):
        raise NotChanged(wrong)
    different = steps(before, after)
    if not different:
        raise NotChanged([Problem("nothing")])
    return Plan(which, version, before, after, different)


def merging(which: str, rows: list[Row]) -> How:
    """The change that a file is. It cannot be tried when the file rewrites what is here; then all else wrong is said too."""

    def how(before: Rows) -> Rows:
        after, wrong = merge(before, rows)
        if wrong:
            raise Cannot(*wrong, *problems(before, after, bounds(which)))
        return after

    return how


def bounds(which: str) -> Bounds:
    kind = LISTS[which]
    last = {code: use.last for code, use in uses(which).items() if use.last}
    return Bounds(kind.longest, last, pointed_at(kind), must_point=kind.into == "counted")


def pointed_at(kind: Kind) -> Rows | None:
    """The rows a code of that list may point to; None when it points to nothing. One query at most."""
    if kind.into == "counted":
        return COUNTED
    return code_list(kind.into) if kind.into else None


def used(which: str) -> dict[str, Use]:
    return dict(uses(which))


def changes(which: str, limit: int = 50) -> list[Change]:
    """The list's history, the newest first."""
    return list(Change.objects.filter(which=which).exclude(verb="came").select_related("by").order_by("-pk")[:limit])


def draft(key: str, which: str, by: Handler) -> Draft | None:
    """The file this person gave for this list; None for another's, another list's, and one forgotten."""
    return Draft.objects.filter(key=key, which=which, by=by).first() if key else None
