"""A demonstration office on this machine: invented staff and people, real steps, and a real city's history."""

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

import offices
from demo.load import load
from demo.logins import logins
from gateways import clock
from putright.people.models import OfficeInUse


class Command(BaseCommand):
    help = (
        "Load a demonstration office (cleveland, dyfed-powys, essex, hertfordshire) in place of whatever is there. "
        "--if-empty keeps what is there. --logins prints who can sign in."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("office", nargs="?", default=settings.OFFICE)
        parser.add_argument("--if-empty", action="store_true", help="load only where no office is loaded yet")
        parser.add_argument("--logins", action="store_true", help="only print the log-ins and what to try")
        parser.add_argument(
            "--without-history",
            action="store_true",
            help="for quick tests: no history, and the letters are left to the worker",
        )

    def handle(self, *, office: str, if_empty: bool, logins: bool, without_history: bool, **options: object) -> None:
        if settings.MODE == "live":
            raise CommandError("This is a live office. A demonstration would empty it, so none is loaded here.")
        if logins:
            self.stdout.write(self.who_can_sign_in())
        elif if_empty and (there := OfficeInUse.objects.first()):
            self.stdout.write(f"An office is already loaded ({there.slug}), and is kept.")
        else:
            try:
                pack = offices.load(office)
            except offices.OfficeError as problem:
                raise CommandError(str(problem)) from problem
            load(pack, now=clock.now(), say=self.stdout.write, quick=without_history)

    def who_can_sign_in(self) -> str:
        if not OfficeInUse.objects.exists():
            raise CommandError("No office is loaded yet. Run: script/manage demo")
        return logins()
