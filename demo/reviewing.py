"""Reviews of outcomes and victims' reviews, at every stage, played through the ordinary actions at their own moments."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from gateways.clock import LONDON
from putright.codes.asked.boxes import answered, name_of
from putright.codes.asked.queries import all_questions
from putright.contacts.actions import receive
from putright.contacts.said import Said
from putright.interested import actions as interested
from putright.interested.models import Interested
from putright.people.models import Handler
from putright.people.queries import office
from putright.people.roles import Role
from putright.review_letters.actions import keep_address
from putright.reviews import actions as reviews
from putright.reviews import rules
from putright.reviews.models import Review
from putright.reviews.outcome import actions as outcome
from putright.victims.actions import keeping, opening, reviewing
from putright.victims.models import Review as VictimReview
from putright.victims.rules import ASKED, TOPIC, Named
from putright.victims.standing import due_on

FILE = Path(__file__).parent / "reviewed.toml"
OURS = dict.fromkeys(rules.OF_BODY, rules.NO)
DECIDED_BY = {"decided_by": "Ivor Skelding", "decided_rank": "sergeant", "decided_number": "4417"}
SENIOR = Named("Marguerite Oldroyd", "chief_inspector", "2290")


@dataclass
class Days:
    """How many days ago it came, and the moment so many days on; never later than a minute ago."""

    now: datetime
    ago: int

    def on(self, later: int = 0, hour: int = 10) -> datetime:
        day = self.now.astimezone(LONDON).date() - timedelta(days=self.ago - later)
        return min(datetime.combine(day, time(hour, 20), LONDON), self.now - timedelta(minutes=1))

    def date(self, later: int = 0) -> date:
        return self.on(later).date()


def play_reviews(staff: list[Handler], *, now: datetime, round_at: Callable[[datetime], None]) -> int:
    """Play them all, the oldest first within each kind. Says how many, each a case of its own. Where the office may decide
    no review (it is the force's own team), applications stay to be checked."""
    written = tomllib.loads(FILE.read_text(encoding="utf-8"))
    where_the_force_is(staff, now)
    for one in written["reviews"]:
        Played(one, Days(now, one["days_ago"]), staff, round_at).review()
    for one in written["victims"]:
        Played(one, Days(now, one["days_ago"]), staff, round_at).victim()
    recommended(staff, now)
    return len(written["reviews"]) + len(written["victims"])


@dataclass
class Played:
    """One of them on its way: what the file says, its days, and who does it."""

    told: dict[str, Any]
    days: Days
    staff: list[Handler]
    round_at: Callable[[datetime], None]

    @property
    def by(self) -> Handler:
        return next(one for one in self.staff if one.role == Role.HANDLER)

    @property
    def reviewer(self) -> Handler | None:
        """Somebody the commissioner directs (CMR 2020 reg 50), not the one who writes it down where there is another."""
        found = [one for one in self.staff if one.role in (Role.SUPERVISOR, Role.HANDLER) and one.directed_by == "commissioner"
                 and one.employer == "commissioner"]  # fmt: skip
        return found[-1] if found else None

    def said(self, **more: Any) -> Said:
        key = uuid5(NAMESPACE_URL, f"putright:demonstration:review:{self.told['email']}")
        usual = {"channel": "email", "kind": "enquiry", "language": self.told["language"]}
        return Said(key=key, words=self.told["words"], received_at=self.days.on(hour=9), **(usual | more))

    def review(self) -> None:
        stage, on = self.told["stage"], self.days.date()
        known = rules.Application(
            received_on=on, given_on=on - timedelta(days=190 if stage == "late" else 16), complained_on=on - timedelta(days=150),
            decision_of="The police", states=rules.PARTICULARS, who="complainant", handled=rules.OTHERWISE,
            outcome_given=rules.YES, grounds=OURS | ({"referred_or_must_be": rules.YES} if stage == "forwarded" else {}),
        )  # fmt: skip
        made = reviews.enter_elsewhere(known, reviews.New(self.said(), person_of(self.told)), by=self.by, at=self.days.on())
        self.round_at(self.days.on())
        if self.reviewer is not None and stage != "asked":
            self.decided(made, self.reviewer)

    def decided(self, made: Review, by: Handler) -> None:
        stage, at = self.told["stage"], self.days.on(3)
        if stage in ("late", "forwarded"):
            way = {"late": (rules.REFUSED, "late"), "forwarded": (rules.FORWARDED, "")}[stage]
            reviews.admit(made, way[0], said_in(self.told, self.told["decision"]), ground=way[1], by=by, at=at)
            return self.round_at(at)
        reviews.admit(made, rules.ACCEPTED, by=by, at=at)
        told = [outcome.Telling("authority"), outcome.Telling("subject", withheld="Nobody is complained of by name.")]
        told += [outcome.Telling("interested", one) for one in kept_informed(self.told, made, by=self.by, at=at)]
        outcome.notify(made, told, by=self.by, at=self.days.on(3, hour=11))
        if stage == "looked_at":
            reviews.request(made, "authority", "The officer’s notebook for that day, please.", by=self.by, at=self.days.on(5))
            return None
        return self.looked_at(made, by)

    def looked_at(self, made: Review, by: Handler) -> None:
        upheld, at = "recommend" in self.told, self.days.on(15)
        outcome.weigh(made, self.told["point"], rules.NO if upheld else rules.YES, self.told["reasons"], by=by, at=at)
        verdict = outcome.Verdict(rules.UPHELD if upheld else rules.NOT_UPHELD, said_in(self.told, self.told["decision"]))
        outcome.decide(made, verdict, by=by, at=self.days.on(15, hour=12))
        if upheld:
            asked = {way: said_in(self.told, words) for way, words in self.told["recommend"].items()}
            outcome.recommend(made, asked, by=by, at=self.days.on(15, hour=13))
        self.round_at(self.days.on(16))
        if self.told["stage"] == "not_upheld":
            outcome.finish(made, by=self.by, at=self.days.on(17))
        elif self.told["stage"] == "waiting":
            longer = self.days.date(15) + timedelta(days=42)
            outcome.longer(made, longer, "The second store moves house this month.", by=by, at=self.days.on(18))
        else:
            self.answered(made, by)

    def answered(self, made: Review, by: Handler) -> None:
        """Nine days after the last of their twenty-eight."""
        outcome.remind(made, "By telephone, to the head of standards.", by=self.by, at=self.days.on(45))
        self.round_at(self.days.on(46))
        said = zip(made.recommendations.order_by("pk"), self.told["answers"], ("yes", "no"), strict=True)
        at = self.days.on(52)
        answers = {one.pk: (accepted, said_in(self.told, words)) for one, words, accepted in said}
        outcome.answered(made, answers, at.date(), by=self.by, at=at)
        self.round_at(self.days.on(53))

    def victim(self) -> None:
        asked = all_questions().of(TOPIC, self.days.date())
        weeks = 30 if self.told["stage"] == "late" else 5
        told_on = self.days.date() - timedelta(weeks=weeks)
        given = {"review-reference": self.told["crime"], "told-on": told_on, "review-now": "waiting"}
        answers = answered(asked, {name_of(one): given.get(one.name) for one in asked})
        said = self.said(channel="web", topic=TOPIC, answers=answers, crime_reference=self.told["crime"])
        contact = receive(said, person_of(self.told), by=None, at=self.days.on(hour=9))
        made = opening.from_contact(contact, by=None, at=self.days.on())
        self.round_at(self.days.on())
        if made and self.told["stage"] != "asked":
            self.taken(made, told_on)

    def taken(self, made: VictimReview, told_on: date) -> None:
        stage, by = self.told["stage"], self.by
        known = opening.Asked(
            made.asked_on, made.door, made.crime_reference, "police_decided_no_proceedings", told_on - timedelta(days=2), told_on,
            **DECIDED_BY, answers=dict.fromkeys(ASKED, "yes"),
        )  # fmt: skip
        opening.change(made, known, by=by, at=self.days.on(2))
        if stage == "late":
            return
        made.refresh_from_db()
        reviewing.take_on(made, taken=True, why="", by=by, at=self.days.on(3))
        reviewing.give_to(made, SENIOR, by=by, at=self.days.on(4))
        if stage in ("longer", "ended"):
            why = {self.told["language"]: self.told["reasons"]}
            self.told_more(made, why)

    def told_more(self, made: VictimReview, why: dict[str, str]) -> None:
        by = self.by
        if self.told["stage"] == "longer":
            reviewing.longer(made, due_on(made) + timedelta(days=21), why, by=by, at=self.days.on(25))
            return self.round_at(self.days.on(25))
        reviewing.finish(made, self.told["result"], why, by=by, at=self.days.on(36))
        self.round_at(self.days.on(36))
        made.refresh_from_db()
        for what in ("told_of_right", "contact_log", "filed"):
            done = keeping.Done(what, self.days.date(37), SENIOR.name, self.told["crime"])
            keeping.confirm(made, done, by=by, at=self.days.on(38))
        keeping.learn(made, self.told["learning"], "", "The team’s weekly sheet", by=by, at=self.days.on(39))
        return None


def where_the_force_is(staff: list[Handler], now: datetime) -> None:
    """An address at work, made up with the office’s own domain, so that letters of a review to the force go by themselves."""
    by = next((one for one in staff if one.role == Role.SUPERVISOR), None)
    if by is not None:
        domain = office().contact.email.partition("@")[2]
        keep_address(f"standards@{domain}", "", by=by, at=now - timedelta(days=100))


def said_in(told: dict[str, Any], words: str) -> dict[str, str]:
    """Words that go into letters, by their language: the file has them in that of the person."""
    return {told["language"]: words}


def kept_informed(told: dict[str, Any], made: Review, *, by: Handler, at: datetime) -> list[Interested]:
    """Somebody else who agreed to be told, where the file names one."""
    details = dict(told.get("interested", {}))
    how = details.pop("how", "")
    return [interested.add(made.case, details, ("enough", how), "yes", by=by, at=at)] if details else []


def person_of(told: dict[str, Any]) -> dict[str, Any]:
    return {name: told[name] for name in ("name", "email", "language")}


def recommended(staff: list[Handler], now: datetime) -> None:
    """How some of the six recommendations stand, as the one who leads the team says it."""
    by = next((one for one in staff if one.role == Role.SUPERVISOR), None)
    said = (
        (1, "begun", "Half the stations have had the sixty second brief."),
        (2, "done", "On the website, and at each counter."), (4, "done", "The three letters are here, in both languages."),
    )  # fmt: skip
    for number, state, words in said if by else ():
        keeping.say_how_it_stands(number, "Victim services manager", state, words, by=by, at=now - timedelta(days=20))
