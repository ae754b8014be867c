"""The code lists: what they come with, and what this office changed."""

from django.core.management.base import BaseCommand, CommandError

from gateways import clock
from putright.codes.lists import LISTS
from putright.codes.queries import code_list
from putright.codes.seeds import ensure, seeds
from putright.people.queries import NoOffice, office


class Command(BaseCommand):
    help = "Put into each code list the codes it comes with and has never had. What an office changed is left alone, and named."

    def handle(self, **options: object) -> None:
        try:
            pack = office()
        except NoOffice as problem:
            raise CommandError(str(problem)) from problem
        made = ensure(pack, clock.now())
        for which in LISTS:
            held = code_list(which)
            came = {row.key: row for row in seeds(which, pack)}
            own = sorted({row.code for row in held.rows if row != came.get(row.key)})
            self.stdout.write(f"{which}: {len(held.rows)} rows, {made[which]} put in now.")
            if own:
                self.stdout.write(f"  as this office has them: {', '.join(own)}")
