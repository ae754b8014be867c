"""The demonstration's sign-in codes as they are now."""

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.accounts import code_now
from putright.people.models import Handler


class Command(BaseCommand):
    help = "Print the sign-in code of everybody in the demonstration, or of one: codes [USERNAME]. Never in a live office."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", nargs="?", default="")

    def handle(self, *, username: str, **options: object) -> None:
        if not settings.PUTRIGHT_DEMO:
            raise CommandError("Codes are printed in a demonstration only. In a live office each person has their own key.")
        people = Handler.objects.select_related("user").filter(left_on=None).order_by("pk")
        if username:
            people = people.filter(user__username=username)
        if not people:
            raise CommandError(f"Nobody here has the user name “{username}”." if username else "Nobody works here yet.")
        for person in people:
            code = code_now(person.user) or "no second factor"
            self.stdout.write(f"{code}  {person.user.get_username():<12} {person.name}, {person.role}")
