"""script/manage take-in: a pack of another office becomes a case here."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from gateways import clock
from putright.cases.refusals import Refused
from putright.packs.actions import take_in
from putright.packs.taking_in import read
from putright.people.gates import NotAllowed
from putright.people.models import Handler


class Command(BaseCommand):
    help = "Make a case of a pack (pack.json, or the ZIP with its documents) of another office. Again makes no second case."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--by", required=True, help="who takes it in: the name they sign in with")

    def handle(self, *, file: Path, by: str, **options: object) -> None:
        handler = Handler.objects.filter(user__username=by, left_on=None).first()
        if handler is None:
            raise CommandError(f"Nobody signs in as {by} here.")
        try:
            case = take_in(read(file.read_bytes()), by=handler, at=clock.now())
        except OSError as problem:
            raise CommandError(f"{file} could not be opened: {problem.strerror}.") from problem
        except NotAllowed as refusal:
            raise CommandError(f"{handler.name} may not take in packs.") from refusal
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(case.reference)
