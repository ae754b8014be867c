"""The two sheets of a record, line by line: the pack anybody at the unit may read, and the sealed one."""

from collections.abc import Mapping
from uuid import NAMESPACE_URL, UUID, uuid5

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from design import dates
from putright.codes.rules import Rows
from putright.law.calendar import day_of

from .models import Record, Source, Words
from .rules import GRADES, plain

Lines = list[tuple[str, str]]


def key_of(text: str, handler: object) -> UUID:
    """The record's key, each handler's their own."""
    return uuid5(NAMESPACE_URL, f"putright:information:{handler}:{text}")


def pack(record: Record, words: Words, lists: Mapping[str, Rows], language: str) -> Lines:
    codes = (record.source_grade, record.assessment, record.handling)
    on = day_of(record.at)
    graded = [f"{code} {lists[which].name(code, on, language)}" for which, code in zip(GRADES, codes, strict=True)]
    return [
        (_("Number of this pack"), words.pack_number),
        (_("Taken down"), dates.moment(record.at)),
        (_("By"), record.by.name),
        (_("A threat to life"), pgettext("is there a threat", "Yes") if record.threat else pgettext("is there a threat", "No")),
        (_("Source evaluation"), graded[0]),
        (_("Assessment"), graded[1]),
        (_("Handling"), graded[2]),
        (_("The information"), words.sanitised),
        (_("Digest"), record.digest),
    ]


def as_json(record: Record, words: Words) -> dict[str, object]:
    """The pack for the unit's own system, in codes: docs/handover/putright-intelligence-1.schema.json. Never who told us."""
    return {
        "format": "putright-intelligence-1", "number": words.pack_number, "taken_at": record.at.isoformat(),
        "threat_to_life": record.threat, "source_evaluation": record.source_grade, "assessment": record.assessment,
        "handling": record.handling, "information": words.sanitised, "digest": record.digest,
    }  # fmt: skip


def sealed(record: Record, source: Source, words: Words) -> Lines:
    return [
        (_("Number of this pack"), words.pack_number),
        (_("Taken down"), dates.moment(record.at)),
        (_("Who told us"), source.name or _("They did not say")),
        (_("How to reach them"), source.reach or _("They did not say")),
        (_("What they said"), words.said),
    ]


def as_file(heading: str, rows: Lines, name: str) -> HttpResponse:
    answer = HttpResponse(plain(heading, rows), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
