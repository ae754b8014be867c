"""One question: asked by letter, answered once by its link, reminded once, let go by a person."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError

from putright.asking import owed, queries, rules
from putright.asking.actions import questions as actions
from putright.asking.models import Link, Question
from putright.asking.refusals import AskedAlready, NobodyToAsk, NothingToTake, NotOpen
from putright.cases.log import broken_at
from putright.cases.queries import events
from putright.clocks.queries import for_case as clocks_of
from putright.contacts.models import Contact
from putright.letters.models import Letter
from putright.people.gates import NotAllowed
from putright.people.models import Person
from putright.triage import queries as triage

from . import questions

GIVEN = actions.Given("yes", "Yes\n\nOutside the shop.", "en")


@pytest.fixture
def case(cast):
    return questions.case(cast.ffion, at=cast.at)


def verbs(case):
    return [event.verb for event in events(case)]


def test_a_question_goes_out_with_a_link_of_which_only_the_digest_is_kept(cast, case):
    made, secret = questions.asked(case, by=cast.sam, at=cast.at)
    link = Link.objects.get()
    assert queries.found(secret) == link and secret not in str(vars(link)) + str(vars(made))
    assert made.letter.language == "cy" and "Ai i chi y’i gwnaed?" in made.letter.body
    assert f"https://office.example/cy/answer/{secret}/" in made.letter.body.replace("\\", "")
    assert verbs(case)[-2:] == ["wrote", "question_sent"] and broken_at(case) is None


def test_the_answer_is_wished_for_in_the_time_the_office_promises_and_the_link_works_on(cast, case):
    made, _ = questions.asked(case, by=cast.sam, at=cast.at)
    assert (made.due_at.date() - cast.at.date()).days == 14
    assert Link.objects.get().until - made.due_at == timedelta(days=14)


def test_asking_pauses_no_clock(cast, case):
    before = {clock.promise: clock.due_at for clock in clocks_of(case, cast.at)}
    questions.asked(case, by=cast.sam, at=cast.at)
    assert before and {clock.promise: clock.due_at for clock in clocks_of(case, cast.at)} == before


def test_the_answer_joins_the_case_as_a_contact_that_is_not_verified(cast, case):
    made, secret = questions.asked(case, by=cast.sam, at=cast.at)
    contact = actions.answer(queries.found(secret), GIVEN, at=cast.at + timedelta(days=1))
    made.refresh_from_db()
    assert (contact.case, contact.channel, contact.words) == (case, "web", GIVEN.words)
    assert (made.ended, made.value, made.contact) == ("answered", "yes", contact)
    assert verbs(case)[-2:] == ["joined", "question_answered"]
    assert [event.by_words for event in events(case)][-2:] == ["unverified", "unverified"]
    assert Contact.objects.filter(case=case).count() == 2


@pytest.mark.parametrize("why", ["used", "not_needed", "late"])
def test_a_link_that_was_used_or_ended_takes_no_answer(cast, case, why):
    made, secret = questions.asked(case, by=cast.sam, at=cast.at)
    at = cast.at + timedelta(days=1)
    if why == "used":
        actions.answer(queries.found(secret), GIVEN, at=at)
    elif why == "not_needed":
        actions.let_go(made, by=cast.sam, at=at)
    else:
        at = Link.objects.get().until + timedelta(seconds=1)
    count = Contact.objects.count()
    with pytest.raises(NotOpen) as refusal:
        actions.answer(queries.found(secret), GIVEN, at=at)
    assert refusal.value.why == why and Contact.objects.count() == count


@pytest.mark.parametrize("secret", ["", "x", "0" * 24, "7K3M-Q2X9-0000-0000-0000-0000", "\0", "ŵ" * 400])
def test_a_forged_link_is_nothing(cast, secret):
    assert queries.found(secret) is None


def test_a_link_is_read_as_a_person_types_it(cast, case):
    _, secret = questions.asked(case, by=cast.sam, at=cast.at)
    assert queries.found(secret.lower().replace("-", " ")) == Link.objects.get()


def test_one_question_at_a_time(cast, case):
    questions.asked(case, by=cast.sam, at=cast.at)
    with pytest.raises(AskedAlready):
        questions.asked(case, by=cast.sam, at=cast.at)
    with pytest.raises(IntegrityError):
        Question.objects.create(key=uuid.uuid4(), case=case, kind="text", site="", asked_at=cast.at, by=cast.sam, due_at=cast.at)


def test_nobody_is_asked_who_cannot_be_written_to_safely(cast):
    Person.objects.filter(pk=cast.ffion.pk).update(safe_contact={"no_email": True})
    cast.ffion.refresh_from_db()
    with pytest.raises(NobodyToAsk):
        questions.asked(questions.case(cast.ffion, at=cast.at), by=cast.sam, at=cast.at)
    assert not Letter.objects.exists() and not Question.objects.exists()


def test_others_may_not_ask(cast, case):
    for who in (cast.pat, cast.dana, cast.robin, cast.toni):
        with pytest.raises(NotAllowed):
            questions.asked(case, by=who, at=cast.at)


def test_a_reminder_is_owed_once_with_a_link_of_its_own_and_then_it_stands_under_no_answer(cast, case):
    made, first = questions.asked(case, by=cast.sam, at=cast.at)
    late = made.due_at + timedelta(hours=1)
    assert list(owed.owed(made.due_at, limit=5)) == []
    [(key, since)] = owed.owed(late, limit=5)
    assert (key, since) == (f"asking:remind:{made.pk}", made.due_at)
    for _ in range(3):
        owed.fulfil(key, at=late)
    made.refresh_from_db()
    again = Letter.objects.get(kind="question_again")
    second = questions.secret_in(again)
    assert second != first and {queries.found(first).question, queries.found(second).question} == {made}
    assert verbs(case).count("question_reminded") == 1 and list(owed.owed(late, limit=5)) == []
    cases = type(case).objects.all()
    assert queries.without_answer(cases, at=late) == []
    assert queries.without_answer(cases, at=made.due_at + timedelta(hours=1)) == [made]
    actions.let_go(made, by=cast.sam, at=made.due_at + timedelta(days=1))
    assert queries.without_answer(cases, at=made.due_at + timedelta(days=2)) == []


def test_what_is_answered_or_let_go_is_not_reminded_of(cast, case):
    made, secret = questions.asked(case, by=cast.sam, at=cast.at)
    actions.answer(queries.found(secret), GIVEN, at=cast.at)
    owed.fulfil(f"asking:remind:{made.pk}", at=made.due_at + timedelta(days=1))
    assert not Letter.objects.filter(kind="question_again").exists()


def test_an_answer_to_what_triage_asks_is_taken_over_only_by_a_person(cast, case):
    made, secret = questions.asked(case, by=cast.sam, at=cast.at, fact="conduct_done_to_them")
    actions.answer(queries.found(secret), GIVEN, at=cast.at)
    assert "conduct_done_to_them" not in triage.facts(case)
    actions.take_over(made, by=cast.sam, at=cast.at)
    assert triage.facts(case)["conduct_done_to_them"] == "yes"
    with pytest.raises(NothingToTake):
        actions.take_over(made, by=cast.sam, at=cast.at)


def test_not_sure_is_no_fact(cast, case):
    made, secret = questions.asked(case, by=cast.sam, at=cast.at, fact="conduct_done_to_them")
    actions.answer(queries.found(secret), actions.Given("not_known", "I am not sure", "en"), at=cast.at)
    with pytest.raises(NothingToTake):
        actions.take_over(made, by=cast.sam, at=cast.at)


def test_the_rules_of_a_link(cast):
    until = cast.at + timedelta(days=1)
    assert rules.trouble(ended="", until=until, at=until) == ""
    assert rules.trouble(ended="", until=until, at=until + timedelta(microseconds=1)) == "late"
    assert rules.listed(" a \n\n b\n") == ["a", "b"]
