"""Opening an office for real, once, on the machine itself."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

import offices
from gateways import clock
from putright.accounts.opening import OfficeThere, open_office


class Command(BaseCommand):
    help = (
        "Open an office (cleveland, dyfed-powys, essex, hertfordshire, or a pack of your own) in an empty database, and make its "
        "first administrator and supervisor. Prints a joining link for each: it works once, for three days."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("office")
        parser.add_argument("--administrator", required=True, metavar="NAME")
        parser.add_argument("--supervisor", required=True, metavar="NAME")

    def handle(self, *, office: str, administrator: str, supervisor: str, **options: object) -> None:
        try:
            pack = offices.load(office)
            made = open_office(pack, {"administrator": administrator, "supervisor": supervisor}, at=clock.now())
        except offices.OfficeError as problem:
            raise CommandError(str(problem)) from problem
        except OfficeThere as problem:
            raise CommandError("An office is open in this database already. Nothing was changed.") from problem
        self.stdout.write(f"{pack.slug} is open. Give each of these to its person, and to nobody else:")
        for user_name, secret in made.items():
            self.stdout.write(f"  {user_name:<24} /en/join/{secret}/")
