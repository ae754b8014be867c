"""The import door from the command line, for files too large for the screen."""

from argparse import ArgumentParser
from pathlib import Path
from time import monotonic

from django.core.management.base import BaseCommand, CommandError

from gateways import clock
from putright.cases.refusals import Refused
from putright.imports.actions import load
from putright.imports.mapping import layout as layout_called
from putright.imports.mapping import layouts, said
from putright.imports.models import ImportProblem
from putright.imports.queries import Count


class Command(BaseCommand):
    help = "Load a CSV file of complaints. Bad rows are listed with their reason and stop nothing; again loads nothing twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--layout", required=True, help="how it is written: " + ", ".join(one.slug for one in layouts())
        )
        parser.add_argument("--list", action="store_true", help="print every row that is listed")

    def handle(self, *, file: Path, layout: str, list: bool, **options: object) -> None:
        began = monotonic()

        def told(count: Count) -> None:
            done, seconds = count.loaded + count.already, monotonic() - began
            self.stdout.write(f"  {done:,} complaints, {count.rows:,} rows, {done / seconds:,.0f} complaints a second")

        try:
            with file.open("rb") as opened:
                made = load(opened, layout_called(layout), file.name, by=None, at=clock.now(), told=told)
        except OSError as problem:
            raise CommandError(f"{file} could not be opened: {problem.strerror}.") from problem
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        listed = ImportProblem.objects.filter(load=made).order_by("row_number")
        self.stdout.write(f"Loaded {made.loaded:,}; here already {made.already:,}; rows listed {listed.count():,}.")
        if list:
            for problem in listed.iterator():
                self.stdout.write(f"  row {problem.row_number}: {said(problem.reason)}")
