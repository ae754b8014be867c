"""A process of the letters campaign: the service's own `rounds`, which stops at a named point of a letter's way and waits to
be killed there, so that the kill falls where it is meant to however slow the machine is.

    python -m tests.campaigns.letters_worker BUILD                    reads lines: POINT MEDIUM FILE (MEDIUM: email or text)
    python -m tests.campaigns.letters_worker office CASES             makes the database it begins with
    python -m tests.campaigns.letters_worker chains                   prints the cases whose log does not hold

BUILD is `ours`, or a wrong one: `sent_first` writes that a letter went before it is offered; `no_look_up` never asks the
carrier whether it has it; `event_first` writes the event and the letter's state in two transactions. The paper
itself is made up: it is not what is tested. FILE is made when the process has stopped.

For each line a worker is forked, so that Django is imported once and not for every kill. Until then nothing is open: each
worker has its own connections to the database and to its carriers, and dies with them. Its number is said when it begins,
and how it ended when it has."""

import json
import os
import sys
import threading
import traceback
from collections.abc import Callable
from functools import wraps
from pathlib import Path

import django

POINTS = ("wrote", "claimed", "checked", "beginning", "going", "connected", "asked", "handed", "accepted", "noting", "written",
          "noted")  # fmt: skip
AT = 21  # the letter it stops at: twenty were acknowledged before


class Stop:
    """Holds the process the 21st time a letter of that medium comes to that point."""

    def __init__(self, point: str, medium: str, hold: str) -> None:
        self.point, self.medium, self.hold, self.count, self.now = point, medium, Path(hold), 0, ""

    def here(self, point: str, medium: str = "") -> None:
        if point != self.point or (medium or self.now or self.medium) != self.medium:
            return
        self.count += 1
        if self.count == AT:
            self.hold.touch()
            threading.Event().wait()


def around(act: Callable, before: Callable = lambda *a: None, after: Callable = lambda *a: None) -> Callable:
    @wraps(act)
    def doing(*args, **kwargs):
        before(*args)
        made = act(*args, **kwargs)
        after(*args)
        return made

    return doing


def watch_sending(stop: Stop) -> None:
    """The house's own steps of a letter's way."""
    from putright.letters import owed as letters
    from putright.outbox import actions, sending
    from putright.rounds import worker

    def at(point):
        return lambda letter, *rest: stop.here(point, getattr(letter, "medium", ""))

    def remember(letter, *rest):
        stop.now = letter.medium

    letters._once = around(letters._once, after=lambda *a: stop.here("wrote", stop.medium))
    worker._do = around(
        worker._do, before=lambda key, *a: stop.here("claimed", stop.medium) if ":send:" in key else None
    )  # claimed, and not begun
    sending.why_not = around(sending.why_not, before=remember, after=at("checked"))
    update = sending.begin.__wrapped__
    sending.begin = around(sending.transaction.atomic(around(update, after=at("beginning"))), after=at("going"))
    sending.note_taken = around(sending.note_taken, before=at("accepted"), after=at("noted"))
    actions.write = around(
        actions.write, before=lambda *a: stop.here("noting"), after=lambda *a: stop.here("written")
    )  # the letter's row is changed before; the transaction ends after


def watch_carriers(stop: Stop) -> None:
    """The steps on the line: it is open, it was asked, everything was handed over and no answer was read."""
    from gateways import notify, post

    ready, ask = post.Smtp._ready, post._ask
    post.Smtp._ready = around(ready, after=lambda *a: stop.here("connected", "email"))

    def asking(reply, *, final, good=250):
        if good == 354:  # it may begin to hand the letter over
            stop.here("asked", "email")
        ask(reply, final=final, good=good)

    post._ask = asking
    line = post.smtplib.SMTP
    line.getreply = around(line.getreply, before=lambda self: stop.here("handed", "email") if handed(self) else None)
    line.send = around(line.send, before=lambda self, words: setattr(self, "last", words))
    notify.Notify.text = around(notify.Notify.text, before=lambda *a: stop.here("connected", "text"))
    post_it = notify.urlopen

    def urlopen(request, timeout):
        texting = request.get_method() == "POST"
        if texting:
            stop.here("asked", "text")
        answer = post_it(request, timeout=timeout)
        if texting:
            stop.here("handed", "text")
        return answer

    notify.urlopen = urlopen


def handed(line: object) -> bool:
    last = getattr(line, "last", b"")
    return (last if isinstance(last, bytes) else last.encode()).endswith(b"\r\n.\r\n")


def spoil(build: str) -> None:
    """Make this process a wrong one."""
    from gateways import notify
    from putright.outbox import actions, sending

    if build == "sent_first":
        carry = sending.carry
        sending.carry = around(carry, before=lambda letter, offer: actions.note_sent(letter, by=None, at=clock_now()))
    if build == "no_look_up":
        notify.Notify.find = lambda self, reference, *, at: None
    if build == "event_first":

        def note(letter, taken, *, at):
            actions.write(letter.case, actions.Line("sent", at, None, "rounds", facts=actions._about(letter)))
            actions.Letter.objects.filter(pk=letter.pk).update(status="sent", sent_at=at)

        sending.note_taken = note


def clock_now():
    from gateways import clock

    return clock.now()


def made_up_paper() -> None:
    from putright.letters import making

    making.pdf.make = lambda head, passages: b"%PDF-1.7 made up"


def office(count: int) -> None:
    """Cases of people with an e-mail address and a mobile number: each owes an acknowledgement, and a text waits."""
    from django.core.management import call_command
    from django.db import transaction

    from gateways import clock
    from putright.outbox.texting import name_template, write_text
    from tests.make import contacts, people

    call_command("migrate", verbosity=0)
    people.office()
    sam = people.handler("Sam Adeyemi", "handler", people.team())
    jo = people.handler("Jo Brennan", "supervisor", people.team())
    name_template("33333333-3333-4333-8333-333333333333", clock.now().date(), "For the campaign", by=jo, at=clock.now())
    with transaction.atomic():
        for number in range(count):
            reach = {"email": f"p{number}@complainant.example", "phone": f"07700 900{number % 1000:03}"}
            case = contacts.contact(people.person(f"Person {number}", **reach), at=clock.now()).case
            write_text(case, "ring", by=sam, at=clock.now())


def chains() -> None:
    from putright.cases.log import broken_at
    from putright.cases.models import Case

    print(json.dumps([case.reference for case in Case.objects.iterator() if broken_at(case) is not None]))


def work(build: str, point: str, medium: str, hold: str) -> None:
    """What a worker does from when it is forked until it ends."""
    from django.core.management import call_command

    stop = Stop(point, medium, hold)
    spoil(build)
    watch_sending(stop)
    watch_carriers(stop)
    call_command("rounds", once=True)


def nursery(build: str, work: Callable[..., None] = work) -> None:
    from django.db import connection

    import config.management.commands.rounds  # noqa: F401  imported once, for all of them
    import config.urls  # noqa: F401

    for line in sys.stdin:
        if connection.connection is not None or threading.active_count() > 1:
            raise RuntimeError("a worker would share what is open here")
        worker = os.fork()
        if not worker:
            os.dup2(2, 1)
            code = 1
            try:
                work(build, *line.split())
                code = 0
            finally:
                if code:
                    traceback.print_exc()
                os._exit(code)
        print(worker, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(worker, 0)[1]), flush=True)


def main(build: str, *more: str) -> None:
    django.setup()
    made_up_paper()
    if build == "office":
        return office(int(more[0]))
    return chains() if build == "chains" else nursery(build)


if __name__ == "__main__":
    main(*sys.argv[1:])
