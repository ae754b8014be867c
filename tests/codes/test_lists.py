"""What the lists come with, what changing them does, and how old cases stay readable."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection, transaction

from putright.cases.actions import allege
from putright.cases.models import Allegation, Case
from putright.codes import actions, csvs, queries, rules, triggers
from putright.codes.actions import Asked
from putright.codes.lists import LISTS
from putright.codes.models import Change, Code, CodeList
from putright.codes.refusals import SAID, ChangedMeanwhile, NotChanged, NotListed, sentence
from putright.codes.rules import Problem, Row
from putright.codes.seeds import ensure, seeds
from putright.codes.usage import questions
from putright.law import categories
from putright.people.gates import NotAllowed
from putright.people.queries import office
from tests.make import cases as make_cases

TODAY = date(2026, 3, 27)
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def begun(cast):
    ensure(office(), cast.at)


def rename(cast, code="H1", since=TOMORROW, which="categories", **by):
    names, who = ("Rude words", "Geiriau cas"), {"by": cast.jo, **by}
    actions.rename(Asked(which, "New edition"), code, names, since, at=cast.at, **who)


def test_the_lists_come_with_the_law_and_the_office_and_nothing_guessed(begun):
    assert {row.code for row in queries.in_force("categories", TODAY)} == {row.code for row in categories.in_force(TODAY)}
    assert {row.code for row in queries.in_force("reasons", TODAY)} == {one.code for one in office().reasons}
    assert queries.in_force("factors", TODAY) == ()
    assert all(row.recalled for row in queries.in_force("categories", TODAY))
    h5 = queries.code_list("categories").find("H5", TODAY)
    assert h5.recalled == "all", "its name is recalled too"


@pytest.mark.parametrize("which", LISTS)
def test_what_a_list_comes_with_has_nothing_wrong_with_it(which, cast):
    rows = rules.Rows(seeds(which, office()))
    assert rules.problems(rules.Rows(), rows, queries.bounds(which)) == []


def test_a_list_that_was_never_begun_reads_the_same_as_one_that_was(cast):
    before = {which: set(queries.code_list(which).rows) for which in LISTS}
    ensure(office(), cast.at)
    assert before == {which: set(queries.code_list(which).rows) for which in LISTS}
    assert Code.objects.exists()


def test_putting_in_twice_does_nothing_and_leaves_alone_what_was_changed(begun, cast):
    rename(cast)
    actions.end(Asked("actions", "Not used here"), "mediation", TODAY, by=cast.jo, at=cast.at)
    before = set(Code.objects.values_list("which", "code", "since", "until", "name_en"))
    assert set(ensure(office(), cast.at).values()) == {0}
    assert set(Code.objects.values_list("which", "code", "since", "until", "name_en")) == before


def test_the_command_names_what_this_office_has_its_own_way(begun, cast, capsys):
    rename(cast)
    call_command("lists")
    said = capsys.readouterr().out
    assert "as this office has them: H1" in said and "factors: 0 rows" in said


def test_a_list_changed_before_it_was_begun_is_begun_first(cast):
    rename(cast)
    assert len(queries.in_force("categories", TOMORROW)) == len(categories.in_force(TOMORROW))
    assert queries.name("categories", "H1", TOMORROW, "cy") == "Geiriau cas"
    assert queries.name("categories", "H1", TODAY, "en") == "Impolite language/tone"


def test_a_change_ends_one_row_begins_another_and_says_who_and_why(begun, cast):
    rename(cast)
    old, later = Code.objects.filter(which="categories", code="H1").order_by("since")
    assert (old.until, old.name_en, later.since, later.until) == (TODAY, "Impolite language/tone", TOMORROW, None)
    assert (later.source, later.recalled, later.parent, later.place) == (old.source, old.recalled, old.parent, old.place)
    line = Change.objects.exclude(verb="came").get()
    assert (line.verb, line.by, line.at, line.why) == ("renamed", cast.jo, cast.at, "New edition")
    assert line.facts["cy"] == "Geiriau cas"


@pytest.mark.parametrize("name", ["sam", "pat", "dana", "robin", "toni"])
def test_only_a_supervisor_changes_a_list(begun, cast, name):
    with pytest.raises(NotAllowed):
        rename(cast, by=getattr(cast, name))
    assert not Change.objects.exclude(verb="came").exists()


def test_a_preview_that_has_gone_stale_is_not_applied(begun, cast):
    seen = CodeList.objects.get(slug="categories").version
    rename(cast)
    with pytest.raises(ChangedMeanwhile):
        actions.end(Asked("categories", "", seen), "H2", TODAY, by=cast.jo, at=cast.at)
    assert Code.objects.get(which="categories", code="H2").until is None


def test_the_same_change_has_the_same_token_until_the_list_changes(begun, cast):
    def how(held):
        return rules.end(held, "H2", TODAY)

    first = queries.plan("categories", how).token
    assert queries.plan("categories", how).token == first
    assert queries.plan("categories", lambda held: rules.end(held, "H2", TOMORROW)).token != first
    rename(cast)
    assert queries.plan("categories", how).token != first


def test_the_database_itself_refuses_rows_that_cannot_be(begun, cast):
    row = Code.objects.filter(which="actions").first()
    for wrong in ({"until": row.since - timedelta(days=1)}, {"name_cy": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Code.objects.filter(pk=row.pk).update(**wrong)
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_a_code_used_on_a_case_is_not_ended_or_renamed_under_it(begun, cast):
    case = make_cases.case(cast.ffion)
    allege(case, "He swore at me", "H1", on=TODAY, by=cast.sam, at=cast.at)
    with pytest.raises(NotChanged, match="last used for 27 March 2026"):
        actions.end(Asked("categories"), "H1", TODAY - timedelta(days=1), by=cast.jo, at=cast.at)
    with pytest.raises(NotChanged, match="last used for 27 March 2026"):
        rename(cast, since=TODAY)
    assert queries.used("categories")["H1"].open_cases == 1
    Case.objects.filter(pk=case.pk).update(finished_at=cast.at)
    use = queries.used("categories")["H1"]
    assert (use.open_cases, use.last) == (0, TODAY), "a closed case still holds its name"


def test_an_ended_code_cannot_be_chosen_and_can_still_be_chosen_for_its_days(begun, cast):
    actions.end(Asked("categories"), "H1", TODAY, by=cast.jo, at=cast.at)
    case = make_cases.case(cast.ffion)
    with pytest.raises(NotListed):
        allege(case, "Words", "H1", on=TOMORROW, by=cast.sam, at=cast.at)
    allege(case, "Words", "H1", on=TODAY, by=cast.sam, at=cast.at)
    assert Allegation.objects.get(case=case).edition == categories.find("H1", TODAY).edition


@pytest.mark.parametrize("which", LISTS)
def test_written_out_and_loaded_again_nothing_changes(begun, cast, which):
    if which == "categories":
        rename(cast)
        actions.end(Asked(which), "H2", TODAY, by=cast.jo, at=cast.at)
    rows, wrong = csvs.read(csvs.written(queries.code_list(which)).encode())
    assert wrong == [] and rows == list(queries.code_list(which).rows)
    with pytest.raises(NotChanged, match="Nothing would change"):
        actions.load(Asked(which), rows, by=cast.jo, at=cast.at)


@pytest.mark.parametrize("name", ["=SUM(A1)", "'=SUM(A1)", "+44", "-1", "@here", "'Quoted'", 'A, "B"', " =x", "Ŵŷ\nnew line"])
def test_no_cell_is_a_formula_and_each_comes_back_as_it_was(name):
    row = Row("x", name, "cy", TODAY)
    text = csvs.written(rules.Rows((row,)))
    assert not any(cell.lstrip(' "').startswith(("=", "+", "-", "@")) for cell in text.splitlines()[1].split(","))
    assert csvs.read(text.encode())[0] == [replace(row, en=name.strip())]


def test_a_file_with_one_bad_row_is_not_loaded_at_all(begun, cast):
    good, bad = Row("car", "In a car", "Mewn car", TODAY), Row("boat", "In a boat", "", TODAY)
    with pytest.raises(NotChanged) as refused:
        actions.load(Asked("factors", "National list"), [good, bad], by=cast.jo, at=cast.at)
    assert [problem.code for problem in refused.value.problems] == ["boat"]
    assert queries.in_force("factors", TODAY) == ()
    actions.load(Asked("factors", "National list"), [good], by=cast.jo, at=cast.at)
    assert queries.in_force("factors", TODAY) == (good,)


def test_every_problem_has_its_sentence():
    facts = {"longest": 4, "since": TODAY, "until": TODAY, "used": TODAY, "day": TODAY, "parent": "A", "mapped_to": "Z"}
    for why in SAID:
        assert "%(" not in sentence(Problem(why, "A1", facts))


def test_a_list_takes_one_query_and_one_a_request(begun, rf, django_assert_num_queries):
    with django_assert_num_queries(1):
        held = queries.code_list("categories")
        assert held.name("H1", TODAY, "en") and held.in_force(TODAY)
    request = rf.get("/")
    with django_assert_num_queries(1):
        assert queries.asked_once(request, "reasons") is queries.asked_once(request, "reasons")


def test_the_database_itself_refuses_to_change_or_remove_a_line_of_a_lists_history(cast):
    rename(cast)
    connection.check_constraints()  # PostgreSQL would not even begin to empty a table with checks still to come
    statements = ["UPDATE codes_change SET why = 'changed'", "DELETE FROM codes_change"]
    statements += ["TRUNCATE codes_change"] if connection.vendor == "postgresql" else []  # SQLite has none
    for statement in statements:
        with pytest.raises(DatabaseError, match="codes_change is append-only"), transaction.atomic():
            connection.cursor().execute(statement)
    assert Change.objects.filter(verb="renamed", code="H1").count() == 1


def test_without_the_guard_a_line_could_be_removed(cast):
    """The control: it is the trigger that refuses, and nothing else."""
    rename(cast)
    triggers.drop(connection, triggers.HISTORY)
    assert Change.objects.all().delete()[0] > 0
    triggers.create(connection, triggers.HISTORY)


def test_every_list_has_a_room_that_says_how_much_its_codes_are_used():
    assert set(questions()) == set(LISTS)
