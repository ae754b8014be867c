"""Ask of a campaign's database, through the service itself, what is owed; go round until nothing is; check every chain.

    python -m tests.campaigns.answered

Prints JSON: `owed`, the references of the cases owed an acknowledgement before the round, and `broken`, those of cases
whose chain does not hold after it."""

import json
from datetime import timedelta

import django

PREFIX = "letters:ack:"


def main() -> None:
    django.setup()
    from django.core.management import call_command

    from gateways import clock
    from putright.cases.log import broken_at
    from putright.cases.models import Case
    from putright.letters import owed

    keys = [key for key, _ in owed.owed(clock.now() + timedelta(seconds=1), limit=10**6)]
    call_command("rounds", once=True)
    broken = [case.reference for case in Case.objects.iterator() if broken_at(case) is not None]
    print(json.dumps({"owed": [key.removeprefix(PREFIX) for key in keys if key.startswith(PREFIX)], "broken": broken}))


if __name__ == "__main__":
    main()
