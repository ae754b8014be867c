"""Factors, outcomes and actions of an allegation, from the lists as they stood on their day."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from gateways import clock
from putright.cases import choices
from putright.cases.actions import allege, close, conclude, factor
from putright.cases.choices import Result, chosen, lacking
from putright.cases.log import broken_at
from putright.cases.models import Case, Choice, Event
from putright.cases.refusals import NoOutcome, NoSuchAllegation, WrongStage
from putright.cases.rules import outcomes
from putright.codes import actions as lists
from putright.codes import queries
from putright.codes.actions import Asked
from putright.codes.refusals import NotChanged, NotListed
from putright.codes.rules import Row
from putright.people.gates import NotAllowed
from tests.make import cases

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 27)
DAY = timedelta(days=1)
RESOLVED = Result("outside.resolved", ("apology", "explanation"))


@pytest.fixture
def case(cast):
    made = cases.case(cast.ffion)
    for words, category in (("He shouted.", "H1"), ("Nobody rang back.", "A3")):
        allege(made, words, category, on=TODAY, by=cast.sam, at=cast.at)
    return known(made)


@pytest.fixture
def factors(cast):
    rows = [Row("taser", "Taser", "Gwn taser", date(2020, 2, 1)), Row("custody", "Custody", "Dalfa", date(2020, 2, 1))]
    lists.load(Asked("factors"), rows, by=cast.jo, at=cast.at)


def known(case, stage="outcome_known", **columns):
    Case.objects.filter(pk=case.pk).update(stage=stage, **columns)
    case.refresh_from_db()
    return case


def facts(case, verb):
    return [event.facts for event in Event.objects.filter(case=case, verb=verb).order_by("seq")]


def held(case, which):
    return [[each.code for each in one.of(which)] for one in chosen(case)]


def end(cast, which, code, until=TODAY):
    lists.end(Asked(which), code, until, by=cast.jo, at=cast.at)


def test_each_allegation_has_one_outcome_and_any_number_of_actions_and_each_leaves_an_event(case, cast):
    conclude(case, {1: RESOLVED, 2: Result("outside.not-resolved")}, by=cast.sam, at=cast.at)
    assert held(case, "outcomes") == [["outside.resolved"], ["outside.not-resolved"]]
    assert held(case, "actions") == [["apology", "explanation"], []]
    assert facts(case, "concluded") == [
        {"number": 1, "outcome": "outside.resolved", "actions": ["apology", "explanation"]},
        {"number": 2, "outcome": "outside.not-resolved", "actions": []},
    ]
    assert broken_at(case) is None


def test_another_outcome_takes_the_place_of_the_first_and_the_log_keeps_both(case, cast):
    conclude(case, {1: RESOLVED}, by=cast.sam, at=cast.at)
    conclude(case, {1: RESOLVED}, by=cast.sam, at=cast.at)
    assert len(facts(case, "concluded")) == 1  # nothing different, no event
    conclude(case, {1: Result("outside.not-resolved", ("apology",))}, by=cast.jo, at=cast.at)
    assert held(case, "outcomes")[0] == ["outside.not-resolved"] and held(case, "actions")[0] == ["apology"]
    assert [one["outcome"] for one in facts(case, "concluded")] == ["outside.resolved", "outside.not-resolved"]


@pytest.mark.parametrize(
    ("recorded", "code"),
    [(False, "schedule-3.withdrawn"), (False, "special.no-case"), (True, "outside.resolved"), (False, "x"), (False, "outside")],
)
def test_an_outcome_of_the_other_kind_a_group_and_an_unknown_one_are_refused(case, cast, recorded, code):
    known(case, recorded_at=cast.at if recorded else None)
    with pytest.raises(NotListed):
        conclude(case, {1: Result(code)}, by=cast.sam, at=cast.at)
    assert not Choice.objects.exists() and not facts(case, "concluded")


def test_the_outcomes_of_the_two_kinds_have_none_in_common_and_leave_none_out():
    rows = queries.code_list("outcomes")
    outside, inside = ({row.code for row in outcomes(rows, TODAY, recorded=kind)} for kind in (False, True))
    assert outside == {"outside.resolved", "outside.not-resolved"} and not outside & inside
    assert outside | inside == {row.code for row in rows.in_force(TODAY) if row.parent}


def test_a_group_of_the_offices_own_is_offered_to_both_kinds(cast):
    lists.add(Asked("outcomes"), Row("own", "Our own", "Ein hun", TODAY), by=cast.jo, at=cast.at)
    rows = queries.code_list("outcomes")
    assert all("own" in {row.code for row in outcomes(rows, TODAY, recorded=kind)} for kind in (False, True))


@pytest.mark.parametrize("stage", ["received", "in_recovery", "recorded", "handed_over", "not_complaint", "settled"])
def test_nothing_came_of_it_before_the_outcome_is_known(case, cast, stage):
    with pytest.raises(WrongStage):
        conclude(known(case, stage), {1: RESOLVED}, by=cast.sam, at=cast.at)


def test_only_the_front_team_says_what_came_of_it_and_an_allegation_there_is_not_is_refused(case, cast):
    with pytest.raises(NotAllowed):
        conclude(case, {1: RESOLVED}, by=cast.pat, at=cast.at)
    with pytest.raises(NoSuchAllegation):
        conclude(case, {3: RESOLVED}, by=cast.sam, at=cast.at)


def test_a_case_is_not_closed_while_an_allegation_has_no_outcome_and_all_is_one_transaction(case, cast):
    with pytest.raises(NoOutcome):
        close(case, by=cast.sam, at=cast.at, results={1: RESOLVED})
    assert not Choice.objects.exists() and Case.objects.get().stage == "outcome_known"
    close(case, by=cast.sam, at=cast.at, results={1: RESOLVED, 2: RESOLVED})
    verbs = list(Event.objects.filter(case=case).order_by("seq").values_list("verb", flat=True))
    assert verbs[-3:] == ["concluded", "concluded", "closed"] and Case.objects.get().stage == "closed"


def test_what_is_no_complaint_is_closed_without_an_outcome(case, cast):
    close(known(case, "not_complaint"), by=cast.sam, at=cast.at)
    assert Case.objects.get().stage == "closed"


def test_in_a_year_before_the_scheme_nobody_is_asked_for_an_outcome(case, cast):
    assert lacking(case, date(2019, 5, 1)) == [] and len(lacking(case, date(2020, 2, 1))) == 2


def test_what_was_resolved_outside_and_then_recorded_needs_an_outcome_again(case, cast):
    both = {1: RESOLVED, 2: RESOLVED}
    close(case, by=cast.sam, at=cast.at, results=both)
    known(case, recorded_at=cast.at)
    assert len(lacking(case, TODAY)) == 2
    with pytest.raises(NoOutcome):
        close(case, by=cast.sam, at=cast.at)


def test_a_closed_code_stays_on_its_old_case_with_its_name_and_is_not_offered_on_a_new_one(case, cast):
    conclude(case, {1: RESOLVED, 2: RESOLVED}, by=cast.sam, at=cast.at)
    lists.rename(Asked("actions"), "apology", ("Sorry", "Sori"), TODAY + DAY, by=cast.jo, at=cast.at)
    end(cast, "outcomes", "outside.resolved")
    rows = queries.code_list("outcomes")
    assert "outside.resolved" not in {row.code for row in outcomes(rows, TODAY + DAY, recorded=False)}
    assert queries.name("outcomes", "outside.resolved", TODAY, "cy") == "Wedi’i datrys"
    assert queries.name("actions", "apology", TODAY, "en") == "Apology"
    new = cases.case(cast.amir)
    allege(new, "Late.", "A4", on=TODAY, by=cast.sam, at=cast.at)
    with pytest.raises(NotListed):
        conclude(known(new), {1: RESOLVED}, by=cast.sam, at=cast.at + DAY)
    conclude(case, {1: Result("outside.resolved")}, by=cast.sam, at=cast.at + DAY)  # what stands may stay
    assert held(case, "outcomes")[0] == ["outside.resolved"] and held(case, "actions")[0] == []


def test_a_code_used_today_cannot_end_yesterday_and_the_lists_know_how_much_each_is_used(case, cast, factors):
    conclude(case, {1: RESOLVED, 2: RESOLVED}, by=cast.sam, at=cast.at)
    factor(case, 1, ["taser"], by=cast.sam, at=cast.at)
    for which, code in (("outcomes", "outside.resolved"), ("actions", "apology"), ("factors", "taser")):
        use = queries.used(which)[code]
        assert (use.open_cases, use.last) == (1, TODAY)
        with pytest.raises(NotChanged):
            end(cast, which, code, TODAY - DAY)
    close(case, by=cast.sam, at=cast.at)
    assert queries.used("outcomes")["outside.resolved"].open_cases == 0


def test_factors_are_none_one_or_many_and_each_change_leaves_an_event(case, cast, factors):
    factor(case, 1, [], by=cast.sam, at=cast.at)
    assert facts(case, "factors") == []
    factor(case, 1, ["taser", "custody"], by=cast.sam, at=cast.at)
    factor(case, 1, ["custody"], by=cast.sam, at=cast.at)
    assert held(case, "factors") == [["custody"], []]
    assert [one["factors"] for one in facts(case, "factors")] == [["taser", "custody"], ["custody"]]
    with pytest.raises(NotListed):
        factor(case, 2, ["drones"], by=cast.sam, at=cast.at)
    with pytest.raises(NotAllowed):
        factor(case, 2, ["taser"], by=cast.pat, at=cast.at)


def test_the_database_itself_holds_to_one_outcome(case, cast):
    from django.db import IntegrityError, transaction

    conclude(case, {1: RESOLVED}, by=cast.sam, at=cast.at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Choice.objects.create(allegation=chosen(case)[0].allegation, which="outcomes", code="y", on=TODAY)


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        yield client


def address(name, case, *args, language="en"):
    with translation.override(language):
        return reverse(f"cases:{name}", args=[case.reference, *args])


def said(answer):
    return answer.content.decode()


NAMED = {"en": ("Resolved", "Apology"), "cy": ("Wedi’i datrys", "Ymddiheuriad")}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_closing_asks_for_each_outcome_and_the_case_shows_them(sam, case, language):
    to = address("close", case, language=language)
    assert all(name in said(sam.get(to)) for name in NAMED[language])
    given = {"outcome_1": "outside.resolved", "actions_1": ["apology"]}
    refused = sam.post(to, given)
    assert refused.status_code == 422 and Case.objects.get().stage == "outcome_known"
    assert 'value="apology" checked' in said(refused) and 'value="outside.resolved" selected' in said(refused)
    assert sam.post(to, {**given, "outcome_2": "outside.not-resolved"}).status_code == 302
    with translation.override(language):
        page = said(sam.get(reverse("desk:case", args=[case.reference])))
    panel = page.split("<ol")[1].split("</ol>")[0]
    assert all(name in panel for name in NAMED[language])
    assert f"1: {'. '.join(NAMED[language])}" in page


@pytest.mark.parametrize("language", ["en", "cy"])
def test_factors_are_asked_only_where_the_list_has_some(sam, case, cast, language):
    question = {"en": "What else was going on?", "cy": "Beth arall oedd yn digwydd?"}[language]
    to = address("allege", case, language=language)
    assert question not in said(sam.get(to)) and "/factors" not in said(sam.get(f"/{language}/staff/cases/{case.reference}/"))
    lists.load(Asked("factors"), [Row("taser", "Taser", "Gwn taser", date(2020, 2, 1))], by=cast.jo, at=cast.at)
    assert question in said(sam.get(to))
    assert sam.post(to, {"words": "He used it.", "category": "B4", "factors": ["taser"]}).status_code == 302
    assert held(case, "factors") == [[], [], ["taser"]]
    other = address("factors", case, 1, language=language)
    assert other in said(sam.get(f"/{language}/staff/cases/{case.reference}/"))
    assert sam.post(other, {"factors": ["taser"]}).status_code == 302
    assert held(case, "factors") == [["taser"], [], ["taser"]]
    assert {"en": "Taser", "cy": "Gwn taser"}[language] in said(sam.get(f"/{language}/staff/cases/{case.reference}/"))
    assert sam.get(address("factors", case, 9)).status_code == 404


def test_the_forms_take_few_queries(sam, case, django_assert_max_num_queries):
    sam.get(address("close", case))
    for name in ("close", "outcomes"):
        with django_assert_max_num_queries(18):
            assert sam.get(address(name, case)).status_code == 200


def test_the_lists_of_which_something_is_chosen_are_all_asked_for_in_one_query(case, cast, django_assert_num_queries):
    conclude(case, {1: RESOLVED, 2: RESOLVED}, by=cast.sam, at=cast.at)
    with django_assert_num_queries(2):
        assert [len(one.choices) for one in choices.chosen(case)] == [3, 3]
