"""A figure never disagrees with the list it opens into, nor the quick count of promises with the slow one: over
generated histories."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import transaction
from django.db.models import Count, QuerySet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offices import load
from putright.allocation.models import Handover
from putright.cases.log import Line, write
from putright.cases.models import Allegation, Case, Choice
from putright.clocks.promises import State
from putright.clocks.queries import for_cases
from putright.contacts.channels.telephone.models import Call, Exchange, Written
from putright.contacts.models import Answer, Contact
from putright.facts.measures import CATALOGUE, MEASURES
from putright.facts.months import Month
from putright.facts.reckoning import EXCUSED, KEPT, MISSED, Reckoning
from putright.facts.rows import WHOLE, Stored, Worked
from putright.facts.sources import Scope
from putright.invited.models import Invite, Setting
from putright.invited.rules import SMALLEST
from putright.measures.figure import Counts, Share
from putright.measures.figure import number as number_of
from putright.measures.shares import SHARES
from putright.people.models import Often, Team
from putright.questionnaires.models import Survey, Version
from putright.recovery.models import Attempt
from putright.reports import queries
from putright.reports.figures import Figures
from putright.reviews.models import Review
from putright.surveys.models import Response
from putright.triage.models import Decision
from putright.victims.models import Review as VictimReview
from putright.victims.models import UnderCode
from tests.make import people

BEGINS = datetime(2026, 2, 1, tzinfo=UTC)
NOW = datetime(2026, 4, 20, 9, 30, tzinfo=UTC)
MONTH = Month(2026, 3)  # the clocks go forward on the 29th; Easter falls after it
ESSEX = load("essex")

moments = st.integers(0, 76 * 24 * 60).map(lambda minutes: BEGINS + timedelta(minutes=minutes))
channels = st.sampled_from(["phone", "ivr", "web", "letter", "fax"])
kinds = st.sampled_from(["", "complaint", "dissatisfaction", "compliment"])
reasons = st.sampled_from(["", "informed", "informed.no-update", "response.slow", "long gone"])
later = st.one_of(
    st.tuples(st.sampled_from(["spoke", "clarified", "asked_to_record", "offered", "settled", "put_right", "closed",
                               "outcome_back", "noted", "taken", "review_asked", "review_decided", "review_forwarded",
                               "review_recommended", "review_answered", "review_longer"]), st.just({})),
    st.tuples(st.just("sent"), st.fixed_dictionaries({
        "kind": st.sampled_from(["acknowledgement", "update", "outcome", "review_received"]),
        "medium": st.sampled_from(["email", "none"]),
    })),
    st.tuples(st.just("decided"), st.fixed_dictionaries({
        "route": st.sampled_from(["outside", "recorded", "not_complaint"]), "must_refer": st.booleans(),
        "authority": st.sampled_from(["chief_officer", "local_policing_body"]),
    })),
    st.tuples(st.sampled_from(["clock_stopped", "clock_went_on", "clock_excused", "missed_because"]), st.fixed_dictionaries({
        "promise": st.sampled_from(["refer", "update", "outcome"]), "reason": st.just("stop.proceedings"),
    })),
    st.tuples(st.just("clock_extended"), st.fixed_dictionaries({
        "promise": st.just("refer"), "reason": st.just("extend.complex"), "days": st.sampled_from(["3", "10"]),
    })),
    st.tuples(st.just("clock_extended"), st.fixed_dictionaries({
        "promise": st.just("review-answer"), "until": st.sampled_from(["2026-03-20", "2026-03-31", "2026-04-30"]),
    })),
    st.tuples(st.just("must_refer"), st.fixed_dictionaries({"authority": st.just("chief_officer")})),
    st.tuples(st.just("handed_over"), st.fixed_dictionaries({"body": st.sampled_from(["standards", "iopc"])})),
)  # fmt: skip
files = st.fixed_dictionaries({
    "at": moments, "late": st.integers(0, 3), "channel": channels, "kind": kinds, "reason": reasons,
    "imported": st.booleans(), "elsewhere": st.booleans(), "topic": st.sampled_from(["", "vehicle-recovery", "suggestion"]),
    "after": st.sampled_from(["", "yes", "no"]),
    "review": st.sampled_from([None, ("otherwise", "", ""), ("outside", "refused", ""), ("investigated", "accepted", ""),
                               ("otherwise", "accepted", "upheld"), ("investigated", "accepted", "not_upheld")]),
    "rang": st.one_of(st.none(), st.tuples(st.sampled_from(["answered", "abandoned", "passed_on"]), st.integers(0, 90))),
    "mark": st.sampled_from(["", "1", "3", "4", "5", "na"]),
    "then": st.lists(st.tuples(moments, later), max_size=6),
})  # fmt: skip


def make(history: list[dict], front: Team, elsewhere: Team, sam) -> None:
    two = people.person("Ffion Rees"), people.person("Amir Haddad")
    for number, file in enumerate(history):
        received = file["at"] - timedelta(days=file["late"])
        case = Case.objects.create(
            reference=f"PR-{number}-{uuid4().hex[:6]}", team=elsewhere if file["elsewhere"] else front,
            received_at=received, kind=file["kind"], imported=file["imported"],
        )  # fmt: skip
        facts = {"channel": file["channel"], "kind": file["kind"]}
        lines = [Line("received", file["at"], facts=facts)]
        then = sorted(((max(at, file["at"]), verb, more) for at, (verb, more) in file["then"]), key=lambda one: one[0])
        lines += [Line(verb, at, sam, facts=more) for at, verb, more in then]
        write(case, *lines)
        settled = next((at for at, verb, _ in then if verb == "settled"), None)
        made = Contact.objects.create(
            key=uuid4(), case=case, channel=file["channel"], kind=file["kind"], reason=file["reason"], words="words",
            received_at=received, entered_at=file["at"], settled_at=settled, answer="done" if settled else "",
            person=two[number % 2], topic=file.get("topic", ""),
        )  # fmt: skip
        if file.get("topic") and file["after"]:
            Answer.objects.create(contact=made, topic=file["topic"], question="unhappy-after", since=BEGINS.date(),
                                  value=file["after"])  # fmt: skip
        decide(case, then, sam)
        if file.get("review"):
            reviewed(made, file["at"], *file["review"], sam)
        if file.get("rang"):
            rang(made, file["at"], *file["rang"])
        if file.get("mark"):
            surveyed(case, file["at"], file["mark"])


def rang(contact: Contact, at: datetime, outcome: str, wait: int) -> None:
    """A call that was offered, and became this contact where it was answered."""
    answered = at + timedelta(seconds=wait) if outcome == "answered" else None
    moments = dict.fromkeys(("offered_at", "began_at", "half_hour", "last_at"), at)
    key = uuid4().hex
    whose, _made = Exchange.objects.get_or_create(slug="desk", defaults={"name": "Desk", "made_at": BEGINS})
    call = Call.objects.create(exchange=whose, key=key, outcome=outcome, wait=wait, answered_at=answered, **moments)
    if answered:
        Written.objects.create(call=call, contact=contact, at=at)


def surveyed(case: Case, at: datetime, mark: str) -> None:
    survey, _made = Survey.objects.get_or_create(slug="s", defaults={"made_at": at})
    asked = {"code": "q1", "kind": "good", "en": "How was it?", "cy": "Sut oedd hi?"}
    content = {"intro_en": "", "intro_cy": "", "questions": [asked]}
    version = survey.versions.first() or Version.objects.create(survey=survey, number=1, content=content, since=BEGINS, at=at)
    invite = Invite.objects.create(
        digest=uuid4().hex, survey="s", case=case, within="answer", how="email", language="en", made_at=at, until=at
    )
    Response.objects.create(invite=invite, version=version, how="web", language="en", scores={"q1": mark, "w": "5"}, at=at)


def reviewed(contact: Contact, at: datetime, handled: str, admitted: str, outcome: str, sam) -> None:
    after = at + timedelta(days=20)
    Review.objects.create(
        case=contact.case, number=1, contact=contact, received_on=at.date(), at=at, by=sam, facts={"handled": handled},
        admitted=admitted, admitted_at=at if admitted else None, outcome=outcome, decided_at=after if outcome else None,
    )  # fmt: skip


def decide(case: Case, then: list, sam) -> None:
    number = 0
    for at, verb, facts in then:
        if verb == "decided":
            number += 1
            Decision.objects.create(case=case, number=number, at=at, by=sam, facts={}, findings={}, route=facts["route"],
                                    reason_recorded="body_decides" if facts["route"] == "recorded" else "")  # fmt: skip
        elif verb == "handed_over":
            Handover.objects.create(case=case, body=facts["body"], pack={}, at=at, by=sam)


@pytest.fixture
def office(db):
    people.office("essex")
    sam = people.handler("Sam Adeyemi", "handler", people.team())
    Often.objects.create(contacts=2, since=BEGINS.date(), why="few contacts are made here", at=BEGINS, by=sam)
    Setting.objects.create(name=SMALLEST, value=3, at=BEGINS, by=sam)
    return people.team(), people.team("elsewhere", "local"), sam


@contextmanager
def only(history: list[dict], office: tuple) -> Iterator[None]:
    """A database with that history and no other, put back afterwards."""
    with transaction.atomic():
        make(history, *office)
        yield
        transaction.set_rollback(True)


GENERATED = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@settings(GENERATED, max_examples=15)
@given(history=st.lists(files, max_size=6))
def test_every_figure_is_as_long_as_its_list(office, history):
    with only(history, office):
        figures_agree(Scope(MONTH, ESSEX, NOW), Case.objects.filter(team=office[0]))


def figures_agree(scope: Scope, front_only) -> None:
    counted = queries.figures(scope)
    for measure in MEASURES:
        parts = counted.parts(measure.key)
        whole = queries.behind(scope, measure.key, WHOLE, Case.objects.all())
        assert whole.total == counted.total(measure.key) == listed(scope, measure.key, WHOLE)
        for part, number in parts.items():
            assert number == listed(scope, measure.key, part), (measure.key, part)
        mine = queries.behind(scope, measure.key, WHOLE, front_only)
        assert mine.opens + mine.closed == whole.total
    shares_agree(scope, counted)


def listed(scope: Scope, key: str, part: str) -> int:
    """The rows of a list, page after page, and those said to be about no case where there are such."""
    page = queries.behind(scope, key, part, Case.objects.all())
    assert CATALOGUE[key].caseless or not page.closed
    return len(rows_of(scope, key, part)) + page.closed


def shares_agree(scope: Scope, counted: Figures) -> None:
    """Every share is what anybody gets who counts its lists by hand."""
    for one in SHARES:
        numbers = []
        for measure, parts in (one.part, one.whole):
            numbers.append(sum(listed(scope, measure, part) for part in parts or (WHOLE,)))
        part, whole = numbers
        known = whole and not (one.unless and listed(scope, one.unless[0], one.unless[1][0]))
        assert part <= whole and counted.worked(one.key) == (Decimal(part * 100) / whole if known else None), one.key


def by_cases(self: Stored) -> QuerySet:
    return self.query.order_by().values("part").annotate(number=Count("file", distinct=True))


def of_all_contacts(self: Share, counts: Counts) -> tuple[int, int]:
    return number_of(counts, self.part), number_of(counts, ("contacts", ()))


def twice(self: Worked) -> dict[str, int]:
    return {part: 2 * number for part, number in Counter(part for part, _ in self.found).items()}


PLANTED = {
    "cases counted for rows": (Stored, "tally", property(by_cases)),
    "a share of the wrong whole": (Share, "numbers", of_all_contacts),
    "a mark counted twice": (Worked, "counts", twice),
}  # fmt: skip


@pytest.mark.parametrize("slip", PLANTED)
def test_a_figure_that_disagrees_with_its_list_is_found(office, monkeypatch, slip):
    """Wrong builds: each is a slip somebody could make, and the agreement above notices it."""
    monkeypatch.setattr(*PLANTED[slip])
    at = datetime(2026, 3, 3, 10, tzinfo=UTC)
    shared = {"at": at, "late": 0, "channel": "ivr", "kind": "complaint", "reason": "", "imported": False, "elsewhere": False}
    again = [(at + timedelta(days=1), ("put_right", {})), (at + timedelta(days=2), ("put_right", {}))]
    make([{**shared, "rang": ("answered", 10), "mark": "5", "then": again}] * 4, *office)
    with pytest.raises(AssertionError):
        figures_agree(Scope(MONTH, ESSEX, NOW), Case.objects.all())


def rows_of(scope: Scope, key: str, part: str) -> list:
    rows, after = [], ""
    while True:
        page = queries.behind(scope, key, part, Case.objects.all(), after)
        rows += page.rows
        if not (after := page.after):
            assert len(rows) == len(set(rows))
            return rows


@GENERATED
@given(history=st.lists(files, max_size=6))
def test_the_quick_count_of_promises_is_the_slow_one(office, history):
    with only(history, office):
        counts_agree()


def counts_agree() -> None:
    quick = Reckoning(MONTH, ESSEX, NOW)
    slow: Counter = Counter()
    contacted: Counter = Counter()
    ours = Case.objects.filter(imported=False)
    for pk, clocks in for_cases(ours, NOW, office=ESSEX).items():
        for clock in clocks:
            fate = {State.KEPT: KEPT, State.KEPT_LATE: MISSED, State.MISSED: MISSED, State.EXCUSED: EXCUSED}.get(clock.state)
            if fate and clock.due_at and MONTH.start <= clock.due_at < MONTH.end:
                slow[pk, clock.promise, clock.due_at, fate] += 1
            if clock.promise == "first-contact" and clock.kept_at and MONTH.start <= clock.kept_at < MONTH.end:
                contacted[pk, clock.kept_at] += 1
    assert Counter(quick.fell) == slow
    assert Counter((one.case, one.at) for one in quick.contacted) == contacted


def with_a_review(contact: Contact, at: datetime, sam) -> None:
    VictimReview.objects.create(
        case=contact.case, asked_on=at.date(), door="phone", decision="enquiries_stopped", opened_at=at, ended_at=at,
        result="not_covered",
    )  # fmt: skip
    UnderCode.objects.create(contact=contact, case=contact.case, victim="yes", enhanced="no", rights=["6", "12"], at=at, by=sam)


def with_the_rest(contact: Contact, at: datetime, sam) -> None:
    """What the generated histories have none of: allegations and their codes, calls, offers answered, an end."""
    case = contact.case
    Case.objects.filter(pk=case.pk).update(finished_at=at)
    one = Allegation.objects.create(case=case, number=1, words="w", category="A1", edition="e")
    for which in ("factors", "outcomes", "actions"):
        Choice.objects.create(allegation=one, which=which, code="some", on=at.date())
    Contact.objects.filter(pk=contact.pk).update(topic="fraud-journey", via="local", by=sam)
    Attempt.objects.create(case=case, offer="apology", words="w", at=at, by=sam, content="no", answered_at=at)
    write(case, Line("must_refer", at, sam, facts={"authority": "chief_officer"}))
    for number, route in enumerate(("outside", "recorded"), 11):
        Decision.objects.create(case=case, number=number, at=at, by=sam, facts={}, findings={}, route=route)
    rang(contact, at, "abandoned", 60)
    for mark in ("5", "1", "na"):
        surveyed(case, at, mark)


def test_the_histories_do_reach_every_measure(office):
    """The generated histories can fill each measure: this one does, so the agreement above is not of nothings."""
    at = datetime(2026, 3, 3, 10, tzinfo=UTC)
    decided = ("decided", {"route": "recorded", "must_refer": True, "authority": "chief_officer"})
    outside = ("decided", {"route": "outside", "must_refer": False, "authority": "chief_officer"})
    day = timedelta(days=1)
    shared = {"late": 0, "channel": "ivr", "kind": "complaint", "reason": "informed.no-update", "imported": False,
              "elsewhere": False, "topic": "vehicle-recovery", "after": "yes"}  # fmt: skip
    make(
        [
            {"at": at, **shared, "then": [(at + day / 24, ("settled", {}))]},
            {"at": at, **shared, "then": [(at + 2 * day, decided), (at + 9 * day, ("handed_over", {"body": "iopc"}))]},
            {"at": at, **shared, "review": ("otherwise", "accepted", "upheld"),
             "then": [(at + 3 * day, outside), (at + 4 * day, ("put_right", {}))]},
            {"at": at, **shared, "then": [(at + day, ("clock_excused", {"promise": "refer", "reason": "excuse.emergency"}))]},
        ],
        *office,
    )
    with_a_review(Contact.objects.order_by("pk")[0], at, office[2])
    with_the_rest(Contact.objects.order_by("pk")[0], at, office[2])
    counted = queries.figures(Scope(MONTH, ESSEX, NOW))
    assert {measure.key: counted.total(measure.key) > 0 for measure in MEASURES} == dict.fromkeys(
        (measure.key for measure in MEASURES), True
    )
    assert counted.parts("victims-rights") == {"6": 1, "12": 1} and counted.parts("victims-reviews-doors") == {"phone": 1}
    assert counted.parts("contacts") == {"phone": 4}  # the office counts its menu under the telephone


def test_an_outcome_sent_on_the_evening_of_the_fifth_working_day_is_in_time_for_the_case_and_for_the_month(office):
    """CMR 2020 reg 34(2)(b): a day in law ends at midnight, not when the office closes. One minute later it is late."""
    at = datetime(2026, 3, 2, 10, tzinfo=UTC)
    fifth = at + timedelta(days=7)  # Monday to Monday
    shared = {"late": 0, "channel": "web", "kind": "complaint", "reason": "", "imported": False, "elsewhere": False}
    sent = ("sent", {"kind": "outcome", "medium": "email"})
    evening, after_midnight = fifth.replace(hour=23, minute=59), fifth.replace(hour=0, minute=0) + timedelta(days=1)
    make([{"at": at, **shared, "then": [(at, ("put_right", {})), (told, sent)]} for told in (evening, after_midnight)], *office)
    clocks = [clock for found in for_cases(Case.objects.order_by("pk"), NOW, office=ESSEX).values() for clock in found]
    states = {clock.kept_at: clock.state for clock in clocks if clock.promise == "outcome"}
    assert states == {evening: State.KEPT, after_midnight: State.KEPT_LATE}
    counts_agree()
    fates = [(one.fate, one.due_at.isoformat()) for one in Reckoning(MONTH, ESSEX, NOW).fell if one.promise == "outcome"]
    assert sorted(fates) == [(KEPT, "2026-03-09T23:59:59+00:00"), (MISSED, "2026-03-09T23:59:59+00:00")]
