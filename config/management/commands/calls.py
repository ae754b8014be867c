"""An exchange's log from the command line, for files too large for the screen; and every call worked out anew."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from gateways import clock
from putright.cases.refusals import Refused
from putright.contacts.channels.telephone import queries
from putright.contacts.channels.telephone.actions import load_log, rebuild
from putright.contacts.channels.telephone.log import COLUMNS, LONDON_CLOCK, UTC_CLOCK, Written
from putright.contacts.channels.telephone.models import Exchange
from putright.contacts.channels.telephone.reading import REASONS


class Command(BaseCommand):
    help = "Load a telephone exchange's CSV log. Bad rows are listed and stop nothing; the same file again changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?")
        parser.add_argument("--exchange", help="its short name; made where it is not there yet")
        parser.add_argument("--clock", choices=(LONDON_CLOCK, UTC_CLOCK), default=LONDON_CLOCK)
        parser.add_argument("--column", action="append", default=[], metavar="OURS=THEIRS", help=f"ours: {', '.join(COLUMNS)}")
        parser.add_argument("--list", action="store_true", help="print every row that could not be taken")
        parser.add_argument("--rebuild", action="store_true", help="work every call out again from its events")

    def handle(self, *, rebuild: bool, file: Path | None, exchange: str | None, **options: object) -> None:
        if rebuild:
            self.again()
        elif file and exchange:
            self.load(file, exchange, **options)
        else:
            raise CommandError("Give the file and --exchange NAME, or --rebuild.")

    def again(self) -> None:
        self.stdout.write(f"{rebuild(by=None, at=clock.now()):,} calls worked out again from their events.")

    def load(self, file: Path, exchange: str, **options: object) -> None:
        names = dict(pair.partition("=")[::2] for pair in options["column"])
        if unknown := names.keys() - COLUMNS.keys():
            raise CommandError(f"We have no column called {', '.join(sorted(unknown))}. Ours are: {', '.join(COLUMNS)}.")
        found, _made = Exchange.objects.get_or_create(slug=exchange, defaults={"name": exchange, "made_at": clock.now()})
        try:
            with file.open("rb") as opened:
                made = load_log(opened, found, Written(names, str(options["clock"])), file.name, by=None, at=clock.now())
        except OSError as problem:
            raise CommandError(f"{file} could not be opened: {problem.strerror}.") from problem
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        kept = f"{made.kept:,} new events, {made.known:,} here already"
        self.stdout.write(f"{made.rows:,} rows; {kept}; {made.wrong:,} rows listed.")
        if options["list"]:
            for one in queries.every_wrong(made):
                self.stdout.write(f"  row {one.row}: {REASONS[one.reason]}")
