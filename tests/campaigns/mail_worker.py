"""A process of the mail campaign: one of the service's own commands, which stops at a point of a message's way and waits to
be killed there, so that the kill falls where it is meant to however slow the machine is.

    python -m tests.campaigns.mail_worker BUILD POINT COMMAND...

POINT: `fetched` (seen, not kept), `kept` (not yet moved), `moved`, `placing` (its transaction not yet ended), `placed`, or
`nowhere`. BUILD is `ours`, or a wrong one: `moves_first` moves a message before it is kept; `forgets` knows nothing again.
The file named by MAIL_HOLD is made when it has stopped."""

import os
import secrets
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path

import django

AT = 3  # the message it stops at


def hold() -> None:
    Path(os.environ["MAIL_HOLD"]).touch()
    threading.Event().wait()


def stops(act: Callable, *, before: bool) -> Callable:
    """The same, but the third time it is called it stops before or after."""
    count = iter(range(1, 1_000_000))

    @wraps(act)
    def doing(*args, **kwargs):
        third = next(count) == AT
        if third and before:
            hold()
        made = act(*args, **kwargs)
        if third and not before:
            hold()
        return made

    return doing


def spoil(build: str) -> None:
    """Make this process a wrong one."""
    from putright.contacts.channels.email import actions, fetching

    if build == "forgets":
        kept = actions._kept
        actions._kept = lambda came, at: kept(
            replace(
                came,
                content=b"X-Luck: " + secrets.token_hex(9).encode() + b"\r\n" + came.content,
                uid=secrets.randbits(40),
            ),
            at,
        )
        from putright.contacts.channels.email import rules

        rules.twin = lambda parsed, sender: ""
        fetching._known = lambda box, uids: set()
    if build == "moves_first":
        fetch_one = _imap().fetch

        def moved(self, uid):
            found = fetch_one(self, uid)
            self.archive([uid])
            return found

        _imap().fetch = moved


def _imap():
    from gateways.mailbox import Imap

    return Imap


def stop_at(point: str, listener: object) -> None:
    from putright.contacts.channels.email import fetching, landing, owed

    if point in ("fetched", "kept"):
        fetching.keep = stops(fetching.keep, before=point == "fetched")
        listener.keep = stops(listener.keep, before=point == "fetched")
    elif point == "moved":
        fetching.TOGETHER = 1
        _imap().archive = stops(_imap().archive, before=False)
    elif point == "placing":
        landing.go = stops(landing.go, before=False)
    elif point == "placed":
        owed.place = stops(owed.place, before=False)


def main(build: str, point: str, *command: str) -> None:
    django.setup()
    from importlib import import_module

    from django.core.management import call_command

    listener = import_module("config.management.commands.mail-listener").Command
    spoil(build)
    stop_at(point, listener)
    call_command(*command)


if __name__ == "__main__":
    main(*sys.argv[1:])
