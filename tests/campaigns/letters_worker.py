"""A process of the letters campaign: the service's own `rounds`, which stops at a named point of a letter's way and waits to
be killed there, so that the kill falls where it is meant to however slow the machine is.

    python -m tests.campaigns.letters_worker BUILD POINT MEDIUM       (MEDIUM: email or text)
    python -m tests.campaigns.letters_worker office CASES             makes the database it begins with
    python -m tests.campaigns.letters_worker chains                   prints the cases whose log does not hold

BUILD is `ours`, or a wrong one: `sent_first` writes that a letter went before it is offered; `no_look_up` never asks the
carrier whether it has it; `event_first` writes the event and the letter's state in two transactions. The paper
itself is made up: it is not what is tested. The file named by LETTERS_HOLD is made when the process has stopped."""

import json
import os
import sys
import threading
from collections.abc import Callable
from functools import wraps
from pathlib import Path

import django

POINTS = ("wrote", "claimed", "checked", "beginning", "going", "connected", "asked", "handed", "accepted", "noting", "written",
          "noted")  # fmt: skip
AT = 21  # the letter it stops at: twenty were acknowledged before


class Stop:
    """Holds the process the 21st time a letter of that medium comes to that point."""

    def __init__(self, point: str, medium: str) -> None:
        self.point, self.medium, self.count, self.now = point, medium, 0, ""

    def here(self, point: str, medium: str = "") -> None:
        if point != self.point or (medium or self.now or self.medium) != self.medium:
            return
        self.count += 1
        if self.count == AT:
            Path(os.environ["LETTERS_HOLD"]).touch()
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
    from putright.rounds import claims

    def at(point):
        return lambda letter, *rest: stop.here(point, getattr(letter, "medium", ""))

    def remember(letter, *rest):
        stop.now = letter.medium

    letters._once = around(letters._once, after=lambda *a: stop.here("wrote", stop.medium))
    claims.take = around(claims.take, after=lambda key: stop.here("claimed", stop.medium) if ":send:" in key else None)
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

    opened, ask = post.Smtp._open, post._ask
    post.Smtp._open = around(opened, after=lambda *a: stop.here("connected", "email"))

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

    from gateways import clock
    from putright.outbox.texting import name_template, write_text
    from tests.make import contacts, people

    call_command("migrate", verbosity=0)
    people.office()
    sam = people.handler("Sam Adeyemi", "handler", people.team())
    jo = people.handler("Jo Brennan", "supervisor", people.team())
    name_template("33333333-3333-4333-8333-333333333333", clock.now().date(), "For the campaign", by=jo, at=clock.now())
    for number in range(count):
        reach = {"email": f"p{number}@complainant.example", "phone": f"07700 900{number % 1000:03}"}
        case = contacts.contact(people.person(f"Person {number}", **reach), at=clock.now()).case
        write_text(case, "ring", by=sam, at=clock.now())


def chains() -> None:
    from putright.cases.log import broken_at
    from putright.cases.models import Case

    print(json.dumps([case.reference for case in Case.objects.iterator() if broken_at(case) is not None]))


def main(build: str, *more: str) -> None:
    django.setup()
    made_up_paper()
    if build == "office":
        return office(int(more[0]))
    if build == "chains":
        return chains()
    from django.core.management import call_command

    spoil(build)
    stop = Stop(*more)
    watch_sending(stop)
    watch_carriers(stop)
    call_command("rounds", once=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
