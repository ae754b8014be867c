"""When is a promise due? The law's calendar and the office's pack; no database."""

import sys
from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand

import offices
from putright.clocks.periods import PROMISES, hours, period, promise_for, remarks
from putright.clocks.words import day, say
from putright.law import calendar
from putright.law.due import as_text, work_out
from putright.law.promises import Due
from putright.law.refusals import LawRefused
from putright.law.words import LANGUAGES


class Command(BaseCommand):
    help = "When a promise is due: due first-contact --from 2026-03-27T16:50 (London time) [--office OFFICE]."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("promise", help=f"one of {', '.join(PROMISES)}")
        parser.add_argument("--from", dest="from_", required=True, metavar="MOMENT", help="like 2026-03-27T16:50")
        parser.add_argument("--office", default=settings.OFFICE, help=f"one of {', '.join(offices.known())}")
        parser.add_argument("--language", default="en", choices=LANGUAGES)

    def handle(self, *, promise: str, from_: str, office: str, language: str, **others: object) -> None:
        """First the due moment, then its working-out. Ends with 1 and a sentence when something given was wrong."""
        try:
            result = answer(promise, from_, offices.load(office))
        except (LawRefused, offices.OfficeError) as refused:
            self.stderr.write(refused.cy if language == "cy" and isinstance(refused, LawRefused) else str(refused))
            sys.exit(1)
        self.stdout.write(as_text(result, language))


def answer(name: str, from_: str, office: offices.Office) -> Due:
    on = calendar.day_of(calendar.read_moment(from_))
    made = {promise: row for promise in PROMISES if (row := promise_for(office, promise, on))}
    result = work_out(name, from_, periods={key: period(row) for key, row in made.items()}, hours=hours(office, on))
    said = remarks(made[name]) if name in made else []
    if name in made and (since := made[name].since) and on < since:
        said.append(say("not_promised_then", since=day(since)))
    lines = {lang: (*result.working_out[lang], *(remark[lang] for remark in said)) for lang in LANGUAGES}
    return Due(result.at, lines)
