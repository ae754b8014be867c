"""Every decision stays readable with the law as it then was, also after the law has changed."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from gateways import clock
from putright.cases.log import broken_at
from putright.law import questions
from putright.triage import queries, rules
from putright.triage.actions import answer, decide
from tests.make import people
from tests.make.contacts import contact

from .sheets import ORDINARY, WISH

pytestmark = pytest.mark.django_db
BEFORE = datetime(2020, 1, 31, 12, tzinfo=UTC)  # the day before our rows begin
AFTER = datetime(2020, 2, 1, 12, tzinfo=UTC)


def page(client, cast, case, at, language="en"):
    client.logout()  # a session left alone for years has ended
    client.force_login(cast.sam.user)
    with clock.fixed(at):
        return client.get(reverse("triage:ask", args=[case.reference]).replace("/en/", f"/{language}/")).content.decode()


def test_a_superseded_finding_is_read_by_the_law_of_its_day_though_the_rows_were_changed_since(client, cast, monkeypatch):
    case = contact(cast.ffion, kind="complaint", at=AFTER).case
    answer(case, ORDINARY | WISH, by=cast.sam, at=AFTER)
    first = decide(case, "recorded", by=cast.sam, at=AFTER)
    source = first.findings["recording"]["rules"][0]["source"]
    assert source in page(client, cast, case, AFTER) and "1 February 2020" in page(client, cast, case, AFTER)

    old = questions.QUESTIONS["recording"]  # and then Parliament writes every row of it anew
    rows = tuple(replace(rule, source="An Act of 2031 s.1") for rule in old.rules)
    monkeypatch.setitem(questions.QUESTIONS, "recording", replace(old, rules=rows))
    answer(case, {"might_be_crime_or_discipline": "yes"}, by=cast.sam, at=cast.at)
    second = decide(case, "recorded", by=cast.jo, at=cast.at)
    assert {row["source"] for row in second.findings["recording"]["rules"]} == {"An Act of 2031 s.1"}
    first.refresh_from_db()
    assert first.findings["recording"]["rules"][0]["source"] == source
    shown = page(client, cast, case, cast.at)
    assert "(superseded)" in shown and source in shown


def test_a_complaint_made_the_day_before_keeps_its_own_law_when_it_is_triaged_again(cast):
    people.office("dyfed-powys")
    old = contact(cast.ffion, kind="complaint", at=BEFORE).case
    new = contact(cast.amir, kind="complaint", at=AFTER).case
    for case in (old, new):
        answer(case, ORDINARY | WISH, by=cast.sam, at=cast.at)
        decide(case, "recorded", by=cast.sam, at=cast.at, because="They want it recorded.")
    then, now = queries.latest(old).findings["recording"], queries.latest(new).findings["recording"]
    assert (then["on"], then["rules"]) == (date(2020, 1, 31).isoformat(), [])
    assert now["on"] == "2020-02-01" and [row["id"] for row in now["rules"]]
    assert rules.silent(queries.findings(old)) and not rules.silent(queries.findings(new))


@pytest.mark.parametrize(("language", "before"), [("en", "(before: No)"), ("cy", "(cyn hynny: Na)")])
def test_a_changed_answer_stays_readable_with_what_was_found_then_by_the_law_as_it_then_was(
    client, cast, monkeypatch, language, before
):
    case = contact(cast.ffion, kind="complaint", at=AFTER).case
    answer(case, ORDINARY, by=cast.sam, at=AFTER)
    answer(case, WISH, by=cast.jo, at=AFTER)
    old = questions.QUESTIONS["recording"]
    rows = tuple(replace(rule, source="An Act of 2031 s.1") for rule in old.rules)
    monkeypatch.setitem(questions.QUESTIONS, "recording", replace(old, rules=rows))
    shown = page(client, cast, case, cast.at, language)
    part = shown[shown.index('id="trail"'):]
    assert before in part and "PRA 2002 Sch 3 para 2(6A)(a)" in part and "An Act of 2031" not in part
    assert "Sam Adeyemi" in part and part.index("Jo Marsh") < part.index("Sam Adeyemi")
    assert broken_at(case) is None
