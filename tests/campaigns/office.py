"""Make the database a web campaign begins with: an office with one team, and one public form filled in and not sent, whose
words are MARK. Run as `python -m tests.campaigns.office` with the campaign's settings.

With a number it makes that many contacts too, one in six of somebody with an e-mail address."""

import sys

import django

MARK = "zzwordszz"


def prepare() -> None:
    from django.core.management import call_command
    from django.test import Client

    from tests.contacts.web import walk
    from tests.make import people

    call_command("migrate", verbosity=0)
    people.office()
    people.team()
    walk.walk(Client(), walk.ANONYMOUS | {"what-happened": {"words": MARK}})


def contacts(count: int) -> None:
    from gateways import clock
    from tests.make import contacts, people

    for number in range(count):
        reach = {} if number % 6 else {"email": f"person{number}@complainant.example", "prefers": "email"}
        contacts.contact(people.person(f"Person {number}", **reach), at=clock.now())


if __name__ == "__main__":
    django.setup()
    prepare()
    contacts(int(sys.argv[1]) if sys.argv[1:] else 0)
