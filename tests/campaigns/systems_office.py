"""Make the database the campaign of other systems begins with: an office, a force's website with a token, an exchange with a
secret. Run as `python -m tests.campaigns.systems_office` with the campaign's settings; it prints both, for the senders."""

import json
from datetime import timedelta

import django


def prepare() -> dict[str, str]:
    from django.core.management import call_command

    from gateways import clock
    from putright.contacts.channels.systems import tokens
    from putright.contacts.channels.systems.rules import SCOPES
    from tests.make import people, telephone

    call_command("migrate", verbosity=0)
    people.office()
    now = clock.now()
    toni = people.handler("Toni Keeper", "administrator", people.team())
    until = (now + timedelta(days=30)).date()
    return {
        "token": tokens.give("Website of the force", SCOPES, until, by=toni, at=now),
        "exchange": telephone.exchange(at=now)[1],
    }


if __name__ == "__main__":
    django.setup()
    print(json.dumps(prepare()))
