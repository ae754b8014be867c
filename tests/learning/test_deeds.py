"""Lessons, recommendations and asking again, boards’ actions, suggestions, and what two people sign."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from gateways import post
from gateways.post_fake import FakePost
from putright.cases.actions import wall_off
from putright.cases.models import Case, Event
from putright.codes.refusals import NotListed
from putright.learning import owed, queries, refusals, rules, themes
from putright.learning.actions import boards, force, public
from putright.learning.actions.lessons import Learned, note_lesson
from putright.learning.models import Chase, Lesson, YouSaid
from putright.messages import owed as messages
from putright.messages import rules as mail
from putright.people.gates import NotAllowed
from tests.make.contacts import contact

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


@pytest.fixture
def case(cast):
    return contact(cast.ffion, kind="complaint").case


def learned(**more) -> Learned:
    return Learned(**{"level": "team", "cause": "delay", "words": "Ring back on the day we said."} | more)


def asked(**more) -> force.Asked:
    return force.Asked(**{"to": "Head of custody", "words": "Give a leaflet", "sent_on": TODAY} | more)


def test_a_lesson_is_one_event_of_its_case(case, cast):
    made = note_lesson(learned(), case, by=cast.sam, at=cast.at)
    event = Event.objects.filter(case=case).latest("seq")
    assert (event.verb, event.facts) == ("lesson_noted", {"lesson": made.pk, "level": "team", "cause": "delay"})


@pytest.mark.parametrize("wrong", [{"cause": "no-such"}, {"level": "planet"}])
def test_a_lesson_has_a_cause_and_a_level_of_the_lists(case, cast, wrong):
    with pytest.raises(NotListed):
        note_lesson(learned(**wrong), case, by=cast.sam, at=cast.at)
    assert not Lesson.objects.exists()


def test_a_source_makes_one_lesson(cast):
    note_lesson(learned(source="quality:4"), by=cast.sam, at=cast.at)
    with pytest.raises(refusals.TakenUp):
        note_lesson(learned(source="quality:4"), by=cast.jo, at=cast.at)


@pytest.mark.parametrize("who", ["dana", "pat", "robin", "toni"])
def test_only_the_front_team_writes(cast, who):
    with pytest.raises(NotAllowed):
        note_lesson(learned(), by=getattr(cast, who), at=cast.at)


def test_the_force_has_the_offices_days_of_the_day_it_was_sent(case, cast):
    force.set_wait(rules.Days(10, 5), TODAY + timedelta(days=1), "Agreed", by=cast.jo, at=cast.at)
    before = force.recommend(asked(), case, by=cast.sam, at=cast.at)
    after = force.recommend(asked(sent_on=TODAY + timedelta(days=1)), case, by=cast.sam, at=cast.at)
    assert before.due_on == TODAY + timedelta(days=28) and after.due_on == TODAY + timedelta(days=11)
    with pytest.raises(NotAllowed):
        force.set_wait(rules.Days(10, 5), TODAY, "", by=cast.sam, at=cast.at)
    with pytest.raises(refusals.WrongDays):
        force.recommend(asked(due_on=TODAY - timedelta(days=1)), by=cast.sam, at=cast.at)


@pytest.mark.parametrize(
    ("late", "since", "due"), [(0, None, False), (1, None, True), (400, None, True), (20, 13, False), (20, 14, True)]
)
def test_they_are_asked_again_after_their_last_day_and_not_too_often(late, since, due):
    today = TODAY + timedelta(days=late)
    last = None if since is None else today - timedelta(days=since)
    assert rules.chase_due(TODAY, last, today, rules.DEFAULT) is due


def go_round(at) -> list[str]:
    keys = [(room, key) for room in (owed, messages) for key, _since in room.owed(at, limit=50)]
    for room, key in keys:
        room.fulfil(key, at=at)
        room.fulfil(key, at=at)
    return [key for _room, key in keys]


def test_the_rounds_ask_again_once_by_email_and_stop_at_an_answer(cast):
    mail, nobody = asked(email="custody@force.example"), asked(to="Nobody’s address")
    row, by_hand = (force.recommend(one, by=cast.sam, at=cast.at) for one in (mail, nobody))
    late, days = cast.at.replace(month=4, day=20), timedelta(days=rules.DEFAULT.again)
    assert go_round(cast.at) == []
    with post.standing_in(FakePost()) as box:
        assert go_round(late) == [f"learning:chase:{row.pk}:1", f"learning:chase:{by_hand.pk}:1"]
        assert len(go_round(late)) == 1 and go_round(late) == []
        for times in (1, 2, 3, 4):
            go_round(late + times * days)
            go_round(late + times * days)
    assert [one.to for one in box.taken] == ["custody@force.example"] * rules.MOST
    assert "Give a leaflet" in box.taken[0].plain and len({one.message_id for one in box.taken}) == rules.MOST
    assert [one.mail for one in queries.chases_of(by_hand)] == [None] * rules.MOST


def test_after_their_answer_nobody_asks_again_and_no_email_goes(cast):
    row = force.recommend(asked(email="custody@force.example"), by=cast.sam, at=cast.at)
    late = cast.at.replace(month=4, day=20)
    assert len(go_round(late)) == 1
    force.hear(row, "partly", "From May", late.date(), by=cast.sam, at=late)
    with post.standing_in(FakePost()) as box:
        assert len(go_round(late)) == 1 and list(owed.owed(late + timedelta(days=90), limit=9)) == []
    assert box.taken == [] and Chase.objects.get().mail.state == mail.DROPPED


def test_an_email_nobody_took_stays_owed_and_a_refused_one_is_said(cast):
    row = force.recommend(asked(email="custody@force.example"), by=cast.sam, at=cast.at)
    late = cast.at.replace(month=4, day=20)
    go_round(late)
    with post.standing_in(FakePost(post.Later("no line"))), pytest.raises(post.Later):
        go_round(late)
    with post.standing_in(FakePost(post.Refused("no such person"))):
        go_round(late)
    assert [(one.mail.state, one.mail.trouble) for one in queries.chases_of(row)] == [(mail.REFUSED, "no such person")]


def test_an_answer_is_written_down_once_and_not_before_the_question(case, cast):
    row = force.recommend(asked(), case, by=cast.sam, at=cast.at)
    with pytest.raises(refusals.WrongDays):
        force.hear(row, "accepted", "Yes", TODAY - timedelta(days=1), by=cast.sam, at=cast.at)
    force.hear(row, "accepted", "Yes", TODAY, by=cast.sam, at=cast.at)
    with pytest.raises(refusals.AnsweredAlready):
        force.hear(row, "not", "No", TODAY, by=cast.jo, at=cast.at)
    assert Event.objects.filter(case=case, verb="force_answered").count() == 1


def test_what_hangs_on_a_walled_case_is_nowhere(case, cast):
    note_lesson(learned(), case, by=cast.sam, at=cast.at)
    row = force.recommend(asked(), case, by=cast.sam, at=cast.at)
    boards.note_action(boards.Wanted("Board", "Do it", "Chief", TODAY), case, by=cast.sam, at=cast.at)
    boards.note_suggestion("A bench", TODAY, case, by=cast.sam, at=cast.at)
    none, all_of = Case.objects.none(), Case.objects.all()
    on = row.due_on + timedelta(days=1)
    for cases, number in ((all_of, 1), (none, 0)):
        seen = (
            queries.lessons(cases), queries.recommendations(cases, "late", on), queries.actions(cases, done=False),
            queries.suggestions(cases, answered=False),
        )  # fmt: skip
        assert [len(sheet.rows) for sheet in seen] == [number] * 4 and queries.late(cases, on) == (number, number)
        assert queries.states(cases, on)["late"] == number
        assert (queries.recommendation(cases, row.pk) is not None) == bool(number)


def test_a_count_and_the_cases_behind_it_are_the_same(case, cast):
    other = contact(cast.amir, kind="complaint").case
    for one in (case, other):
        note_lesson(learned(), one, by=cast.sam, at=cast.at)
    note_lesson(learned(cause="policy"), case, by=cast.sam, at=cast.at)
    told = themes.Asked(themes.LESSONS, "cause", TODAY - timedelta(days=30))
    assert themes.counted(Case.objects.all(), told) == [("delay", 2), ("policy", 1)]
    assert themes.behind(Case.objects.all(), told, "policy") == [case]
    wall_off(other, cast.jo, "Knows them", by=cast.sam, at=cast.at)
    mine = Case.objects.exclude(pk=other.pk)
    assert themes.counted(mine, told) == [("delay", 1), ("policy", 1)] and themes.total(mine, told) == 1
    later = themes.Asked(themes.LESSONS, "cause", TODAY + timedelta(days=30))
    assert themes.counted(Case.objects.all(), later) == []


@pytest.mark.parametrize("by", ["reason", "area", "department", "cause", "level"])
def test_every_theme_is_one_query(case, by, django_assert_num_queries):
    told = themes.Asked(themes.CASES, by, TODAY)
    with django_assert_num_queries(2):
        themes.counted(Case.objects.all(), told)
        themes.behind(Case.objects.all(), told, "1")


def test_an_action_is_done_once_and_a_suggestion_answered_once(case, cast):
    row = boards.note_action(boards.Wanted("Board", "Do it", "Chief", TODAY, "Paper 4"), case, by=cast.sam, at=cast.at)
    boards.finish_action(row, TODAY, "Done", by=cast.jo, at=cast.at)
    said = boards.note_suggestion("A bench", TODAY, case, by=cast.sam, at=cast.at)
    did = boards.Did("taken", "There is one", "letter", TODAY)
    boards.answer_suggestion(said, did, by=cast.sam, at=cast.at)
    with pytest.raises(refusals.AnsweredAlready):
        boards.finish_action(row, TODAY, "Again", by=cast.jo, at=cast.at)
    with pytest.raises(refusals.AnsweredAlready):
        boards.answer_suggestion(said, did, by=cast.sam, at=cast.at)
    verbs = set(Event.objects.filter(case=case).values_list("verb", flat=True))
    assert {"board_asked", "board_done", "suggestion_noted", "suggestion_answered"} <= verbs


def test_two_people_and_two_languages_before_anybody_reads_it(cast):
    with pytest.raises(refusals.BothLanguages):
        public.say(public.Told("You", " ", "We", "Ni"), by=cast.sam, at=cast.at)
    row = public.say(public.Told("You", "Chi", "We", "Ni"), by=cast.sam, at=cast.at)
    with pytest.raises(refusals.SecondPerson):
        public.sign(row, by=cast.sam, at=cast.at)
    assert queries.said() == []
    with pytest.raises(IntegrityError), transaction.atomic():
        YouSaid.objects.filter(pk=row.pk).update(signed_by=cast.sam, signed_at=cast.at)
    public.sign(row, by=cast.jo, at=cast.at)
    assert queries.said() == [row]
    public.take_back(row, by=cast.sam, at=cast.at)
    assert queries.said() == []
    with pytest.raises(refusals.TakenBack):
        public.sign(row, by=cast.jo, at=cast.at)


def test_what_works_is_public_only_while_published_and_who_asked_is_kept(cast):
    works = public.Works("Ring first", "Letters", "We ring", "Fewer reviews", "The team", "https://go2.example/1")
    row = public.note_practice(works, by=cast.sam, at=cast.at)
    assert queries.practices(published=True) == []
    with pytest.raises(refusals.BothLanguages):
        public.publish(row, by=cast.jo, at=cast.at)
    welsh = public.Rendered("Ffonio yn gyntaf", "Llythyrau", "Ffonio", "Llai", "Y tîm")
    public.render_practice(row, welsh, by=cast.sam, at=cast.at)
    with pytest.raises(refusals.SecondPerson):
        public.publish(row, by=cast.sam, at=cast.at)
    public.publish(row, by=cast.jo, at=cast.at)
    assert queries.practices(published=True) == [row]
    public.note_enquiry(public.Inquiry("Essex", "How?", TODAY), row, by=cast.sam, at=cast.at)
    assert queries.practices()[0].asked == 1 and queries.enquiries()[0].practice == row
    public.render_practice(row, welsh, by=cast.sam, at=cast.at)
    assert queries.practices(published=True) == []  # written anew: nobody has read it
    public.publish(row, by=cast.jo, at=cast.at)
    public.publish(row, by=cast.sam, at=cast.at)
    assert queries.practices(published=True) == []
