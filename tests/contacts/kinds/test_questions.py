"""The few questions of each kind: what they come with, and changing them by day, in both languages, before anybody's eyes."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.translation import override

from putright.codes.asked import rules
from putright.codes.asked.actions import change_questions
from putright.codes.asked.boxes import answered
from putright.codes.asked.planning import plan
from putright.codes.asked.queries import all_questions
from putright.codes.asked.rules import Answered, Question, Questions
from putright.codes.asked.seeds import seeds
from putright.codes.models import Change, KindQuestion
from putright.codes.queries import code_list
from putright.codes.refusals import ChangedMeanwhile, NotChanged
from putright.contacts.kinds.queries import answers_of, in_words
from putright.contacts.models import Answer
from putright.people.gates import NotAllowed
from tests.make.contacts import contact

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 27)
TOMORROW = TODAY + timedelta(days=1)
AFTER = "vehicle-recovery", "unhappy-after"
NEW = Question("suggestion", "where", "text", "both", "Where?", "Ble?", TODAY, place=9)


def test_every_kind_that_comes_has_questions_and_every_question_a_kind_and_a_source():
    kinds = {row.code for row in code_list("kinds").rows}
    assert {row.topic for row in seeds()} == kinds and len(kinds) == 11
    assert all(row.source and row.en and row.cy for row in seeds())
    assert [row for row in seeds() if list(rules.problems(Questions(), row, today=row.since))] == []
    assert next(row for row in seeds() if row.topic == "intelligence").recalled == "all"


def test_what_comes_reads_the_same_before_and_after_it_is_put_in(cast):
    before = set(all_questions().rows)
    change_questions(plan("suggestion", "", new=NEW, at=cast.at), "asked for", by=cast.jo, at=cast.at)
    assert set(all_questions().rows) == before | {NEW}


def reword(cast, since=TOMORROW, **changes):
    old = all_questions().find(*AFTER, TODAY)
    new = rules.replace(old, en="Still cross?", cy="Yn dal yn ddig?", since=since, until=None, **changes)
    return plan(*AFTER, new=new, at=cast.at)


def test_a_question_reworded_keeps_its_old_words_on_old_contacts(cast):
    topic, name = AFTER
    old = all_questions().find(topic, name, TODAY)
    first = contact(cast.ffion, topic=topic, answers=(Answered(name, old.since, "yes"),))
    change_questions(reword(cast), "plainer", by=cast.jo, at=cast.at)
    later = contact(cast.ffion, topic=topic, answers=(Answered(name, TOMORROW, "yes"),))
    said = answers_of([first, later])
    assert in_words(said[first.pk], all_questions(), "en") == [("Are they still unhappy now?", "Yes")]
    assert in_words(said[later.pk], all_questions(), "cy")[0][0] == "Yn dal yn ddig?"
    ended, begun = KindQuestion.objects.filter(topic=topic, name=name).order_by("since")
    assert (ended.until, begun.since, begun.until, begun.answer) == (TODAY, TOMORROW, None, "yesno")
    line = Change.objects.get(which="questions")
    assert (line.verb, line.code, line.by, line.why) == ("reworded", "vehicle-recovery.unhappy-after", cast.jo, "plainer")


def test_a_question_stopped_is_asked_no_more_and_stays_readable(cast):
    topic, name = AFTER
    old = all_questions().find(topic, name, TODAY)
    made = contact(cast.ffion, topic=topic, answers=(Answered(name, old.since, "no"),))
    change_questions(plan(topic, name, until=TODAY, at=cast.at), "not used", by=cast.jo, at=cast.at)
    asked = all_questions()
    assert asked.find(topic, name, TODAY) and not asked.find(topic, name, TOMORROW)
    with override("cy"):
        said = in_words(answers_of([made])[made.pk], asked, "cy")
    assert said == [("A ydynt yn dal yn anfodlon nawr?", "Na")]


def test_what_cannot_be(cast):
    wrong = [
        (NEW, {"name": "Where"}), (NEW, {"cy": " "}), (NEW, {"hint_en": "only one"}), (NEW, {"answer": "choice"}),
        (NEW, {"since": TODAY - timedelta(days=1)}), (NEW, {"name": "wants-to-hear"}), (NEW, {"asked": "nobody"}),
        (NEW, {"en": "x" * 601}),
    ]  # fmt: skip
    for row, change in wrong:
        with pytest.raises(NotChanged):
            plan("suggestion", "", new=rules.replace(row, **change), at=cast.at)
    with pytest.raises(NotChanged):
        plan(*AFTER, until=TODAY - timedelta(days=1), at=cast.at)
    with pytest.raises(NotChanged):
        plan("suggestion", "nothing-of-the-kind", until=TODAY, at=cast.at)


def test_a_preview_that_went_stale_changes_nothing_and_only_a_supervisor_changes(cast):
    seen = reword(cast)
    change_questions(plan("suggestion", "", new=NEW, at=cast.at), "", by=cast.jo, at=cast.at)
    with pytest.raises(ChangedMeanwhile):
        change_questions(seen, "", by=cast.jo, at=cast.at)
    with pytest.raises(NotAllowed):
        change_questions(reword(cast), "", by=cast.sam, at=cast.at)


def test_choices_keep_their_codes_when_the_welsh_changes():
    old = rules.read_choices("Lost = Ar goll\nFound it = Daeth i’r golwg")
    new = rules.kept_codes(rules.read_choices("Found it = Wedi’i ganfod\nLost = Coll"), old)
    assert [(one.code, one.cy) for one in new] == [("found-it", "Wedi’i ganfod"), ("lost", "Coll")]
    for bad in ("Lost", "= Ar goll", "Lost = Ar goll\nlost = Coll"):
        with pytest.raises(ValueError):
            rules.read_choices(bad)


def test_answers_are_read_by_kind_and_what_is_left_empty_is_left_out():
    asked = Questions(seeds()).of("vehicle-recovery", TODAY, "handler")
    given = {"q_vehicle-recovery_registration": "AB12 CDE", "q_vehicle-recovery_fee": "", "q_enquiry_pound": "Hatfield"}
    assert [(one.question, one.value, one.personal) for one in answered(asked, given)] == [("registration", "AB12 CDE", True)]


def words(**changes):
    since = {f"since-{part}": str(getattr(TOMORROW, part)) for part in ("day", "month", "year")}
    return {"en": "Still cross?", "cy": "Yn dal yn ddig?", "hint_en": "", "hint_cy": "", "asked": "handler", "place": "6",
            "source": "ours", "why": "plainer", **since, **changes}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_screen_shows_first_and_changes_with_the_second_press(client, cast, language, monkeypatch):
    from gateways import clock

    monkeypatch.setattr(clock, "now", lambda: cast.at)
    client.force_login(cast.jo.user)
    page = client.get(f"/{language}/staff/questions/vehicle-recovery/").content.decode()
    assert "Are they still unhappy now?" in page and "A ydynt yn dal yn anfodlon nawr?" in page
    address = f"/{language}/staff/questions/vehicle-recovery/unhappy-after/reword/"
    assert client.get(address).status_code == 200
    assert client.post(address, words(cy="")).status_code == 422
    shown = client.post(address, words()).content.decode()
    assert "Yn dal yn ddig?" in shown and not KindQuestion.objects.exists()
    token = shown.split('name="seen" value="')[1].split('"')[0]
    assert client.post(address, words(seen=token)).status_code == 302
    assert KindQuestion.objects.get(topic="vehicle-recovery", since=TOMORROW).en == "Still cross?"
    assert "Still cross?" in client.get(f"/{language}/staff/questions/vehicle-recovery/").content.decode()


def test_adding_and_stopping_on_the_screen(client, cast, monkeypatch):
    from gateways import clock

    monkeypatch.setattr(clock, "now", lambda: cast.at)
    client.force_login(cast.jo.user)
    stop = {"why": "no use", "until-day": "27", "until-month": "3", "until-year": "2026"}
    new = words(name="colour", answer="choice", choices="Red = Coch\nBlue = Glas")
    for address, posted in (
        ("/en/staff/questions/vehicle-recovery/add/", new),
        ("/en/staff/questions/vehicle-recovery/pound/stop/", stop),
    ):
        token = client.post(address, posted).content.decode().split('name="seen" value="')[1].split('"')[0]
        assert client.post(address, {**posted, "seen": token}).status_code == 302
    asked = all_questions()
    assert [one.code for one in asked.find("vehicle-recovery", "colour", TOMORROW).choices] == ["red", "blue"]
    assert asked.find("vehicle-recovery", "pound", TOMORROW) is None
    assert client.post("/en/staff/questions/vehicle-recovery/add/", {**new, "choices": "Red"}).status_code == 422
    assert client.get(reverse("codes:questions", args=["no-such-kind"])).status_code == 404


def test_the_screen_takes_few_queries(client, cast, django_assert_max_num_queries):
    client.force_login(cast.jo.user)
    client.get("/en/staff/questions/enquiry/")  # the session is written once
    with django_assert_max_num_queries(8):
        client.get("/en/staff/questions/vehicle-recovery/")
    client.force_login(cast.sam.user)
    assert client.get("/en/staff/questions/vehicle-recovery/").status_code == 200
    assert client.get("/en/staff/questions/vehicle-recovery/add/").status_code == 403


def test_a_kind_must_say_what_it_counts_as(client, cast):
    client.force_login(cast.jo.user)
    new = {"code": "lost-dog", "name_en": "Lost dog", "name_cy": "Ci coll", "why": "asked for", "since-day": "1",
           "since-month": "4", "since-year": "2026"}  # fmt: skip
    refused = client.post("/en/staff/codes/kinds/add/", new)
    assert refused.status_code == 422 and "must say what it counts as" in refused.content.decode()
    shown = client.post("/en/staff/codes/kinds/add/", {**new, "mapped_to": "enquiry"})
    assert shown.status_code == 200 and "Make this change" in shown.content.decode()
    assert "Counts as: Question" in client.get("/en/staff/codes/kinds/?on=2026-03-27").content.decode()


def test_an_answer_is_kept_once_for_a_contact(cast):
    made = contact(cast.ffion, topic="vehicle-recovery", answers=(Answered("fee", TODAY, "192.00"),))
    assert Answer.objects.get(contact=made).value == "192.00"
