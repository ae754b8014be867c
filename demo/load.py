"""Loading a demonstration office from nothing."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

import offices
from putright.clocks.sweeping import sweep_all
from putright.codes.seeds import ensure
from putright.people.models import Handler

from .calls import ring_in
from .campaigns import ask_groups
from .colleagues import fill
from .days import show_a_week
from .doors import open_doors
from .emptying import empty
from .excelling import show_excellence
from .history import load_history
from .improving import show_improvements
from .journeys import go_round
from .learned import show_learning
from .live import play
from .office import furnish, open_office
from .reporting import show_reports
from .returning import show_return
from .reviewing import play_reviews
from .second_look import go_shopping, look_again, ring_back, ring_our_own, score_calls
from .staffing import plan
from .surveys import ask_around
from .told import told
from .worth import furnish_worth


def load(pack: offices.Office, *, now: datetime, say: Callable[[str], object], quick: bool) -> None:
    """Empty the database and load this office: teams and staff, history, then the live cases. `quick` leaves out
    the history, and leaves letters and hints to the worker.

    Which office it is, is written last and in one transaction with the live cases: a load that was cut off leaves no
    office, and the next one begins again."""
    with transaction.atomic():
        empty()
        staff = furnish(pack)
    if not quick:
        load_history(now=now, say=say)
    with transaction.atomic():
        open_office(pack)
        ensure(pack, now)
        # Reviews first: their rounds go back to days before the live cases came.
        count = play_reviews(staff, now=now, round_at=(lambda at: None) if quick else go_round)
        count += play(staff, now=now, goes_round=not quick) + open_doors(staff, now=now)
        calls = ring_in(staff, now=now)
        furnish_worth(staff, now=now)
        show_a_week(staff, now=now)
        answered = 0 if quick else ask_around(staff, now=now)
        if not quick:
            ask_groups(staff, now=now)
        told(staff, now=now)
        show_excellence(staff, now=now)
        fill(staff, now=now)
        plan(staff, now=now)
        show_improvements(staff, now=now)
        show_learning(staff, now=now)
        show_return(staff, now=now)
        if not quick:
            afterwards(staff, now=now)
        # Last: a report says what the pages of its month say.
        show_reports(pack, staff, now=now, say=say, whole=not quick)
        for _again in () if quick else range(2):  # and the board has it: a report sent is then a message to go
            go_round(now)
    made = f"{count} live cases, {calls} calls, {answered} surveys answered"
    say(f"Loaded the demonstration of {pack.slug}: {len(staff)} members of staff, {made}.")


def afterwards(staff: list[Handler], *, now: datetime) -> None:
    """What others found by looking again, and the rounds until nothing is owed."""
    look_again(staff, now=now)
    score_calls(staff, now=now)
    ring_back(staff, now=now)
    ring_our_own(staff, now=now)
    go_shopping(staff, now=now)
    for _again in range(3):  # a letter written is then a letter to be sent, and what it kept is hinted
        go_round(now, all_there=True)
    sweep_all(now)  # what fell due is noticed once the hints are there
    go_round(now, all_there=True)  # and counted
