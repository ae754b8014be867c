"""One of two workers racing for the letters an office really owes.

    python -m tests.campaigns.racer BUILD FOLDER

The service's own `rounds --once`, but that nobody does a piece before both have begun one: they meet in FOLDER. BUILD is
`ours`; `no_claim`, in which every worker does every piece and the letters' own key must hold; or `no_claim_no_key`, which has
neither and must write some twice: both meet in the same piece, before either has written it."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import django

from .faults import until

RACERS = 2


def meeting(fulfil: Callable[..., None], folder: Path) -> Callable[..., None]:
    def begin(key: str, *, at: object) -> None:
        (folder / str(os.getpid())).touch()
        until(lambda: len(list(folder.iterdir())) >= RACERS, "the other worker to begin")
        fulfil(key, at=at)

    return begin


def without_key(case, event, key, *, at) -> None:
    from putright.letters import owed
    from putright.letters.actions import write_letter

    write_letter(case, owed.kind_owed(case, event), {}, by=None, at=at)


def main(build: str, folder: str) -> None:
    django.setup()
    from django.core.management import call_command

    from putright.letters import owed

    from . import pieces

    if build != "ours":
        pieces.spoil("no_claim")
    if build == "no_claim_no_key":
        owed._once = without_key
    owed.fulfil = meeting(owed.fulfil, Path(folder))
    call_command("rounds", once=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
