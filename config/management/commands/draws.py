"""Do the month's samples again, and say which were changed."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand

from putright.quality.checks import every, problems_of_file


class Command(BaseCommand):
    help = "Draw every sample again from its record: draws. A record taken away, without any database: draws --file RECORD."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--file", type=Path, help="a record that was taken away from the page of a draw")

    def handle(self, *, file: Path | None, **others: object) -> None:
        """One line a draw. Ends with 1 when any does not hold."""
        found = [(file.name, of_file(file))] if file else [
            (f"{draw.seed.month:%Y-%m} draw {draw.number}", wrong) for draw, wrong in every()
        ]  # fmt: skip
        for name, wrong in found:
            self.stdout.write(f"{name}: {'CHANGED: ' + ', '.join(wrong) if wrong else 'holds'}")
        if any(wrong for _name, wrong in found):
            sys.exit(1)


def of_file(file: Path) -> list[str]:
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ["unreadable"]
    return problems_of_file(record) if isinstance(record, dict) else ["unreadable"]
