"""The layouts of a day, in force and as they are being changed."""

from datetime import date

from offices import Text, in_force
from offices.layouts import Layout
from putright.people.queries import office

from . import rules
from .models import Draft, Version


class NoSuchLayout(LookupError):
    """No report is laid out so."""


def of(row: Draft | Version) -> Layout:
    return Layout(row.slug, Text(row.en, row.cy), rules.parts_of(row.parts), "office")


def layouts(on: date) -> tuple[Layout, ...]:
    """Those in force on that day, as the pack has them or as the office changed them. One query."""
    found = {one.slug: one for one in in_force(office().layouts, on)}
    for row in Version.objects.filter(since__lte=on).order_by("since", "pk"):
        found[row.slug] = of(row)
    return tuple(found.values())


def the(slug: str, on: date) -> Layout:
    """Raises NoSuchLayout."""
    found = next((one for one in layouts(on) if one.slug == slug), None)
    if found is None:
        raise NoSuchLayout(slug)
    return found


def draft(slug: str) -> Draft | None:
    return Draft.objects.select_related("by").filter(slug=slug).first()


def drafts() -> list[Draft]:
    return list(Draft.objects.select_related("by").order_by("slug"))


def versions(slug: str) -> list[Version]:
    """Every version of a layout, the newest first."""
    return list(Version.objects.filter(slug=slug).select_related("by").order_by("-since", "-pk"))


def being_changed(slug: str, on: date) -> Layout:
    """The draft, or what is in force where nobody changes it. Raises NoSuchLayout."""
    row = draft(slug)
    return of(row) if row else the(slug, on)
