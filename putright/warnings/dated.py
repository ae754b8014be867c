"""The changes kept here, for every chart that shows their series (charts.changing)."""

from putright.charts.shapes import Mark

from . import queries


def changes(which: str, code: str) -> list[Mark]:
    return [Mark(one.on, one.label) for one in queries.annotations(which, code)]
