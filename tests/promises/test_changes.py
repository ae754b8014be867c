"""Changing a promise or the calendar: two people, a preview, a dated row, and who must know."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from gateways import clock as time
from putright.cases.actions import spoke, take, wall_off
from putright.cases.models import Case, Event
from putright.clocks.queries import for_case
from putright.people.gates import NotAllowed
from putright.people.queries import office
from putright.promises import actions, queries, refusals
from putright.promises.actions import Wanted
from putright.promises.models import Amendment
from tests.make import cases
from tests.make import people as make_people

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
ROYAL = {"day": "2026-03-30", "worked": False, "words": {"en": "A royal day", "cy": "Diwrnod brenhinol"}, "source": "office"}
TWO_DAYS = {
    "name": "first-contact", "kind": "working_days", "number": 2, "since": "2026-03-28", "source": "office",
    "words": {"en": "We contact you within two working days.", "cy": "Cysylltwn â chi o fewn dau ddiwrnod gwaith."},
}  # fmt: skip
PROCLAIMED = Wanted("day", "2026-03-30", ROYAL, "Proclaimed on Friday")
SLOWER = Wanted("promise", "first-contact", TWO_DAYS, "Fewer of us from April")


@pytest.fixture
def second(cast):
    return make_people.handler("Ash Moor", "supervisor", cast.jo.team)


def first_due(case, at):
    return next(one.due_at for one in for_case(case, at) if one.promise == "first-contact")


def made(wanted, cast, second, at=None):
    change = actions.ask(wanted, by=cast.jo, at=at or cast.at)
    actions.agree(change, by=second, at=at or cast.at)
    return change


def test_asking_changes_nothing_and_agreeing_takes_another_person(cast, second):
    case = cases.case(cast.ffion)
    before, change = first_due(case, cast.at), actions.ask(PROCLAIMED, by=cast.jo, at=cast.at)
    assert first_due(case, cast.at) == before
    with pytest.raises(refusals.NotByYourself):
        actions.agree(change, by=cast.jo, at=cast.at)
    assert actions.agree(change, by=second, at=cast.at) == 1
    assert first_due(case, cast.at) == before + DAY
    for again in (actions.agree, actions.decline):
        with pytest.raises(refusals.SettledAlready):
            again(change, by=second, at=cast.at)


def test_every_clock_it_moves_has_both_dates_in_its_log_and_in_its_working_out(cast, second):
    case, done = cases.case(cast.ffion), cases.case(cast.amir)
    spoke(done, "heard", by=cast.sam, at=cast.at)
    before = first_due(case, cast.at)
    change = made(PROCLAIMED, cast, second)
    [event] = Event.objects.filter(verb="clock_changed")
    assert (event.case_id, event.by_id) == (case.pk, second.pk)
    assert event.facts == {
        "promise": "first-contact", "was_at": before.isoformat(), "now_at": (before + DAY).isoformat(), "worse": True,
        "change": change.pk,
    }  # fmt: skip
    [clock] = [one for one in for_case(case, cast.at) if one.promise == "first-contact"]
    was = "Until Friday 27 March 2026 it was due on Monday 30 March 2026"
    assert any(line.startswith(was) for line in clock.working_out["en"])


def test_it_is_worse_for_them_only_when_they_wait_longer(cast, second):
    made(PROCLAIMED, cast, second)
    case = cases.case(cast.ffion)
    made(Wanted("day", "2026-03-30", {**ROYAL, "worked": True}, "Taken back"), cast, second)
    [event] = Event.objects.filter(verb="clock_changed")
    assert (event.case_id, event.facts["worse"]) == (case.pk, False)


def test_a_promise_given_keeps_its_words_and_its_length_and_a_new_one_has_the_new(cast, second):
    old = cases.case(cast.ffion)
    made(SLOWER, cast, second)
    new = cases.case(cast.amir, at=cast.at + 3 * DAY)
    lines = {
        case.pk: next(one for one in for_case(case, cast.at + 4 * DAY) if one.promise == "first-contact").working_out["en"]
        for case in (old, new)
    }
    assert any("within one working day" in line for line in lines[old.pk])
    assert any("within two working days" in line for line in lines[new.pk])
    assert first_due(old, cast.at).date().isoformat() == "2026-03-30"
    assert first_due(new, cast.at + 4 * DAY).date().isoformat() == "2026-04-02"  # after closing that day
    assert not Event.objects.filter(verb="clock_changed").exists()


def test_the_office_is_still_one_question(cast, second, django_assert_num_queries):
    made(PROCLAIMED, cast, second)
    made(SLOWER, cast, second)
    with django_assert_num_queries(1):
        held = office()
    assert [day.day.isoformat() for day in held.days_off] == ["2026-03-30"]
    assert held.promise("first-contact", cast.at.date() + 5 * DAY).number == 2


def test_what_the_law_sets_is_not_the_office_s_to_change(cast):
    with pytest.raises(refusals.SetByLaw):
        actions.ask(Wanted("promise", "update", {**TWO_DAYS, "name": "update"}, "why"), by=cast.jo, at=cast.at)


@pytest.mark.parametrize(
    "wrong", [{"kind": "fortnights"}, {"number": "two"}, {"extends_times": 1}, {"words": {"en": "x", "cy": ""}}]
)
def test_what_does_not_fit_is_refused_before_anybody_is_asked(cast, wrong):
    with pytest.raises(refusals.CannotBe):
        actions.ask(Wanted("promise", "first-contact", {**TWO_DAYS, **wrong}, "why"), by=cast.jo, at=cast.at)
    with pytest.raises(refusals.SayWhy):
        actions.ask(Wanted("promise", "first-contact", TWO_DAYS, " "), by=cast.jo, at=cast.at)


def test_a_handler_may_ask_and_take_it_back_and_only_a_supervisor_agrees(cast):
    mine, another = (actions.ask(PROCLAIMED, by=who, at=cast.at) for who in (cast.sam, cast.jo))
    for do in (actions.agree, actions.decline):
        with pytest.raises(NotAllowed):
            do(another, by=cast.sam, at=cast.at)
    actions.decline(mine, by=cast.sam, at=cast.at)
    actions.agree(actions.ask(PROCLAIMED, by=cast.sam, at=cast.at), by=cast.jo, at=cast.at)
    assert office().days_off


@pytest.mark.parametrize("who", ["robin", "toni", "pat", "dana"])
def test_nobody_else_changes_promises(cast, second, who):
    change, by = actions.ask(PROCLAIMED, by=cast.jo, at=cast.at), getattr(cast, who)
    for do in (lambda: actions.ask(SLOWER, by=by, at=cast.at), lambda: actions.agree(change, by=by, at=cast.at),
               lambda: actions.decline(change, by=by, at=cast.at)):  # fmt: skip
        with pytest.raises(NotAllowed):
            do()


def test_declined_it_changes_nothing_and_no_line_can_be_rewritten(cast, second):
    case = cases.case(cast.ffion)
    before, change = first_due(case, cast.at), actions.ask(PROCLAIMED, by=cast.jo, at=cast.at)
    actions.decline(change, by=cast.jo, at=cast.at)
    assert first_due(case, cast.at) == before
    for attempt in (lambda: Amendment.objects.update(why="other"), lambda: Amendment.objects.all().delete(),
                    lambda: change.settled.delete()):  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()


def test_the_preview_is_what_agreeing_does(cast, second):
    for n in range(6):
        case = cases.case(cast.ffion, at=cast.at - n * DAY / 2)
        if n % 2:
            spoke(case, "heard", by=cast.sam, at=cast.at)
    change = actions.ask(PROCLAIMED, by=cast.jo, at=cast.at)
    after, _text = queries.office_with(change.kind, change.content, cast.at)
    moved = queries.moved(office(), after, Case.objects.all(), cast.at)
    shown = {(one.case.pk, one.promise, one.now.isoformat()) for one in moved}
    actions.agree(change, by=second, at=cast.at)
    done = {(e.case_id, e.facts["promise"], e.facts["now_at"]) for e in Event.objects.filter(verb="clock_changed")}
    assert shown == done and shown


@pytest.fixture
def page(client, cast):
    def ask(name, *args, by=None, language="en", at=None, **data):
        address = reverse(f"promises:{name}", args=args).replace("/en/", f"/{language}/")
        with time.fixed(at or cast.at):
            client.logout()
            client.force_login((by or cast.jo).user)
            return client.post(address, data) if data else client.get(address)

    return ask


PROMISE = {
    "since_0": "28", "since_1": "3", "since_2": "2026", "number": "2", "kind": "working_days", "en": "Two days.",
    "cy": "Dau ddiwrnod.", "extends_times": "0", "extends_by": "", "warns": "", "why": "Fewer of us",
}  # fmt: skip
A_DAY = {"worked": "no", "en": "A royal day", "cy": "Diwrnod brenhinol", "why": "Proclaimed"}


def date_boxes(name, day, month, year):
    return {f"{name}-day": day, f"{name}-month": month, f"{name}-year": year} | {
        f"{name}_day": day, f"{name}_month": month, f"{name}_year": year}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_day_is_asked_for_looked_at_agreed_and_told(cast, second, page, language):
    case = cases.case(cast.ffion)
    take(case, by=cast.sam, at=cast.at)
    asked = page("change_day", language=language, **A_DAY, **date_boxes("day", "30", "3", "2026"))
    assert asked.status_code == 302, asked.content.decode()[-3000:]
    change = Amendment.objects.get()
    shown = page("change", change.pk, by=second, language=language).content.decode()
    words = {
        "en": ("What it would move", "Later", "Tell the person"),
        "cy": ("Beth byddai’n ei symud", "Yn hwyrach", "Dywedwch wrth y person"),
    }
    assert words[language][0] in shown and case.reference in shown and words[language][1] in shown
    assert page("change", change.pk, answer="agree", language=language).status_code == 422  # not by oneself
    assert page("change", change.pk, by=second, answer="agree", language=language).status_code == 302
    done = page("change", change.pk, by=cast.sam, language=language).content.decode()
    assert words[language][2] in done and "Sam Adeyemi" in done
    spoke(case, "told her", by=cast.sam, at=cast.at + DAY / 24)
    after = page("change", change.pk, by=cast.sam, language=language, at=cast.at + DAY / 12).content.decode()
    assert f"<strong>{words[language][2]}</strong>" not in after
    assert A_DAY[language] in page("list", language=language).content.decode()


def test_a_promise_is_changed_on_the_screen_and_what_is_wrong_keeps_what_was_typed(cast, second, page):
    given = {**PROMISE, **date_boxes("since", "28", "3", "2026")}
    assert page("change_promise", "first-contact").status_code == 200
    wrong = page("change_promise", "first-contact", **{**given, "number": "two"})
    assert wrong.status_code == 422 and "Two days." in wrong.content.decode()
    assert page("change_promise", "first-contact", **given).status_code == 302
    assert page("change", Amendment.objects.get().pk, by=second, answer="agree").status_code == 302
    shown = page("list", at=cast.at + 5 * DAY, by=cast.sam).content.decode()
    assert "First contact: 2 working days" in shown and "Two days." in shown
    assert page("change_promise", "update").status_code == 404


def test_a_walled_case_is_in_no_preview_and_no_list(cast, second, page):
    case = cases.case(cast.ffion)
    wall_off(case, second, "knows the officer", by=cast.jo, at=cast.at)
    change = actions.ask(PROCLAIMED, by=cast.jo, at=cast.at)
    assert case.reference not in page("change", change.pk, by=second).content.decode()
    actions.agree(change, by=second, at=cast.at)
    assert case.reference not in page("change", change.pk, by=second).content.decode()
    assert case.reference in page("change", change.pk, by=cast.jo).content.decode()


def test_the_questions_of_a_preview_do_not_grow_with_the_cases(cast, page, django_assert_max_num_queries):
    change, counts = actions.ask(PROCLAIMED, by=cast.jo, at=cast.at), []
    page("change", change.pk)  # what is read once a process
    for number in (2, 20):
        for _ in range(number):
            cases.case(cast.ffion)
        with django_assert_max_num_queries(45) as seen:
            page("change", change.pk)
        counts.append(len(seen))
    assert counts[0] == counts[1]
