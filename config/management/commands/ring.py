"""A made-up call that rings now, to see what the calls page shows before it is answered. In a demonstration only."""

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from demo.calls import ring
from gateways import clock
from putright.contacts.channels.telephone.models import Exchange


class Command(BaseCommand):
    help = "Let a made-up call ring in the demonstration. Without a number it is withheld. 07700 900101 is somebody known."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("number", nargs="?", default="")

    def handle(self, *, number: str, **options: object) -> None:
        if settings.MODE == "live":
            raise CommandError("This is a live office. Only its own exchange may say who rings.")
        exchange = Exchange.objects.order_by("pk").first()
        if exchange is None:
            raise CommandError("There is no exchange. Run: script/manage demo")
        now = clock.now()
        ring(exchange, number, 5, key=f"rung-{int(now.timestamp())}", now=now)
        self.stdout.write("It rings. Look at Calls.")
