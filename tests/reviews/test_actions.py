"""Each thing a person can do to a review: what it changes, what it refuses, and the line it leaves."""

from datetime import date, timedelta

import pytest

from putright.cases.log import broken_at
from putright.cases.models import Event, Wall
from putright.cases.refusals import OutsideRemit
from putright.contacts.models import Contact
from putright.letterkinds.of_reviews import letter_values
from putright.people.gates import NotAllowed
from putright.reviews import actions, queries, refusals, rules
from putright.reviews.models import Review
from putright.reviews.outcome import actions as outcome
from tests.make import people
from tests.make import reviews as make
from tests.make.contacts import said

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def case(cast):
    """Sam handled it; Jo had no part."""
    return make.recorded(cast.ffion, cast.sam)


@pytest.fixture
def review(case, cast):
    return make.review(case, by=cast.sam)


@pytest.fixture
def accepted(review, cast):
    actions.admit(review, "accepted", by=cast.jo, at=cast.at)
    return fresh(review)


@pytest.fixture
def upheld(accepted, cast):
    outcome.weigh(accepted, "Nobody rang.", "no", "The log shows no call.", by=cast.jo, at=cast.at)
    outcome.decide(accepted, outcome.Verdict("upheld", {"en": "It was not."}, category="H1"), by=cast.jo, at=cast.at)
    return fresh(accepted)


@pytest.fixture
def waiting(upheld, cast):
    outcome.recommend(upheld, {"apology": {"en": "Say sorry."}, "investigate": {"en": "Look into it."}}, by=cast.jo, at=cast.at)
    return fresh(upheld)


def fresh(review: Review) -> Review:
    return queries.one(review.case, review.number)


def last(review: Review) -> Event:
    return Event.objects.filter(case=review.case).latest("seq")


def test_what_came_in_is_a_contact_of_the_case_and_the_same_key_is_one_review(case, cast):
    came = actions.New(said(words="I want a review.", channel="letter"))
    first = actions.enter(case, make.application(), came, by=cast.sam, at=cast.at)
    again = actions.enter(case, make.application(), came, by=cast.sam, at=cast.at)
    assert first == again and Review.objects.count() == 1
    assert (first.contact.words, first.contact.case) == ("I want a review.", case)
    assert last(first).verb == "review_asked" and broken_at(case) is None


def test_a_contact_we_have_becomes_the_application(case, cast):
    contact = Contact.objects.filter(case=case).first()
    made = actions.enter(case, make.application(), contact, by=cast.sam, at=cast.at)
    assert made.contact == contact and contact not in queries.contacts_of(case)


def test_a_case_we_do_not_hold_gets_a_file_that_nobody_triages_and_that_can_be_closed(cast):
    came = actions.New(said(kind="enquiry", words="Please review it."), {"name": "Mair Jones", "email": "m@complainant.example"})
    made = actions.enter_elsewhere(make.application(handled="outside"), came, by=cast.sam, at=cast.at)
    assert (made.held, made.case.stage, made.case.complainant.name) == (False, "handed_over", "Mair Jones")
    assert actions.enter_elsewhere(make.application(), came, by=cast.sam, at=cast.at) == made
    actions.admit(made, "refused", ground="no_right", by=cast.jo, at=cast.at)
    made.case.refresh_from_db()
    assert made.case.stage == "outcome_known"


@pytest.mark.parametrize(
    "days",
    [
        {"wrong_on": date(2026, 3, 1)},
        {"sent_on": date(2026, 3, 1)},
        {"wrong_on": date(2026, 3, 5), "sent_on": date(2026, 3, 4)},
        {"wrong_on": date(2026, 3, 5), "sent_on": date(2026, 3, 28)},  # it reached us on the 27th
    ],
)
def test_days_that_cannot_be_right_are_refused(case, cast, days):
    with pytest.raises(refusals.WrongDays):
        make.review(case, by=cast.sam, **days)
    assert not Review.objects.exists()


def test_what_is_known_may_change_until_it_is_decided_and_the_log_keeps_both(review, cast):
    actions.learn(review, make.application(handled="investigated"), by=cast.sam, at=cast.at)
    assert fresh(review).facts["handled"] == "investigated" and last(review).verb == "review_learned"
    before = Event.objects.count()
    actions.learn(review, make.application(handled="investigated"), by=cast.sam, at=cast.at)
    assert Event.objects.count() == before, "nothing different changes nothing"
    actions.admit(fresh(review), "accepted", by=cast.jo, at=cast.at)
    with pytest.raises(refusals.NotNow):
        actions.learn(review, make.application(), by=cast.sam, at=cast.at)


def test_whoever_had_a_part_in_the_handling_decides_nothing(review, cast):
    with pytest.raises(refusals.NotYou) as refused:
        actions.admit(review, "accepted", by=cast.sam, at=cast.at)
    assert "alleg" not in str(refused.value).lower() and "part" not in str(refused.value).lower()
    assert fresh(review).admitted == ""


def test_entering_an_application_is_no_part_in_the_handling(case, cast):
    made = make.review(case, by=cast.jo)
    actions.admit(made, "accepted", by=cast.jo, at=cast.at)
    assert fresh(made).admitted_by == cast.jo


@pytest.mark.parametrize(
    "details",
    [{"employer": "other"}, {"is_constable": True}, {"employer": "chief_constable", "directed_by": "chief_constable"}],
)
def test_only_whom_the_commissioner_may_give_it_to_decides(review, cast, details):
    other = people.handler("Bryn Person", "supervisor", cast.jo.team, **details)
    with pytest.raises(OutsideRemit):
        actions.admit(review, "accepted", by=other, at=cast.at)


def test_somebody_walled_from_the_case_decides_nothing(review, cast):
    Wall.objects.create(case=review.case, handler=cast.jo, why="knows her", at=cast.at, by=cast.sam)
    with pytest.raises(OutsideRemit):
        actions.admit(review, "accepted", by=cast.jo, at=cast.at)


@pytest.mark.parametrize("who", ["pat", "robin", "toni", "dana"])
def test_other_roles_may_not(review, cast, who):
    with pytest.raises(NotAllowed):
        actions.admit(review, "accepted", by=getattr(cast, who), at=cast.at)


def test_more_time_is_for_the_late_with_a_reason(case, cast):
    prompt = make.review(case, by=cast.sam)
    with pytest.raises(refusals.NotLate):
        actions.extend(prompt, "She was ill.", by=cast.jo, at=cast.at)
    late = make.review(case, by=cast.sam, given_on=date(2026, 1, 1))
    assert rules.suggested(queries.findings(late)) == "refused"
    with pytest.raises(refusals.SayWhy):
        actions.extend(late, " ", by=cast.jo, at=cast.at)
    actions.extend(late, "She was in hospital.", by=cast.jo, at=cast.at)
    assert rules.suggested(queries.findings(fresh(late))) == "accepted"
    assert (last(late).facts["source"], last(late).by) == ("CMR 2020 reg 29(4)", cast.jo)


def test_only_faults_there_are_can_be_let_go(case, cast):
    made = make.review(case, by=cast.sam, states=("writing", "details"))
    with pytest.raises(refusals.NothingToWaive):
        actions.waive(made, ["writing"], "She rang.", by=cast.jo, at=cast.at)
    actions.waive(made, ["complained_on", "decision_of"], "We know both.", by=cast.jo, at=cast.at)
    assert queries.findings(fresh(made))["form"].missing == ("given_on",)
    actions.waive(fresh(made), ["given_on"], "The letter is on file.", by=cast.jo, at=cast.at)
    assert rules.suggested(queries.findings(fresh(made))) == "accepted"


def test_another_decision_than_the_findings_needs_a_reason(review, cast):
    with pytest.raises(refusals.NeedsReason):
        actions.admit(review, "refused", ground="late", by=cast.jo, at=cast.at)
    with pytest.raises(refusals.SayWhy):
        actions.admit(review, "refused", {"en": "I do not like it."}, by=cast.jo, at=cast.at)
    actions.admit(review, "refused", {"en": "She told us the date was wrong."}, ground="late", by=cast.jo, at=cast.at)
    assert last(review).facts["differs"] is True and fresh(review).finished_at == cast.at


def test_the_iopcs_is_sent_on_and_finished(case, cast):
    made = make.review(case, by=cast.sam, grounds=make.OURS | {"referred_or_must_be": "yes"})
    actions.admit(made, "forwarded", by=cast.jo, at=cast.at)
    assert queries.stage(fresh(made)) == rules.FINISHED
    assert last(made).facts["body"]["conclusion"] == "iopc"
    assert letter_values(case, "en")["review_forwarded"] == {"asked_on": "2026-03-27", "right_body": "iopc"}


def test_information_is_asked_for_and_comes_once(review, cast):
    asked = actions.request(review, "authority", "The call log.", by=cast.sam, at=cast.at)
    actions.came(asked, "It shows no call.", by=cast.sam, at=cast.at + DAY)
    with pytest.raises(refusals.NotNow):
        actions.came(asked, "Again.", by=cast.sam, at=cast.at + DAY)
    asked.refresh_from_db()
    assert (asked.answer, last(review).verb) == ("It shows no call.", "review_heard")


def test_withdrawn_is_finished(accepted, cast):
    actions.withdraw(accepted, "She wrote on 28 March.", by=cast.sam, at=cast.at)
    assert queries.stage(fresh(accepted)) == rules.FINISHED
    with pytest.raises(refusals.NotNow):
        outcome.weigh(accepted, "a", "no", "b", by=cast.jo, at=cast.at)


def test_who_was_told_and_who_was_not_and_why(accepted, cast):
    gwen, silent = (make.interested(accepted.case, *who, by=cast.sam) for who in (("Gwen", "yes"), ("Huw", "no")))
    absent = outcome.Telling("subject", withheld="He is ill")
    with pytest.raises(refusals.NotKeptInformed):
        outcome.notify(accepted, [outcome.Telling("interested", silent)], by=cast.sam, at=cast.at)
    outcome.notify(accepted, [outcome.Telling("authority"), absent], by=cast.sam, at=cast.at)
    assert "notice_interested" in queries.left(fresh(accepted))
    telling = [outcome.Telling("authority"), outcome.Telling("interested", gwen), absent]
    outcome.notify(accepted, telling, by=cast.sam, at=cast.at)
    assert last(accepted).facts["told"] == ["authority", "interested"] and last(accepted).facts["withheld"] == ["subject"]
    assert last(accepted).facts["interested"] == [gwen.pk] and "Gwen" not in str(last(accepted).facts)
    assert not [one for one in queries.left(fresh(accepted)) if one.startswith("notice")]
    for wrong in ([], [outcome.Telling("complainant")], [outcome.Telling("interested")], [outcome.Telling("authority", gwen)]):
        with pytest.raises(refusals.SayWhy):
            outcome.notify(accepted, wrong, by=cast.sam, at=cast.at)


def test_points_first_then_the_outcome_and_another_one_needs_a_reason(accepted, cast):
    verdict = outcome.Verdict("not_upheld", {"en": "It was reasonable."})
    with pytest.raises(refusals.NoPoints):
        outcome.decide(accepted, verdict, by=cast.jo, at=cast.at)
    outcome.weigh(accepted, "Nobody rang.", "yes", "They did.", by=cast.jo, at=cast.at)
    outcome.weigh(accepted, "Nobody rang.", "no", "They did not.", by=cast.jo, at=cast.at)
    assert [point.reasonable for point in accepted.points.all().order_by("pk")] == ["no"] or accepted.points.count() == 1
    with pytest.raises(refusals.NeedsReason):
        outcome.decide(accepted, verdict, by=cast.jo, at=cast.at)
    with pytest.raises(refusals.NotYou):
        outcome.decide(accepted, verdict, by=cast.sam, at=cast.at)
    outcome.decide(accepted, outcome.Verdict("upheld", {"en": "It was not."}), by=cast.jo, at=cast.at)
    assert fresh(accepted).decided_by == cast.jo


def test_compensation_is_refused_with_the_reason_and_so_is_what_the_law_has_not(upheld, cast):
    with pytest.raises(refusals.NotCompensation, match=r"reg 30\(1\)"):
        outcome.recommend(upheld, {"compensation": {"en": "£100"}}, by=cast.jo, at=cast.at)
    with pytest.raises(refusals.NotCompensation):
        outcome.recommend(upheld, {"other_remedy": {"en": "Pay her compensation."}}, by=cast.jo, at=cast.at)
    with pytest.raises(refusals.NotThatWay):
        outcome.recommend(upheld, {"investigate_again": {"en": "Again."}}, by=cast.jo, at=cast.at)
    assert fresh(upheld).recommended_at is None


def test_what_is_not_upheld_recommends_nothing(accepted, cast):
    outcome.weigh(accepted, "Nobody rang.", "yes", "They did.", by=cast.jo, at=cast.at)
    outcome.decide(accepted, outcome.Verdict("not_upheld", {"en": "Reasonable."}), by=cast.jo, at=cast.at)
    with pytest.raises(refusals.NotUpheld):
        outcome.recommend(accepted, {"apology": {"en": "Sorry."}}, by=cast.jo, at=cast.at)


def test_the_force_has_twenty_eight_days_from_the_day_after_and_may_be_given_longer(waiting, cast):
    assert waiting.answer_by == date(2026, 4, 24)  # recommended on 27 March
    with pytest.raises(refusals.NotLater):
        outcome.longer(waiting, date(2026, 4, 24), "They asked.", by=cast.jo, at=cast.at)
    outcome.longer(waiting, date(2026, 5, 8), "They asked.", by=cast.jo, at=cast.at)
    assert fresh(waiting).answer_by == date(2026, 5, 8) and last(waiting).facts["source"] == "CMR 2020 reg 30(6)"


def test_each_recommendation_is_answered_with_steps_or_reasons_then_copies_then_finished(waiting, cast):
    first, second = waiting.recommendations.order_by("pk")
    at = cast.at + 10 * DAY
    one = {first.pk: ("yes", {"en": "We will."})}
    for wrong in (one, one | {second.pk: ("no", {"en": " "})}):
        with pytest.raises(refusals.SayWhy):
            outcome.answered(waiting, wrong, at.date(), by=cast.sam, at=at)
    said_so = {first.pk: ("yes", {"en": "The sergeant will write."}), second.pk: ("no", {"en": "Nothing more can be found."})}
    outcome.answered(waiting, said_so, at.date(), by=cast.sam, at=at)
    assert last(waiting).facts["accepted"] == {"apology": "yes", "investigate": "no"}
    with pytest.raises(refusals.StillToDo) as refused:
        outcome.finish(waiting, by=cast.sam, at=at)
    assert refused.value.left == ("notice_authority", "notice_subject", "copy_complainant", "copy_subject")
    outcome.copy(fresh(waiting), [outcome.Telling("complainant"), outcome.Telling("subject", withheld="It would harm the case")],
                 by=cast.sam, at=at)  # fmt: skip
    assert queries.left(fresh(waiting)) == ("notice_authority", "notice_subject")
    values = letter_values(waiting.case, "en")["response_copy"]
    assert values["recommended_on"] == "2026-03-27" and "Nothing more" in values["response"]
    told = letter_values(waiting.case, "cy")["review_decision"]
    assert told["decision"].startswith("Cadarnhawyd") and told["recommended"] == told["reasons"] == ""  # nobody wrote it in Welsh
    assert letter_values(waiting.case, "en")["review_decision"]["recommended"] == "Say sorry.\nLook into it."


def test_finished_when_everybody_was_told(accepted, cast):
    outcome.notify(accepted, [outcome.Telling("authority"), outcome.Telling("subject")], by=cast.sam, at=cast.at)
    outcome.weigh(accepted, "Nobody rang.", "yes", "They did.", by=cast.jo, at=cast.at)
    outcome.decide(accepted, outcome.Verdict("not_upheld", {"en": "Reasonable."}), by=cast.jo, at=cast.at)
    outcome.finish(accepted, by=cast.sam, at=cast.at)
    assert queries.stage(fresh(accepted)) == rules.FINISHED and broken_at(accepted.case) is None
    with pytest.raises(refusals.NotNow):
        outcome.finish(accepted, by=cast.sam, at=cast.at)


def test_the_register_pages_by_place_and_themes_count_what_is_open(cast, case):
    for number in range(53):
        made = make.review(case, by=cast.sam, received_on=date(2026, 3, 1) + timedelta(days=number % 20))
    everything = queries.register(type(case).objects.all(), queries.Filters(), cast.at.date())
    rows, before = queries.page(everything, "")
    more, end = queries.page(everything, before)
    assert (len(rows), len(more), end) == (50, 3, "") and len({*rows, *more}) == 53
    for nonsense in ("x", "2026-03-01~x", "~", f"2026-03-01~{2**70}"):
        assert len(queries.page(everything, nonsense)[0]) == 50
    Review.objects.filter(pk=made.pk).update(outcome="upheld", decided_at=cast.at, category="H1")
    [theme] = queries.themes(type(case).objects.all(), "category", cast.at)
    assert (theme.of, theme.decided, theme.upheld) == ("H1", 1, 1)
    assert queries.themes(type(case).objects.none(), "category", cast.at) == []
