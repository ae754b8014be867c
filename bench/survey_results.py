"""How long the results of a survey take, with how many questions to the database and in how much memory.

    DATABASE_URL=sqlite:///var/answers.sqlite3 python -m bench.survey_results --answers 100000

Answers of four years to one survey, seven scales each, in both languages by six ways and about twelve districts, each of
somebody who said what groups they are of; the database must be empty and migrated, or one an earlier run filled (`--filled`).
Prints processor seconds of the counting and of the whole page, and the most memory before and after."""

import argparse
import os
import resource
from datetime import UTC, datetime, timedelta
from itertools import batched
from time import process_time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("PUTRIGHT_MODE", "test")

AT = datetime(2026, 4, 1, 9, tzinfo=UTC)
FIRST = datetime(2022, 4, 1, 9, tzinfo=UTC)
CHANNELS, HOW = ("phone", "web", "email", "letter", "counter", "chat"), ("web", "web", "phone", "paper")
SCALES = ("overall", "empathy", "understanding", "friendly", "polite", "helpful", "professional")


def fill(how_many: int) -> None:
    from putright.invited.models import Invite
    from putright.questionnaires import seeds
    from putright.questionnaires.models import Version
    from putright.surveys.models import Response
    from tests.make import people

    people.office()
    seeds.ensure(FIRST)
    version = Version.objects.get(survey__slug="complaint")
    people.handler("Jo Brennan", "supervisor", people.team())
    areas = [people.team(f"district-{n}", "local") for n in range(12)]
    step = (AT - FIRST) / how_many
    for numbers in batched(range(how_many), 2_000):
        moments = [FIRST + step * number for number in numbers]
        invites = Invite.objects.bulk_create(
            Invite(digest=f"{number:064}", survey="complaint", within="own", how="email", language="en", made_at=at,
                   until=at + timedelta(days=42), answered_at=at)
            for number, at in zip(numbers, moments, strict=True)
        )  # fmt: skip
        Response.objects.bulk_create(
            Response(
                invite=invite, version=version, how=HOW[number % 4], language="cy" if number % 5 == 0 else "en",
                channel=CHANNELS[number % 6], area=areas[number % 12], at=at, month=f"{at:%Y-%m}",
                scores={code: str(1 + (number + n) % 5) for n, code in enumerate(SCALES)} | {"clear": "yes"},
            )
            for number, at, invite in zip(numbers, moments, invites, strict=True)
        )  # fmt: skip
    _groups(version, how_many)


def _groups(version: object, how_many: int) -> None:
    """As if each had said which band of every group they are of, and let their answers be counted by it."""
    from putright.surveys.equality import GROUPS, quarter_of
    from putright.surveys.models import Tally

    quarters = sorted({quarter_of(FIRST + timedelta(days=30 * n)) for n in range(48)})
    answers = [("", ""), *((code, str(mark)) for code in SCALES for mark in range(1, 6))]
    Tally.objects.bulk_create(
        Tally(version=version, quarter=quarter, group=group, band=band, question=code, value=value,
              number=how_many // len(quarters) // len(bands) // (5 if code else 1))
        for quarter in quarters for group, (_label, bands) in GROUPS.items() for band in bands for code, value in answers
    )  # fmt: skip


def most_memory() -> float:
    """In MiB, of the whole process, ever."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure() -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from putright.questionnaires.models import Survey
    from putright.surveys import results

    survey, before = Survey.objects.get(slug="complaint"), most_memory()
    works = {by: (lambda by=by: results.of(survey, by, at=AT)) for by in results.BY}
    for name, work in (works | {"the list of surveys": lambda: results.listed(at=AT)}).items():
        began = process_time()
        with CaptureQueriesContext(connection) as asked:
            work()
        counted = process_time() - began
        print(f"| {name} | {counted:.2f} | {len(asked)} | {_page(name):.2f} |" if name in works else
              f"| {name} | {counted:.2f} | {len(asked)} | |")  # fmt: skip
    number = results.of(survey, "month", at=AT).whole
    print(f"{number.number if number else 0} answers shown; most memory {before:.0f} MiB before, {most_memory():.0f} MiB after")


def _page(by: str) -> float:
    """Processor seconds of the page as a supervisor gets it: counted and drawn. The first is not taken: it reads our code."""
    from django.test import Client

    from gateways import clock
    from putright.people.models import Handler

    client = Client()
    client.force_login(Handler.objects.get(role="supervisor").user)
    with clock.fixed(AT):
        for _ in range(2):
            began = process_time()
            page = client.get(f"/en/staff/surveys/complaint/results/?by={by}")
            took = process_time() - began
    if page.status_code != 200:
        raise AssertionError(page.status_code)
    return took


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--answers", type=int, default=100_000)
    arguments.add_argument("--filled", action="store_true")
    asked = arguments.parse_args()
    import django

    django.setup()
    if not asked.filled:
        fill(asked.answers)
    measure()


if __name__ == "__main__":
    main()
