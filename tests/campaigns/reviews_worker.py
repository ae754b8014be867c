"""A process of the reviews campaign: one deed on one review, which stops at a named point and waits to be killed there.

    python -m tests.campaigns.reviews_worker office COUNT                     makes the database; prints the reviews of each deed
    python -m tests.campaigns.reviews_worker do BUILD DEED NUMBER POINT FILE  does it, and makes FILE when it has stopped
    python -m tests.campaigns.reviews_worker again                            presses everything again, goes round; prints the end

DEED: `decide` a review, `finish` a victim’s, or `round`: the letter of a decision, and `named`: that with a reviewer’s name.
POINT: `lettered` the letter is made, `changed` the review is, `logged` the event written, `kept` the letter stored, none of it
committed; `committed` all of it is. BUILD is `ours` or `event_later`, which writes the event once the rest is committed."""

import json
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import django

WHY = {"en": "The record was read again."}
DEEDS = ("decide", "finish", "round", "named")


class Stop:
    def __init__(self, point: str, hold: str) -> None:
        self.point, self.hold = point, Path(hold)

    def here(self, point: str) -> None:
        if point == self.point:
            self.hold.touch()
            threading.Event().wait()

    def around(self, act: Callable, before: str = "", after: str = "") -> Callable:
        def doing(*args: Any, **kwargs: Any) -> Any:
            self.here(before)
            made = act(*args, **kwargs)
            self.here(after)
            return made

        return doing


def watch(stop: Stop, build: str) -> None:
    """The house's own steps: the review changed, the event written, the letter made and kept."""
    from django.db import transaction

    from putright.letters import actions as letters
    from putright.reviews.outcome import actions as outcome
    from putright.victims.actions import reviewing

    for module in (outcome, reviewing):
        write = module.write
        if build == "event_later":

            def later(case, line, write=write):
                transaction.on_commit(lambda: (stop.here("committed"), write(case, line)))

            module.write = later
        else:
            module.write = stop.around(write, "changed", "logged")
    reviewing.write_letter = stop.around(reviewing.write_letter, after="lettered")
    letters._keep = stop.around(letters._keep, after="kept")


def office(count: int) -> dict[str, list[int]]:
    """So many reviews ready for each deed."""
    from django.core.management import call_command

    from gateways import clock
    from tests.make import people

    call_command("migrate", verbosity=0)
    people.office()
    now, team = clock.now(), people.team()
    sam, jo = people.handler("Sam Adeyemi", "handler", team), people.handler("Jo Brennan", "supervisor", team)
    made = {"decide": a_review, "round": a_decision, "finish": a_victim, "named": an_untold}
    return {deed: [made[deed](f"{deed} {number}", sam, jo, now) for number in range(count)] for deed in DEEDS}


def person(name: str) -> Any:
    from tests.make import people

    return people.person(name, email=f"{name.replace(' ', '')}@complainant.example", language="en")


def a_review(name: str, sam: Any, jo: Any, now: Any) -> int:
    from putright.contacts.said import Said
    from putright.reviews import actions
    from putright.reviews.outcome import actions as outcome
    from tests.make import reviews as make
    from tests.make.contacts import said

    came = actions.New(said(words=name, kind="enquiry"), {"name": name, "email": f"{name.replace(' ', '')}@complainant.example"})
    assert isinstance(came.said, Said)
    made = actions.enter_elsewhere(make.application(), came, by=sam, at=now)
    actions.admit(made, "accepted", by=jo, at=now)
    outcome.weigh(made, "Nobody rang.", "yes", "They did.", by=jo, at=now)
    return made.pk


def a_decision(name: str, sam: Any, jo: Any, now: Any) -> int:
    pk = a_review(name, sam, jo, now)
    decide(pk, jo, now)
    return pk


def a_victim(name: str, sam: Any, jo: Any, now: Any) -> int:
    from tests.victims import reviews

    return reviews.taken(reviews.case(person(name), at=now), by=sam, at=now).pk


def an_untold(name: str, sam: Any, jo: Any, now: Any) -> int:
    """Told that we have it, and only then was a reviewer named."""
    from datetime import timedelta

    from putright.victims.actions import reviewing
    from tests.victims import reviews

    began = now - timedelta(days=2)
    made = reviews.review(reviews.case(person(name), at=began), by=sam, at=began)
    reviewing.take_on(made, taken=True, why="", by=sam, at=began)
    reviewing.acknowledge(made, by=sam, at=began)
    reviewing.give_to(made, reviews.REVIEWER, by=sam, at=now)
    return made.pk


def decide(pk: int, by: Any, now: Any) -> None:
    from putright.reviews.models import Review
    from putright.reviews.outcome import actions as outcome

    outcome.decide(Review.objects.get(pk=pk), outcome.Verdict("not_upheld", WHY), by=by, at=now)


def finish(pk: int, by: Any, now: Any) -> None:
    from putright.victims.actions import reviewing
    from putright.victims.models import Review

    reviewing.finish(Review.objects.get(pk=pk), "stands", WHY, by=by, at=now)


def go_round(module: Any, now: Any) -> None:
    for key, _since in list(module.owed(now, limit=999)):
        module.fulfil(key, at=now)


def deeds() -> dict[str, Callable[[int], None]]:
    from gateways import clock
    from putright.people.models import Handler
    from putright.review_letters import owed as reviews
    from putright.victims import owed as victims

    jo, now = Handler.objects.get(name="Jo Brennan"), clock.now()
    return {
        "decide": partial(decide, by=jo, now=now), "finish": partial(finish, by=jo, now=now),
        "round": lambda _pk: go_round(reviews, now), "named": lambda _pk: go_round(victims, now),
    }  # fmt: skip


def again(known: dict[str, list[int]]) -> dict[str, list[list[object]]]:
    """Press every deed again, as a person does who saw no answer, and go round; then what there is of each: events, letters,
    and whether the log holds."""
    from putright.cases.log import broken_at
    from putright.cases.models import Case, Event
    from putright.cases.refusals import Refused
    from putright.letters.models import Letter
    from putright.reviews.models import Review
    from putright.victims.models import Review as Asked

    press = deeds()
    for deed in DEEDS:
        for pk in known[deed]:
            try:
                press[deed](pk)
            except Refused:
                continue  # it was done
    press["round"](0)
    press["named"](0)
    ends = {"decide": (Review, "review_decided", "review_decision"), "round": (Review, "review_decided", "review_decision"),
            "finish": (Asked, "victim_review_ended", "victim_review_result"),
            "named": (Asked, "victim_review_given", "victim_review_reviewer")}  # fmt: skip
    found: dict[str, list[list[object]]] = {}
    for deed, (model, verb, kind) in ends.items():
        for case in Case.objects.filter(pk__in=model.objects.filter(pk__in=known[deed]).values("case")).order_by("pk"):
            events, letters = Event.objects.filter(case=case, verb=verb), Letter.objects.filter(case=case, kind=kind)
            found.setdefault(deed, []).append([events.count(), letters.count(), broken_at(case) is None])
    return found


def main(what: str, *more: str) -> None:
    django.setup()
    from putright.letters import making

    making.pdf.make = lambda head, passages: b"%PDF-1.7 made up"
    if what == "office":
        print(json.dumps(office(int(more[0]))))
    elif what == "again":
        print(json.dumps(again(json.loads(more[0]))))
    else:
        build, deed, number, point, hold = more
        stop = Stop(point, hold)
        watch(stop, build)
        deeds()[deed](int(number))
        stop.here("committed")


if __name__ == "__main__":
    main(*sys.argv[1:])
