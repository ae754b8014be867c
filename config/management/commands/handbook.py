"""Print docs/handbook/ again from the rules, the words and the tables."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from putright.lawbook import handbook


class Command(BaseCommand):
    help = "Print the handbook from the law room's rows and words. --check only says whether it is up to date."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, *, check: bool, **options: object) -> None:
        if handbook.main(["--check"] if check else []):
            raise CommandError("The handbook is not what the rows print now. Run: script/manage handbook")
