"""Are the counts that are kept what a full count says?"""

import sys
from argparse import ArgumentParser
from datetime import timedelta

from django.core.management.base import BaseCommand

from gateways import clock
from putright.facts import checking, keeping
from putright.facts.months import Span
from putright.law.calendar import day_of
from putright.people.queries import office

YEAR = 365


class Command(BaseCommand):
    help = "Compares what is kept with a full count and says each difference. With --keep: makes all that is kept anew, first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--days", type=int, default=YEAR, help="how many days back; a year unless told")
        parser.add_argument("--keep", action="store_true", help="forget what is kept, and count and keep it all again")

    def handle(self, *, days: int, keep: bool, **others: object) -> None:
        """Ends with 1 when anything differs."""
        at, made_by = clock.now(), office()
        span = Span(day_of(at) - timedelta(days=days), day_of(at))
        if keep:
            keeping.keep_all(made_by, at, span.first, span.last_day)
        found = list(checking.differences(made_by, at, span))
        for one in found:
            self.stderr.write(str(one))
        self.stdout.write(f"{span.first} to {span.last_day}: {len(found)} differences")
        if found:
            sys.exit(1)
