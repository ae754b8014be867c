"""How many letters are made in a minute on one core: every kind of law in every language, read from the database, filled, and
put on paper as tagged PDF.

    DATABASE_URL=sqlite:///var/letters.sqlite3 python -m bench.letters --times 5

The database must be empty. The processor's time counts, not the clock's, since the machine is shared; the compiler is held to
one thread. Prints what it measured, nothing remembered."""

import argparse
import os
import sys
from collections.abc import Iterator
from itertools import islice
from time import perf_counter, process_time
from unittest import mock

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("PUTRIGHT_MODE", "test")
os.environ["RAYON_NUM_THREADS"] = "1"  # the compiler's own threads: what is asked is one core

GOAL = 1000  # letters a minute


def letters(times: int) -> Iterator[None]:
    """One letter made at each step, every kind and language in turn; the fonts are read before the first."""
    from putright.letters import making
    from tests.cast import assemble
    from tests.letters import whole
    from tests.make import people

    cast = assemble()
    ready = [(kind, said, whole.ready(cast, kind, said)) for kind in whole.LAW for said in whole.languages_of(kind)]

    def make(kind: str, said: str, one: whole.Ready) -> None:
        if kind in whole.OTHERS:
            people.office("hertfordshire" if said == "en" else "dyfed-powys")
        making.preview(one.case, kind, one.given, by=cast.sam, at=one.at)

    make(*ready[0])
    return (make(*one) for one in ready * times)


def seconds(making: Iterator[None], how_many: int) -> tuple[float, float]:
    """The seconds of the processor and of the clock that so many steps take."""
    busy, clock = process_time(), perf_counter()
    made = sum(1 for _letter in islice(making, how_many))
    if made != how_many:
        raise RuntimeError(f"{made} letters were made of {how_many}")
    return process_time() - busy, perf_counter() - clock


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--times", type=int, default=5)
    options = asked.parse_args()

    import django
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    call_command("migrate", verbosity=0)
    from tests.letters import whole

    made = options.times * sum(len(whole.languages_of(kind)) for kind in whole.LAW)
    making = letters(2 * options.times)
    busy, clock = seconds(making, made)
    with mock.patch("putright.paper.pdf.make", return_value=b"%PDF"):
        words, _clock = seconds(making, made)
    lines = (
        f"{made} letters, {connection.vendor}, load {os.getloadavg()[0]:.1f}",
        f"processor: {busy:.1f} s, {busy / made * 1000:.1f} ms a letter, of which paper {(busy - words) / made * 1000:.1f} ms",
        f"on one core: {made / busy * 60:,.0f} a minute (goal {GOAL:,}); by the clock just now {made / clock * 60:,.0f}",
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if made / busy * 60 >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
