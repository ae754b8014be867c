"""Changing a layout and putting it in force. No case changes."""

from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify

from offices import Text
from offices.layouts import Layout, Part
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler

from . import offered, queries, rules
from .models import Draft, Version
from .refusals import BackInTime, NameTaken, NoDraft, NoSuchItem, NothingInIt, TooMuch


@transaction.atomic
def begin(en: str, cy: str, *, by: Handler, at: datetime) -> Draft:
    """A layout of the office's own, as a draft with one part for words. Refuses NameTaken, NotAllowed."""
    check(by, "layouts.change")
    slug = slugify(en)[:40] or "layout"
    if queries.draft(slug) or slug in {one.slug for one in queries.layouts(date.max)}:
        raise NameTaken
    return Draft.objects.create(slug=slug, en=en, cy=cy, parts=[], by=by, at=at)


def _keep(layout: Layout, parts: tuple[Part, ...], by: Handler, at: datetime) -> Draft:
    if len(parts) > rules.MOST_PARTS or any(len(getattr(one, kind)) > rules.MOST_ITEMS for one in parts for kind in rules.KINDS):
        raise TooMuch
    told = {"en": layout.words.en, "cy": layout.words.cy, "parts": rules.plain(parts), "by": by, "at": at}
    row, _new = Draft.objects.update_or_create(slug=layout.slug, defaults=told)
    return row


def _being_changed(slug: str, at: datetime) -> Layout:
    Draft.objects.select_for_update().filter(slug=slug).first()  # two who change it at once lose nothing of each other's
    return queries.being_changed(slug, day_of(at))


@transaction.atomic
def name_part(slug: str, part: str, words: Text, *, done: bool = False, by: Handler, at: datetime) -> Draft:
    """Name a part, or add one at the end where `part` is empty. Refuses NoSuchItem, TooMuch, NotAllowed. Raises NoSuchLayout."""
    check(by, "layouts.change")
    layout = _being_changed(slug, at)
    if not part:
        added = Part(rules.free_slug(layout.parts), words, done=done)
        return _keep(layout, (*layout.parts, added), by, at)
    if rules.place_of(layout.parts, part) < 0:
        raise NoSuchItem
    return _keep(layout, rules.changed(layout.parts, part, words=words, done=done), by, at)


@transaction.atomic
def add(slug: str, part: str, kind: str, key: str, *, by: Handler, at: datetime) -> Draft:
    """A figure, table or drawing at the end of a part; once. Refuses NoSuchItem, TooMuch, NotAllowed. Raises NoSuchLayout."""
    check(by, "layouts.change")
    layout = _being_changed(slug, at)
    place = rules.place_of(layout.parts, part)
    if place < 0 or key not in offered.items("en").get(kind, {}):
        raise NoSuchItem
    there = getattr(layout.parts[place], kind)
    more = there if key in there else (*there, key)
    return _keep(layout, rules.changed(layout.parts, part, **{kind: more}), by, at)


@transaction.atomic
def raise_part(slug: str, part: str, *, by: Handler, at: datetime) -> Draft:
    """Put it before the part above it. Refuses NotAllowed. Raises NoSuchLayout."""
    check(by, "layouts.change")
    layout = _being_changed(slug, at)
    return _keep(layout, rules.moved_up(layout.parts, rules.place_of(layout.parts, part)), by, at)


@transaction.atomic
def take_out(slug: str, part: str, kind: str = "", key: str = "", *, by: Handler, at: datetime) -> Draft:
    """Take out a whole part, or one thing of it. Refuses NotAllowed. Raises NoSuchLayout."""
    check(by, "layouts.change")
    layout = _being_changed(slug, at)
    if kind not in rules.KINDS:
        return _keep(layout, rules.without(layout.parts, part), by, at)
    return _keep(layout, _items(layout, part, kind, lambda there: tuple(one for one in there if one != key)), by, at)


@transaction.atomic
def raise_item(slug: str, part: str, kind: str, key: str, *, by: Handler, at: datetime) -> Draft:
    """Put a figure, table or drawing before the one above it. Refuses NoSuchItem, NotAllowed. Raises NoSuchLayout."""
    check(by, "layouts.change")
    layout = _being_changed(slug, at)
    if kind not in rules.KINDS:
        raise NoSuchItem

    def up(there: tuple[str, ...]) -> tuple[str, ...]:
        return rules.moved_up(there, there.index(key)) if key in there else there

    return _keep(layout, _items(layout, part, kind, up), by, at)


Change = Callable[[tuple[str, ...]], tuple[str, ...]]


def _items(layout: Layout, part: str, kind: str, change: Change) -> tuple[Part, ...]:
    return tuple(
        rules.changed((one,), part, **{kind: change(getattr(one, kind))})[0] if one.slug == part else one for one in layout.parts
    )


@transaction.atomic
def put_in_force(slug: str, since: date, *, by: Handler, at: datetime) -> Version:
    """Reports drawn up from that day on are laid out as the draft has it; those already drawn up stay as they are.

    Refuses NoDraft, NothingInIt, BackInTime, NotAllowed."""
    check(by, "layouts.change")
    row = Draft.objects.select_for_update().filter(slug=slug).first()
    if row is None:
        raise NoDraft
    if not row.parts:
        raise NothingInIt
    if since < day_of(at):
        raise BackInTime
    made = Version.objects.create(slug=slug, en=row.en, cy=row.cy, parts=row.parts, since=since, by=by, at=at)
    row.delete()
    return made


@transaction.atomic
def drop_draft(slug: str, *, by: Handler, at: datetime) -> None:
    """Forget what was changed and is not in force. Refuses NotAllowed."""
    check(by, "layouts.change")
    Draft.objects.filter(slug=slug).delete()
