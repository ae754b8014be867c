"""The duties as this version of Putright knows them, and as somebody here read them in the Order."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from .models import InTheOrder
from .rules import Duty


@cache
def duties() -> Mapping[str, Duty]:
    read = tomllib.loads((Path(__file__).parent / "duties.toml").read_text())
    return {key: Duty(key, **row) for key, row in read.items()}


def held(on: date) -> Mapping[str, Duty]:
    """As they hold for a clock that begins that day: what somebody read in the Order is recalled no more. One query."""
    found = dict(duties())
    for row in InTheOrder.objects.filter(duty__in=found, since__lte=on).order_by("since", "at", "pk"):
        found[row.duty] = replace(found[row.duty], months=row.months, cite=row.cite, mark="", read=row.source)
    return found
