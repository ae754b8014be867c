"""A process of the histories campaign: goes through made-up histories by their numbers, each in a transaction of its own that
is undone, and prints what it saw as JSON.

    python -m tests.campaigns.histories_worker BUILD SEED FIRST LAST

BUILD is `ours`, or a wrong one of WRONG, whose fault must be found: `unsafe` forgets what somebody said is not safe;
`no_floor` lets a letter go without a part the law requires; `last_contact` quotes whatever came last, to whichever case;
`last_person` writes to whoever was written down last, and nothing stops that."""

import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable

import django

WRONG = {
    "unsafe": "which is not safe", "no_floor": "lacks", "last_contact": "has words of another case",
    "last_person": "has words of another case",
}  # fmt: skip


def spoil(build: str, put: Callable[[object, str, object], object] = setattr) -> None:
    """Make this process a wrong one."""
    from putright.contacts.models import Contact
    from putright.letters import addressee, guard, making
    from putright.letters.filling import Filling
    from putright.letters.rules import Reach
    from putright.people.models import Person

    if build == "unsafe":
        put(Reach, "refuses", lambda self, what: False)
    if build == "no_floor":
        put(making, "refuse_holes", lambda *words, **more: None)
    if build == "last_contact":
        put(Filling, "contact", property(lambda self: Contact.objects.order_by("-pk").first()))
    if build == "last_person":
        put(addressee, "of", lambda case: addressee._addressed(case, Person.objects.order_by("-pk").first()))
        put(guard, "has_to_do_with", lambda *words, **more: True)


def go_through(cast: object, numbers: Iterable[int], *, seed: int) -> dict[str, object]:
    """`kept`, or what the first letter that broke something did; how many histories and letters it took."""
    from tests.letters import histories

    kinds: Counter[str] = Counter()
    outcome, seen = "kept", 0
    for number in numbers:
        seen += 1
        history = histories.by_chance(random.Random(f"{seed} {number}"))  # the same history whoever goes through it
        try:
            kinds.update(histories.try_every_kind(cast, history))
        except AssertionError as wrong:
            outcome = f"history {number}: {wrong}".splitlines()[0]
            break
        if seen % 250 == 0:
            print(f"{seen} histories, {kinds.total()} letters", file=sys.stderr, flush=True)
    return {"histories": seen, "kinds": dict(kinds), "outcome": outcome}


def main(build: str, *numbers: str) -> None:
    django.setup()
    from django.core.management import call_command

    from putright.paper import pdf
    from tests.cast import assemble

    call_command("migrate", verbosity=0)
    pdf.make = lambda head, passages: b""  # paper has its own tests
    spoil(build)
    seed, first, last = map(int, numbers)
    print(json.dumps(go_through(assemble(), range(first, last), seed=seed)))


if __name__ == "__main__":
    main(*sys.argv[1:])
