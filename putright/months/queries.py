"""Reports and what stands in them, who has had them, and what is still to go."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import get_language

from putright.contacts.models import Contact
from putright.law.calendar import day_of
from putright.layouts.queries import layouts

from . import rules
from .models import Board, Change, Report, Sending, Words


def period_of(report: Report) -> rules.Period:
    return rules.Period(report.year, report.number, report.length)


def reports(*, signed_only: bool) -> QuerySet[Report]:
    """The newest revision of each, the latest period first, without its figures. `newer` is told by `newest`."""
    found = Report.objects.defer("figures").select_related("by", "signed__by")
    if signed_only:
        return found.filter(signed__isnull=False).order_by("-year", "-number", "length", "layout", "-revision")
    newer = Report.objects.filter(revises=OuterRef("pk"))
    return found.filter(~Exists(newer)).order_by("-year", "-number", "length", "layout")


def the(pk: int, *, signed_only: bool) -> Report | None:
    found = Report.objects.select_related("by", "signed__by", "revises").filter(pk=pk) if pk < 2**63 else None
    row = found.first() if found is not None else None
    return None if row is not None and signed_only and not is_signed(row) else row


def is_signed(report: Report) -> bool:
    return getattr(report, "signed", None) is not None


def revised_by(report: Report) -> Report | None:
    return Report.objects.defer("figures").filter(revises=report).first()


def words(report: Report) -> Mapping[str, Words]:
    """The newest version of each part's words. One query."""
    return {one.part: one for one in report.words.select_related("by").order_by("pk")} if report.pk else {}


def versions(report: Report, part: str) -> list[Words]:
    """Every version of one part's words, the newest first."""
    return list(report.words.filter(part=part).select_related("by").order_by("-pk"))


def signed_words(report: Report) -> dict[str, dict[str, str]]:
    return {part: {"en": one.en, "cy": one.cy} for part, one in sorted(words(report).items())}


def unfinished_parts(report: Report) -> list[str]:
    """The names of the parts with words in one language only."""
    language = "cy" if get_language() == "cy" else "en"
    half = {part for part, one in signed_words(report).items() if bool(one["en"]) != bool(one["cy"])}
    return [one["name"][language] for one in report.figures["sections"] if one["key"] in half]


def drafted_parts(report: Report) -> list[str]:
    """The names of the parts whose words are still as they were drafted from what was done."""
    language = "cy" if get_language() == "cy" else "en"
    drafted = {part for part, one in words(report).items() if one.by_id is None}
    return [one["name"][language] for one in report.figures["sections"] if one["key"] in drafted]


def is_whole(report: Report) -> bool:
    """Whether its figures, and once signed its words too, are still what their fingerprints say."""
    if rules.fingerprint(report.figures) != report.fingerprint:
        return False
    both = [report.figures, signed_words(report)]
    return not is_signed(report) or rules.fingerprint(both) == report.signed.fingerprint


def boards() -> list[Board]:
    return list(Board.objects.filter(ended_at=None).order_by("name_en"))


def board(pk: int) -> Board | None:
    return Board.objects.filter(pk=pk, ended_at=None).first() if pk < 2**63 else None


def sending(pk: int) -> Sending | None:
    return Sending.objects.select_related("report", "board", "mail").filter(pk=pk).first() if pk < 2**63 else None


def sendings(report: Report) -> list[Sending]:
    return list(report.sendings.select_related("board", "mail__settled_by").order_by("board__name_en", "address"))


def changes() -> list[Change]:
    return list(Change.objects.select_related("by").order_by("-on", "-pk")[:200])


def to_go(at: datetime, *, limit: int) -> Iterator[tuple[Report, Board, datetime]]:
    """Signed newest revisions and the boards that are to have them and have not, from the board's day on. A board has nothing
    of a report signed before it was put on the list. Two queries and one for each pair that may be due."""
    newer, found = Report.objects.filter(revises=OuterRef("pk")), 0
    for board in boards():
        rows = Report.objects.defer("figures").select_related("signed").filter(
            ~Exists(newer), layout=board.layout, length=board.length, signed__at__gte=board.at
        )  # fmt: skip
        rows = rows.filter(number=board.begins) if board.length == rules.YEAR else rows
        for report in rows.order_by("pk"):
            since = max(rules.goes_on(period_of(report), board.day), report.signed.at)
            if since <= at and still_open(report, board):
                yield report, board, since
                found += 1
            if found >= limit:
                return


def to_draw_up(at: datetime, *, limit: int) -> list[tuple[str, rules.Period]]:
    """The layouts and lengths that boards have, of the last period that is over, where no report is drawn up. A period from
    before anything was kept here is none. Two queries, and two for each layout and length."""
    found, laid = [], {one.slug for one in layouts(day_of(at))}
    wanted = {(one.layout, one.length, one.begins if one.length == rules.YEAR else rules.APRIL) for one in boards()}
    for layout, length, begins in sorted(one for one in wanted if one[0] in laid):
        period = rules.last_over(at, length, begins)
        known = {"layout": layout, "year": period.year, "number": period.number, "length": length}
        if not Report.objects.filter(**known).exists() and begun(period):
            found.append((layout, period))
    return found[:limit]


def begun(period: rules.Period) -> bool:
    """Whether anything was kept here before the period was over. A nought of a time before us would be no figure."""
    return Contact.objects.filter(received_at__lt=period.end).exists()


def still_open(report: Report, board: Board) -> list[str]:
    """The addresses of the board that it was not put in the post for."""
    done = set(Sending.objects.filter(report=report, board=board).values_list("address", flat=True))
    return [one for one in board.addresses.splitlines() if one not in done]
