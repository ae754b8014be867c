"""Weigh facts against the law as it stood on a day. Asks no database; the law room does it all."""

import sys

from django.core.management.base import BaseCommand

from putright.law import weigh


class Command(BaseCommand):
    help = "Print what the law finds on facts, as JSON: weigh --on 2026-03-27 FACTS.json (- reads standard input)."
    requires_system_checks: list[str] = []

    def run_from_argv(self, argv: list[str]) -> None:
        """Ends with 0 when a finding was printed, and 1 with a sentence when something given was wrong."""
        sys.exit(1 if weigh.main(argv[2:]) else 0)
