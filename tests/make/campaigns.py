"""Makers of campaigns and their lists."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from putright.campaigns import queries
from putright.campaigns.actions import going, preparing
from putright.campaigns.actions.preparing import Wanted
from putright.campaigns.models import Campaign, Entry
from putright.people.models import Handler

from . import surveys

WORDS = {"subject_en": "How was it?", "subject_cy": "Sut oedd hi?", "words_en": "We would like to know.",
         "words_cy": "Hoffem wybod."}  # fmt: skip


def wanted(at: datetime, kind: str = "general", **more: object) -> Wanted:
    surveys.surveys(at - timedelta(days=400))
    told = {"name": "Basildon", "survey": surveys.survey("victims"), "starts_on": at.date(),
            "ends_on": at.date() + timedelta(days=28)} | WORDS | more  # fmt: skip
    return Wanted(kind=kind, **told)


def campaign(by: Handler, at: datetime, kind: str = "general", **more: object) -> Campaign:
    return preparing.make(wanted(at, kind, **more), by=by, at=at)


def load(one: Campaign, rows: Sequence[Mapping[str, str]], *, by: Handler, at: datetime) -> list[Entry]:
    names = list(dict.fromkeys(name for row in rows for name in row))
    preparing.load(one, names, [dict.fromkeys(names, "") | dict(row) for row in rows], by=by, at=at)
    return list(Entry.objects.filter(campaign=one).order_by("number"))


def let_go(one: Campaign, by: Handler, other: Handler, at: datetime) -> Campaign:
    preparing.forward(one, by=by, at=at)
    preparing.sign(one, by=other, at=at)
    one.refresh_from_db()
    return one


def sent(one: Campaign, at: datetime) -> Campaign:
    """All of it, as the rounds do."""
    while going.send(one, at=at):
        pass
    one.refresh_from_db()
    return one


def code(entry: Entry) -> str:
    return queries.code_of(entry)
