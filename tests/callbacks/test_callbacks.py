"""A list is loaded and drawn from, people are rung as the rule lets us, and what is wrong becomes a contact at once."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gateways import clock
from putright.callbacks import owed, queries, rules
from putright.callbacks.actions import Answers, draw, draw_own, keep, load, note_answers, note_attempt, tell
from putright.callbacks.models import Attempt, Batch, Given, Said, Told, Victim
from putright.callbacks.refusals import (
    Gone,
    NobodyToRing,
    NoMore,
    NoPhone,
    NotNow,
    TooMany,
    WhatWasWrong,
    WrongKeep,
    WrongSpan,
)
from putright.cases.actions import wall_off
from putright.cases.models import SEALED, Case
from putright.cases.queries import open_to
from putright.contacts.models import Contact
from putright.invited.models import NoSurvey
from putright.people.gates import NotAllowed
from putright.quality import lists
from putright.quality.refusals import Incomplete, OwnWork
from putright.quality.rules import digest
from tests.make import contacts, people

NAMES = ["Name", "Phone", "Department", "Officer", "Safe to ring", "Not before"]
COLUMNS = {"name": "Name", "phone": "Phone", "department": "Department", "dealt_with_by": "Officer",
           "safe_to_ring": "Safe to ring", "not_before": "Not before"}  # fmt: skip


def row(number: int, **other: str) -> dict[str, str]:
    return {"Name": f"Victim {number}", "Phone": f"07700 900{number:03}", "Department": "Crime Bureau"} | other


def drawn(cast, rows: list[dict[str, str]], every: int = 1) -> list[Victim]:
    given = load("March", NAMES, rows, by=cast.jo, at=cast.at)
    return list(draw(given, COLUMNS, every, by=cast.jo, at=cast.at).victims.order_by("number"))


def marks(cast, mark: str = "met", **other: str) -> dict[str, str]:
    return {point.code: mark for point in lists.points("callback", cast.at.date())} | other


@pytest.fixture
def sign_in(client, cast):
    def go(who):
        client.force_login(who.user)
        return client

    with clock.fixed(cast.at):
        yield go


def said(response) -> str:
    return " ".join(response.content.decode().split())


def test_one_in_three_from_a_recorded_start_and_the_rest_is_let_go(cast):
    rows = [row(n) for n in range(1, 11)]
    victims = drawn(cast, rows, 3)
    batch = Batch.objects.get()
    assert [one.number for one in victims] == rules.every_nth(10, 3, batch.start) and 1 <= batch.start <= 3
    assert batch.digest == digest(rows) and not Given.objects.exists()
    assert [one.name for one in victims] == [f"Victim {one.number}" for one in victims]


def test_every_start_comes_up(cast):
    for _ in range(40):
        drawn(cast, [row(1), row(2)], 2)
    assert set(Batch.objects.values_list("start", flat=True)) == {1, 2}  # one start forty times: once in 2**39


def test_what_cannot_be_drawn_is_refused(cast):
    given = load("March", NAMES, [row(1)], by=cast.jo, at=cast.at)
    with pytest.raises(NoPhone):
        draw(given, {"name": "Name"}, 3, by=cast.jo, at=cast.at)
    draw(given, COLUMNS, 1, by=cast.jo, at=cast.at)
    given.pk = 99
    with pytest.raises(Gone):
        draw(given, COLUMNS, 1, by=cast.jo, at=cast.at)
    with pytest.raises(TooMany):
        load("Big", NAMES, [{}] * 5001, by=cast.jo, at=cast.at)
    with pytest.raises(NotAllowed):
        load("Mine", NAMES, [], by=cast.sam, at=cast.at)


def test_who_may_not_be_rung_is_on_no_list_and_refused(cast):
    people.person("Somebody Else", phone="07700 900003", safe_contact={"no_phone": True})
    early = row(4, **{"Not before": "18:00"})
    victims = drawn(cast, [row(1), row(2, **{"Safe to ring": "No"}), row(3), early, row(5, Phone="")])
    assert [one.number for one, _tried in queries.to_ring(Case.objects.all(), cast.sam, cast.at)] == [1]
    assert [one.number for one, _tried in queries.to_ring(Case.objects.all(), cast.sam, cast.at + timedelta(hours=2))] == [1, 4]
    for victim in victims[1:]:
        with pytest.raises(NotNow):
            note_attempt(victim, "no_answer", by=cast.sam, at=cast.at)
        with pytest.raises(NotNow):
            note_answers(victim, Answers(marks(cast)), by=cast.sam, at=cast.at)


def test_nobody_rings_about_their_own_work(cast):
    victim = drawn(cast, [row(1, Officer="sam adeyemi")])[0]
    with pytest.raises(OwnWork):
        note_attempt(victim, "no_answer", by=cast.sam, at=cast.at)
    with pytest.raises(OwnWork):
        note_answers(victim, Answers(marks(cast)), by=cast.sam, at=cast.at)
    note_answers(victim, Answers(marks(cast)), by=cast.jo, at=cast.at)
    for who in (cast.dana, cast.pat, cast.robin):
        with pytest.raises(NotAllowed):
            note_answers(victim, Answers(marks(cast)), by=who, at=cast.at)


@pytest.mark.parametrize("results", [["refused"], ["wrong_number"], ["no_answer", "later", "no_answer"]])
def test_nobody_rings_for_ever(cast, results):
    victim = drawn(cast, [row(1)])[0]
    for result in results:
        note_attempt(victim, result, by=cast.sam, at=cast.at)
    assert queries.to_ring(Case.objects.all(), cast.sam, cast.at) == []
    with pytest.raises(NoMore):
        note_attempt(victim, "no_answer", by=cast.sam, at=cast.at)


def test_what_is_wrong_is_settled_in_the_call_or_left_for_the_team(cast):
    first, second, third = drawn(cast, [row(1), row(2), row(3)])
    with pytest.raises(Incomplete):
        note_answers(first, Answers({"kind": "met"}), by=cast.sam, at=cast.at)
    with pytest.raises(WhatWasWrong):
        note_answers(first, Answers(marks(cast), answer="Rang them."), by=cast.sam, at=cast.at)
    note_answers(first, Answers(marks(cast), "Ring when you say.", "No reference.", "Read it out."), by=cast.sam, at=cast.at)
    note_answers(second, Answers(marks(cast, "not"), "", "Nobody came."), by=cast.sam, at=cast.at)
    note_answers(third, Answers(marks(cast)), by=cast.sam, at=cast.at)
    with pytest.raises(NoMore):
        note_answers(third, Answers(marks(cast)), by=cast.sam, at=cast.at)
    settled, passed = Contact.objects.order_by("pk")
    assert settled.case.stage == "settled" and passed.case.stage == "received" and settled.person.name == "Victim 1"
    one = queries.results(Batch.objects.get())["Crime Bureau"]
    assert (one.drawn, one.answered, one.wrong, one.settled, one.met("kind")) == (3, 3, 2, 1, 67)
    assert one.words == ["Ring when you say."]
    assert Attempt.objects.filter(result="answered").count() == 3 and Said.objects.count() == 3


def test_a_person_we_know_is_not_made_twice(cast):
    victim = drawn(cast, [row(1, Name="Ffion Rees", Phone="07700 900123")])[0]
    note_answers(victim, Answers(marks(cast), "", "Still waiting."), by=cast.sam, at=cast.at)
    assert Contact.objects.get().person == cast.ffion


@pytest.mark.parametrize("language", ["en", "cy"])
def test_loaded_mapped_rung_and_told_from_the_pages(sign_in, cast, language):
    base = f"/{language}/staff/ring-back/"
    client = sign_in(cast.jo)
    content = b"Name,Mobile,Unit\nVictim One,07700 900001,Crime Bureau\n"
    assert client.post(f"{base}load/", {"name": "March"}).status_code == 422
    sent = {"name": "March", "file": SimpleUploadedFile("list.csv", content)}
    went = client.post(f"{base}load/", sent)
    assert went.status_code == 302
    page = said(client.get(went["Location"]))
    assert '<option value="Mobile" selected' in page
    chosen = {"every": "1", "c-name": "Name", "c-phone": "", "c-department": "Unit"}
    assert client.post(went["Location"], chosen).status_code == 422
    assert client.post(went["Location"], chosen | {"c-phone": "Mobile"}).status_code == 302
    client, victim = sign_in(cast.sam), Victim.objects.get()
    assert "Victim One" in said(client.get(f"{base}now/"))
    one = f"{base}now/{victim.pk}/"
    assert client.post(f"{one}not-reached/", {"result": "no_answer"}).status_code == 302
    given = {f"p-{code}": mark for code, mark in marks(cast).items()} | {"words": "Be quicker.", "wrong": "", "answer": "Rang."}
    assert client.post(one, given).status_code == 422
    assert client.post(one, given | {"answer": ""}).status_code == 302
    assert client.get(one).status_code == 404
    batch = Batch.objects.get()
    page = said(sign_in(cast.jo).get(f"{base}{batch.pk}/"))
    assert "Be quicker." in page and "Victim One" not in page
    assert sign_in(cast.jo).post(f"{base}{batch.pk}/told/?department=Crime+Bureau", {"to": "Head of it"}).status_code == 302
    assert Told.objects.get().to == "Head of it" and "Head of it" in said(client.get(f"{base}{batch.pk}/"))
    assert "Be quicker." not in said(sign_in(cast.robin).get(f"{base}{batch.pk}/"))
    assert sign_in(cast.sam).get(f"{base}load/").status_code == 403 and sign_in(cast.robin).get(f"{base}now/").status_code == 403


def test_a_file_that_is_no_table_is_said_so(sign_in, cast):
    sent = {"name": "March", "file": SimpleUploadedFile("list.pdf", b"%PDF-1.7 something")}
    assert sign_in(cast.jo).post("/en/staff/ring-back/load/", sent).status_code == 422


def test_longer_lists_ask_no_more_of_the_database(sign_in, cast, django_assert_max_num_queries):
    def asked(page: str) -> int:
        with django_assert_max_num_queries(40) as seen:
            assert sign_in(cast.jo).get(f"/en/staff/ring-back/{page}").status_code == 200
        return len(seen)

    drawn(cast, [row(1)])
    pages = ["", "now/", f"{Batch.objects.get().pk}/"]
    few = {page: asked(page) for page in pages}
    for victim in drawn(cast, [row(n) for n in range(1, 20)])[:9]:
        note_answers(victim, Answers(marks(cast)), by=cast.sam, at=cast.at)
    tell(Batch.objects.first(), "Crime Bureau", "Head of it", by=cast.jo, at=cast.at)
    assert all(asked(page) <= few[page] for page in pages)


def ours(cast, number: int, **person) -> Case:
    """A finished case in which somebody named a crime."""
    given = {"phone": f"07700 900{400 + number}"} | person
    who = people.person(f"Victim Ours {number}", **given)
    case = contacts.contact(who, at=cast.at - timedelta(days=9), crime_reference=f"DEMO/{number}/26").case
    Case.objects.filter(pk=case.pk).update(finished_at=cast.at - timedelta(days=3))
    case.refresh_from_db()
    return case


def days(cast, back: int = 30):
    return cast.at.date() - timedelta(days=back), cast.at.date()


def from_ours(cast, by=None) -> Batch:
    return draw_own(Case.objects.all(), days(cast), 1, "Our own cases", by=by or cast.jo, at=cast.at)


def test_victims_of_our_own_cases_are_drawn_and_whoever_may_not_be_asked_is_not(cast):
    good = [ours(cast, 1), ours(cast, 2)]
    ours(cast, 3, phone="")
    ours(cast, 4, safe_contact={"no_phone": True})
    sealed, unfinished, unwilling = ours(cast, 5), ours(cast, 6), ours(cast, 7)
    Case.objects.filter(pk=sealed.pk).update(restriction=SEALED)
    Case.objects.filter(pk=unfinished.pk).update(finished_at=None)
    NoSurvey.objects.create(person=unwilling.complainant, since=cast.at, by=cast.sam)
    batch = from_ours(cast)
    assert {one.case for one in batch.victims.all()} == set(good) and batch.rows == 2
    one = batch.victims.get(case=good[0])
    assert (one.name, one.crime_reference) == ("Victim Ours 1", "DEMO/1/26")
    assert len(queries.to_ring(Case.objects.all(), cast.sam, cast.at)) == 2


def test_a_walled_case_is_on_nobodys_list_of_whom_to_ring_who_is_kept_out(cast, sign_in):
    case = ours(cast, 1)
    from_ours(cast)
    assert "Victim Ours 1" in said(sign_in(cast.sam).get("/en/staff/ring-back/now/"))
    wall_off(case, cast.sam, "Knows them", by=cast.jo, at=cast.at)
    assert "Victim Ours 1" not in said(sign_in(cast.sam).get("/en/staff/ring-back/now/"))
    assert sign_in(cast.sam).get(f"/en/staff/ring-back/now/{Victim.objects.get().pk}/").status_code == 404


def test_nobody_rings_about_a_case_they_worked_on(cast):
    case = ours(cast, 1)
    Case.objects.filter(pk=case.pk).update(assigned_to=cast.sam)
    victim = from_ours(cast).victims.get()
    with pytest.raises(OwnWork):
        note_attempt(victim, "no_answer", by=cast.sam, at=cast.at)


@pytest.mark.parametrize("back, until", [(-1, 0), (5, 9), (900, 0)])
def test_days_that_cannot_be_are_refused_and_so_is_nobody(cast, back, until):
    today = cast.at.date()
    with pytest.raises(WrongSpan):
        span = (today - timedelta(days=back), today + timedelta(days=until))
        draw_own(Case.objects.all(), span, 1, "x", by=cast.jo, at=cast.at)
    with pytest.raises(NobodyToRing):
        from_ours(cast)
    with pytest.raises(NotAllowed):
        from_ours(cast, cast.sam)


def go_round(at) -> list[str]:
    keys = [key for key, _since in owed.owed(at, limit=50)]
    for key in keys:
        owed.fulfil(key, at=at)
        owed.fulfil(key, at=at)
    return keys


def test_names_go_after_the_offices_days_and_what_was_said_stays(cast):
    victim = drawn(cast, [row(1)])[0]
    note_answers(victim, Answers(marks(cast), "Kind"), by=cast.sam, at=cast.at)
    load("Never drawn", NAMES, [row(2)], by=cast.jo, at=cast.at)
    assert go_round(cast.at + timedelta(days=rules.UNFINISHED)) == []
    assert len(go_round(cast.at + timedelta(days=rules.UNFINISHED, minutes=1))) == 1 and not Given.objects.exists()
    keep(30, cast.at.date(), "Our own rule", by=cast.jo, at=cast.at)
    assert go_round(cast.at + timedelta(days=30)) == []
    assert go_round(cast.at + timedelta(days=30, minutes=1)) == [f"callbacks:forget:{victim.batch_id}"]
    victim.refresh_from_db()
    assert (victim.name, victim.phone, victim.safe, victim.case) == ("", "", {}, None) and victim.forgotten_at
    assert victim.department == "Crime Bureau" and Said.objects.get().words == "Kind"
    assert go_round(cast.at + timedelta(days=60)) == []
    with pytest.raises(WrongKeep):
        keep(0, cast.at.date(), "None", by=cast.jo, at=cast.at)


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_drawing_from_our_own_cases_and_how_long_names_are_kept_on_the_pages(cast, sign_in, lang):
    ours(cast, 1)
    jo, base = sign_in(cast.jo), f"/{lang}/staff/ring-back/"
    assert f"{base}own/" in said(jo.get(base)) and f"{base}keep/" in said(jo.get(base))
    since, until = days(cast)
    typed = {f"{name}-{part}": str(getattr(on, part)) for name, on in (("since", since), ("until", until))
             for part in ("day", "month", "year")}  # fmt: skip
    assert jo.get(f"{base}own/").status_code == 200
    assert jo.post(f"{base}own/", typed | {"every": "1"}).status_code == 302 and Victim.objects.count() == 1
    assert "90" in said(jo.get(f"{base}keep/"))
    from_day = {name: value for name, value in typed.items() if name.startswith("since")}
    assert jo.post(f"{base}keep/", from_day | {"days": "60", "why": ""}).status_code == 422
    assert jo.post(f"{base}keep/", from_day | {"days": "60", "why": "Ours"}).status_code == 302
    assert queries.kept(cast.at.date()) == (60, True)


def test_a_draw_of_our_own_cases_says_who_was_left_out_and_why(cast, sign_in):
    ours(cast, 1)
    again = ours(cast, 2)
    Case.objects.filter(pk=again.pk).update(complainant=Case.objects.exclude(pk=again.pk).get().complainant)
    ours(cast, 3, phone="")
    ours(cast, 4, safe_contact={"no_phone": True})
    unwilling, sealed, walled = ours(cast, 5), ours(cast, 6), ours(cast, 7)
    NoSurvey.objects.create(person=unwilling.complainant, since=cast.at, by=cast.sam)
    Case.objects.filter(pk=sealed.pk).update(restriction=SEALED)
    wall_off(walled, cast.jo, "Knows them", by=cast.sam, at=cast.at)
    batch = draw_own(open_to(cast.jo, at=cast.at), days(cast), 1, "Ours", by=cast.jo, at=cast.at)
    assert batch.rows == 1 and batch.left_out == {"twice": 1, "no_wish": 1, "not_rung": 2}, "nothing of the sealed and the walled"
    page = f"ring-back/{batch.pk}/"
    assert "They want no survey: 1" in said(sign_in(cast.jo).get(f"/en/staff/{page}"))
    assert "Nid ydynt eisiau arolwg: 1" in said(sign_in(cast.jo).get(f"/cy/staff/{page}"))
    assert "They want no survey" not in said(sign_in(cast.sam).get(f"/en/staff/{page}")), "only to who may draw"


def test_whoever_wants_no_survey_since_the_draw_is_rung_no_more(cast):
    case = ours(cast, 1)
    victim = from_ours(cast).victims.get()
    NoSurvey.objects.create(person=case.complainant, since=cast.at, by=cast.sam)
    assert queries.to_ring(Case.objects.all(), cast.sam, cast.at) == []
    with pytest.raises(NoMore):
        note_attempt(victim, "no_answer", by=cast.sam, at=cast.at)


def test_nobody_is_offered_a_victim_about_whom_they_would_be_refused(cast):
    """Or they ring, and lose what they wrote."""
    Case.objects.filter(pk=ours(cast, 1).pk).update(assigned_to=cast.sam)
    from_ours(cast)
    drawn(cast, [row(2, Officer="sam adeyemi")])
    assert queries.to_ring(Case.objects.all(), cast.sam, cast.at) == []
    assert len(queries.to_ring(Case.objects.all(), cast.jo, cast.at)) == 2
