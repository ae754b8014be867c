"""Two months of calls settled at once, and the samples that senior managers drew from them and looked at."""

from datetime import date, datetime, time, timedelta
from itertools import cycle
from uuid import NAMESPACE_URL, uuid5

from putright.callbacks import actions as callbacks
from putright.callbacks.queries import protected
from putright.callbacks.rules import guessed, may_ring
from putright.cases.models import Case
from putright.cases.queries import open_to
from putright.contacts.actions import receive
from putright.contacts.models import Contact
from putright.contacts.said import Said, Settled
from putright.invited.actions import ask_no_more
from putright.law.calendar import add_months, at, day_of, in_london
from putright.people.models import Handler
from putright.people.queries import teams
from putright.people.roles import Role
from putright.quality import lists, population
from putright.quality.actions import drawing, looking
from putright.quality.models import Draw
from putright.quality.owed import draw_due
from putright.scoring.actions import Heard, add_call, say_done, score
from putright.shopping import actions as shopping

from .live import handlers

CALLS = (
    ("Nobody rang back about my stolen bicycle.", "I rang the district: the officer rings today before six."),
    ("The front counter was shut when I came.", "Said the new hours, and booked a time for tomorrow."),
    ("Who do I ask about my uncle’s firearms certificate?", "Gave the licensing unit’s number and hours."),
    ("I still wait for my crime reference.", "Found it and read it out; sent it by text."),
    ("The officer at the match was very kind to my son.", "Thanked her, and passed it on to the officer’s sergeant."),
    ("A police car blocks our lane every evening.", "The sergeant parks it at the station from today."),
)
SAID = (
    ("Warm from the first word, and the caller knew what happens next.", "", {}),
    ("Settled well. The note says what was done and not what the caller wanted: write that too.",
     "Ask what would put it right before offering anything.", {"needs": "partly"}),
    ("Kind and quick. “Liaise with the OIC” is our own language: say “speak to the officer”.",
     "Words of ours that callers do not know: OIC, FCR, NFA.", {"plain": "not"}),
    ("The promise to ring back was kept a day late and nobody told her.", "Tell them before a promise is missed.",
     {"promises": "not", "tone": "partly"}),
)  # fmt: skip
CALLERS = (
    "Alwyn Tress", "Bettina Coe", "Corin Marsh", "Delyth Penrose", "Edmund Sallow", "Fenella Rudd", "Garth Willoughby",
    "Hebe Lansdale", "Ivor Cattermole", "Jessamy Poole", "Kester Vane", "Lowri Haddock", "Merrick Stone", "Nesta Fairclough",
    "Orla Brandreth", "Piers Underhill", "Quenby Tarn", "Rhoda Millington", "Silas Greaves", "Tamsin Yewdale", "Ursel Baines",
    "Verner Lacey", "Winifred Oake", "Yorath Bell",
)  # fmt: skip
VICTIMS = (0, 3)  # of CALLS: theirs was a crime
NEVER_HERE = {"category": "none", "letter": "none", "rights": "none"}  # a call settled at once has none of them


def look_again(staff: list[Handler], *, now: datetime) -> None:
    """The two months before this one. Of the last, some cases still wait to be looked at, and a finding for its answer."""
    this = day_of(now).replace(day=1)
    for month in (add_months(this, -2), add_months(this, -1)):
        drawing.record_seed(month, at=population.span(month)[0] + timedelta(minutes=1))
        answered(month, [person for person in handlers(staff, "en") if person.role == Role.HANDLER])
        if (due := draw_due(month, 3)) <= now:
            found(drawing.draw(month, at=due), whole=month != add_months(this, -1), until=now)


def answered(month: date, who: list[Handler]) -> None:
    takes = cycle(who)
    for number in range(24):
        words, answer = CALLS[number % len(CALLS)]
        when = at(month + timedelta(days=1 + number), time(10, 5 + number))
        said = Said(
            key=uuid5(NAMESPACE_URL, f"putright:demonstration:second-look:{month}:{number}"), channel="phone", words=words,
            language="en", kind="compliment" if "kind" in words else "enquiry" if "?" in words else "dissatisfaction",
            seconds=240, received_at=when, settled=Settled(answer),
            crime_reference=f"DEMO/{month:%m}{number:02}/26" if number % len(CALLS) in VICTIMS else "",
        )  # fmt: skip
        receive(said, caller(month, number), by=next(takes), at=when + timedelta(minutes=6))


def caller(month: date, number: int) -> dict[str, object]:
    """Other people each month; of the victims one may not be rung, and one gave no number."""
    name = CALLERS[(number + 11 * month.month) % len(CALLERS)]
    phone = "" if number == 9 else f"01632 960{200 + 24 * month.month + number}"  # of the numbers that are nobody's
    return {"name": name, "phone": phone, "safe_contact": {"no_phone": True} if number == 15 else {}}


def found(draw: Draw, *, whole: bool, until: datetime) -> None:
    picked = list(draw.picked.select_related("case", "sampler", "draw").order_by("place", "second"))
    said = cycle(SAID)
    for number, one in enumerate(picked if whole else picked[:8]):
        if not one.second:
            finding, learning, marks = next(said)
        elif next(said) and number % 3 == 0:  # a second reader mostly says the same; and the next pair is about something else
            marks = {}
        when = min(draw.at + timedelta(days=1 + number // 6, hours=2 + number % 6), until)
        points = {point.code: "met" for point in lists.points("dip", day_of(when))} | NEVER_HERE | marks
        made = looking.look(one, points, finding, learning, by=one.sampler, at=when)
        if made.handler and (whole or number < 3):
            words = "I will write down what they want first." if "needs" in marks else ""
            looking.answer(made, "plain" not in marks, words, by=made.handler, at=min(when + timedelta(days=1), until))


HEARD = (
    ("switchboard", "Ash Dunmore", {}, "Warm and quick."),
    ("control-room", "Kit Lowry", {"danger": "not"}, "Nobody asked whether she was safe. Talk it through today."),
    ("crime-bureau", "Bryn Tully", {"next": "partly", "plain": "partly"}, "Say when the officer rings, not “in due course”."),
    ("switchboard", "Ash Dunmore", {"needs": "not"}, "Ask about the language at the start."),
    ("crime-bureau", "Noor Ellery", {}, "A model of a call: play it to others, with names taken out."),
)


def score_calls(staff: list[Handler], *, now: datetime) -> None:
    """Scored calls of three months, one for calibration scored by two, and some that wait."""
    seniors = [person for person in staff if person.role == Role.SENIOR]
    order = (Role.LOCAL_SUPERVISOR, Role.STANDARDS, Role.SUPERVISOR)  # of the force where there is one: these are its units
    managers = sorted((person for person in staff if person.role in order), key=lambda person: order.index(Role(person.role)))
    team = next(person for person in staff if person.role == Role.SUPERVISOR)
    for number in range(12):
        unit, name, marks, words = HEARD[number % len(HEARD)]
        when = now - timedelta(days=80 - 7 * number)
        on = day_of(when) - timedelta(days=2)
        heard = Heard(unit, on, f"{unit[:2].upper()}-{4100 + number}", name, managers[0], calibration=number == 6)
        call = add_call(heard, by=seniors[0], at=when)
        given = {point.code: "met" for point in lists.points("calls", on)}
        for person in seniors if number == 6 else seniors[:1] if number < 11 else []:
            own = {"kind": "partly"} if person != seniors[0] else {}
            made = score(call, given | marks | own, words, by=person, at=when + timedelta(hours=2))
            if number < 9 and number != 6:
                say_done(made, "We listened to it together.", by=managers[0], at=when + timedelta(days=1))
    ours = Heard("team", day_of(now) - timedelta(days=4), "TM-1", staff[0].name, team, staff[0])
    given = {point.code: "met" for point in lists.points("calls", ours.on)}
    score(add_call(ours, by=seniors[0], at=now), given, "", by=seniors[0], at=now)


def named(number: int) -> str:
    """Invented, and another for each of the first sixty."""
    return f"{CALLERS[number % 24].split()[0]} {CALLERS[7 * number % 24 - number // 24].split()[1]}"


def ring_back(staff: list[Handler], *, now: datetime) -> None:
    """A list of victims, one in three drawn; some have answered, and one was put right in the call."""
    draws = next(person for person in staff if person.role == Role.SUPERVISOR)
    who = handlers(staff, "en")
    when = at(day_of(now) - timedelta(days=3), time(11))
    names = ["Name", "Phone", "Department", "Crime reference", "Language", "Safe to ring", "Not before"]
    departments = ("Crime Bureau", "Force Control Room", "Investigation")
    rows = [
        dict(zip(names, (named(n), f"01632 960{n:03}", departments[n // 3 % 3], f"DEMO/{7000 + n}/26", "cy" if n % 8 == 0
                         else "en", "no" if n % 11 == 0 else "yes", "10:00" if n % 7 == 0 else ""), strict=True))
        for n in range(1, 61)
    ]  # fmt: skip
    given = callbacks.load("Burglary, last month", names, rows, by=draws, at=when)
    batch = callbacks.draw(given, guessed(names), 3, by=draws, at=when)
    asked = {point.code: "met" for point in lists.points("callback", day_of(when))}
    free = [one for one in batch.victims.order_by("number") if may_ring(protected(one), in_london(when).time())]
    for number, victim in enumerate(free[:9]):
        moment, by = when + timedelta(minutes=10 * number), who[number % len(who)]
        if number % 4 == 3:
            callbacks.note_attempt(victim, "no_answer", by=by, at=moment)
            continue
        wrong, answer = ("I never had my crime reference.", "Read it out and sent it by text.") if number == 4 else ("", "")
        words = "Nobody said when somebody would come." if number % 3 == 1 else ""
        said = callbacks.Answers(asked | ({"told": "not"} if words else {}), words, wrong, answer)
        callbacks.note_answers(victim, said, by=by, at=moment)
    callbacks.tell(batch, "Crime Bureau", "Head of the Crime Bureau", by=draws, at=when + timedelta(hours=4))
    callbacks.keep(60, day_of(when), "Two months are enough to ring everybody and to tell the departments.", by=draws, at=when)


def ring_our_own(staff: list[Handler], *, now: datetime) -> None:
    """One in two of the victims in our own cases of last month; one is still unhappy and is helped in the call."""
    draws = next(person for person in staff if person.role == Role.SUPERVISOR)
    who, month = handlers(staff, "en"), add_months(day_of(now).replace(day=1), -1)
    unwilling = Contact.objects.get(crime_reference=f"DEMO/{month:%m}21/26").case.complainant
    if unwilling:
        ask_no_more(unwilling, by=draws, at=now - timedelta(days=3))
    when = at(day_of(now) - timedelta(days=2), time(11))
    days = (month, add_months(month, 1) - timedelta(days=1))
    batch = callbacks.draw_own(open_to(draws, at=when), days, 2, "Our own cases, last month", by=draws, at=when)
    asked = {point.code: "met" for point in lists.points("callback", day_of(when))}
    victim = batch.victims.order_by("number").first()
    touched = population.touched_by
    other = next((one for one in who if not Case.objects.filter(touched([one]), pk=victim.case_id)), None) if victim else None
    if victim and other:
        said = callbacks.Answers(asked | {"told": "not"}, "She did not know who has her case.", "Who has my case now?",
                                 "Found the name, and the officer rings her today.")  # fmt: skip
        callbacks.note_answers(victim, said, by=other, at=when + timedelta(minutes=20))


PLACES = (
    ("counter", "North station, front counter", "Gorsaf y gogledd, y cownter"),
    ("counter", "South station, front counter", "Gorsaf y de, y cownter"),
    ("web", "The force’s page “Make a complaint”", "Tudalen yr heddlu “Gwneud cwyn”"),
)
SCENARIOS = (
    shopping.Told("counter", "An officer was rude", "Roedd swyddog yn anghwrtais",
                  "An officer was rude to you on the High Street on Saturday. You want to say so, and to know who reads it.",
                  "Roedd swyddog yn anghwrtais wrthych ar y Stryd Fawr ddydd Sadwrn. Rydych am ddweud "
                  "hynny, a gwybod pwy fydd yn ei ddarllen."),
    shopping.Told("web", "Find how to complain", "Canfod sut i gwyno",
                  "Start at the front page. Find how to complain, in English and in Welsh, on a telephone. Stop before you send.",
                  "Dechreuwch ar y dudalen flaen. Dewch o hyd i sut i gwyno, yn Saesneg ac yn Gymraeg, ar ffôn. "
                  "Stopiwch cyn anfon."),
)  # fmt: skip
WENT = (({"private": "not", "next": "partly"}, "The whole room heard me. Nobody gave me a reference."),
        ({"next": "partly"}, "Kind. I was asked into a side room. No reference again."),
        ({}, "Kind from the door on, and a card with the reference."))  # fmt: skip


def go_shopping(staff: list[Handler], *, now: datetime) -> None:
    """Three visits to each place, one still to make, and what was to be put right."""
    senior = next(person for person in staff if person.role == Role.SENIOR)
    shoppers = [person for person in staff if person.role in (Role.HANDLER, Role.ANALYST)]
    owners = [person for person in staff if person.role == Role.LOCAL_SUPERVISOR]
    began = now - timedelta(days=100)
    told = {one.kind: shopping.add_scenario(one, by=senior, at=began) for one in SCENARIOS}
    districts = teams("local")  # the place is the district's, in the order of their names
    for number, (kind, en, cy) in enumerate(PLACES):
        own = districts[number] if kind == "counter" and number < len(districts) else None
        place = shopping.add_place(kind, en, cy, own, by=senior, at=began)
        for turn, (marks, words) in enumerate(WENT):
            when = began + timedelta(days=30 * turn + 2 * number)
            visit = shopping.plan_visit(place, told[kind], shoppers[number % len(shoppers)], day_of(when), by=senior, at=when)
            asked = {point.code: "met" for point in lists.points(shopping.LIST[kind], day_of(when))}
            given = asked | {code: mark for code, mark in marks.items() if code in asked}
            found = shopping.write_down(visit, day_of(when), given, words, by=visit.shopper, at=when + timedelta(hours=3))
            if turn == 0 and kind == "counter" and owners:
                due = day_of(when + timedelta(days=40))
                asked_at = when + timedelta(days=1)
                action = shopping.ask_for(found, "A side room for private talk.", owners[0], due, by=senior, at=asked_at)
                if number == 0:
                    after = when + timedelta(days=25)
                    shopping.say_how_it_goes(action, "The old interview room is open to callers.", True, by=owners[0], at=after)
    shopping.plan_visit(place, told[kind], shoppers[0], day_of(now + timedelta(days=6)), by=senior, at=now)
