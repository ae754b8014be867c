"""A process of the campaign on surveys of a group: the service's own `rounds`, which stops at a named point of a list that is
being asked, or of one short e-mail, and waits to be killed there.

    python -m tests.campaigns.surveys_worker BUILD              reads lines: POINT FILE
    python -m tests.campaigns.surveys_worker office LISTS       makes the database it begins with
    python -m tests.campaigns.surveys_worker chains             prints the cases whose log does not hold

BUILD is `ours`, or a wrong one: `mail_later` puts a list's e-mails once the rest is committed; `sent_first` writes that an e-mail
went before it is offered; `new_number` gives it a number of its own each time it is offered."""

import sys
from collections.abc import Sequence
from datetime import timedelta
from itertools import batched

import django

from .letters_worker import Stop, around, chains, handed, made_up_paper, nursery

OF_A_LIST = ("looked", "invited", "put", "told", "asked_of", "reminding", "reminded")
OF_A_MESSAGE = ("claimed", "beginning", "begun", "connected", "handed", "accepted", "noted")
POINTS = (*OF_A_LIST, *OF_A_MESSAGE)
PIECE, LONG, OURS = 20, 40, 5  # people in one piece, on a list, and of them drawn from our own cases
MAIL = "message"


class Held(Stop):
    """Holds the process at the second piece of a list that comes to that point, or at the 21st e-mail."""

    def __init__(self, point: str, hold: str) -> None:
        super().__init__(point, MAIL, hold)
        if point in OF_A_LIST:
            self.count = 19

    def at(self, point: str):
        return lambda *rest: self.here(point, MAIL)


def watch_lists(stop: Held, build: str) -> None:
    """The steps of one piece of a list, none of them committed but `asked_of` and `reminded`."""
    from django.db import transaction

    from putright.campaigns import owed
    from putright.campaigns.actions import going

    going.TOGETHER = PIECE
    going._looked_at_again = around(going._looked_at_again, after=stop.at("looked"))
    going._invite = around(going._invite, after=stop.at("invited"))
    going._say = around(going._say, after=stop.at("told"))
    put_all = going.messages.put_all

    def putting(several, *, at):
        several = list(several)
        if build == "mail_later":
            transaction.on_commit(lambda: (stop.here("put", MAIL), put_all(several, at=at)))
            return len(several)
        made = put_all(several, at=at)
        stop.here("reminding" if several and ":again:" in several[0].key else "put", MAIL)
        return made

    going.messages.put_all = putting
    owed.DOES = {
        "send": around(going.send, after=stop.at("asked_of")), "remind": around(going.remind, after=stop.at("reminded")),
        "clear": going.clear,
    }  # fmt: skip


def watch_messages(stop: Held) -> None:
    """The steps of one e-mail in our record, and on the line to the mail server."""
    from gateways import post
    from putright.messages import owed, sending

    offer = owed.send

    def send(pk, *, at):
        stop.here("claimed", MAIL)
        offer(pk, at=at)

    owed.send = send
    begin = getattr(sending.begin, "__wrapped__", sending.begin)
    sending.begin = around(sending.transaction.atomic(around(begin, after=stop.at("beginning"))), after=stop.at("begun"))
    note = sending.note

    def noting(pk, state, trouble="", *, at):
        stop.here("accepted", MAIL)
        note(pk, state, trouble, at=at)
        stop.here("noted", MAIL)

    sending.note = noting
    post.Smtp._ready = around(post.Smtp._ready, after=stop.at("connected"))
    line = post.smtplib.SMTP
    line.getreply = around(line.getreply, before=lambda self: stop.here("handed", MAIL) if handed(self) else None)
    line.send = around(line.send, before=lambda self, words: setattr(self, "last", words))


def spoil(build: str) -> None:
    """Make this process a wrong one; `mail_later` is spoilt where it is watched."""
    from putright.messages import sending

    if build == "sent_first":

        def begin(pk, *, at):
            going = sending.Message.objects.filter(pk=pk, state__in=("waiting", "going"))
            return going.update(state="sent", state_at=at) == 1

        sending.begin = sending.transaction.atomic(begin)
    if build == "new_number":
        from putright.contacts.channels.email.addresses import message_number

        parcel = sending.parcel

        def another(row, made, *, at):
            row.number = message_number()
            sending.Message.objects.filter(pk=row.pk).update(number=row.number)
            return parcel(row, made, at=at)

        sending.parcel = another


def office(lists: int) -> None:
    """So many lists, let go by two people, whose reminder is due once everybody was asked. Some on each are of our cases."""
    from django.core.management import call_command

    from gateways import clock
    from putright.campaigns.actions import preparing
    from putright.cases.models import Case
    from putright.cases.queries import open_to
    from tests.make import campaigns, contacts, people

    call_command("migrate", verbosity=0)
    people.office()
    now, team = clock.now(), people.team()
    jo, robin = people.handler("Jo Brennan", "supervisor", team), people.handler("Robin Vale", "senior", team)
    known = [people.person(f"Ours {n}", email=f"ours{n}@own.example") for n in range(lists * OURS)]
    cases = [contacts.contact(one, at=now - timedelta(days=1), kind="enquiry").case for one in known]
    began = (now - timedelta(days=15)).date()
    for number, ours in enumerate(batched(cases, OURS)):
        one = campaigns.campaign(jo, now, name=f"List {number}", starts_on=began, remind_after=14)
        campaigns.load(one, _rows(number), by=jo, at=now)
        Case.objects.filter(pk__in=[case.pk for case in ours]).update(stage="settled", finished_at=now)
        chosen = {"since": began.isoformat(), "until": (now + timedelta(days=1)).date().isoformat()}
        drawn = open_to(jo, at=now).filter(pk__in=[case.pk for case in ours])
        preparing.draw(one, drawn, chosen, by=jo, at=now)
        campaigns.let_go(one, jo, robin, now)


def _rows(number: int) -> Sequence[dict[str, str]]:
    return [{"Name": f"Somebody {n}", "Email": f"p{n}@list{number}.example"} for n in range(LONG - OURS)]


def work(build: str, point: str, hold: str) -> None:
    """What a worker does from when it is forked until it ends."""
    from django.core.management import call_command

    stop = Held(point, hold)
    spoil(build)
    watch_lists(stop, build)
    watch_messages(stop)
    call_command("rounds", once=True)


def main(build: str, *more: str) -> None:
    django.setup()
    made_up_paper()
    if build == "office":
        return office(int(more[0]))
    return chains() if build == "chains" else nursery(build, work)


if __name__ == "__main__":
    main(*sys.argv[1:])
