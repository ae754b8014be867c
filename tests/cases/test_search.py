"""Search: by reference, name or words, folded, within what the person may see, and safe from what is typed."""

import pytest

from putright.cases import search
from putright.cases.models import Case, CaseWords
from tests.make import cases

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast):
    made = cases.case(cast.ffion)
    search.index(made, "Siân Gruffydd", "The officer shouted at my brother in Llanelli", "cwynodd am y swyddog")
    return made


@pytest.fixture
def another(cast):
    made = cases.case(cast.amir)
    search.index(made, "Amir Haddad", "Nobody rang me back about my bicycle")
    return made


def found(text, among=None):
    return set(search.find(Case.objects.all() if among is None else among, text))


@pytest.mark.parametrize("typed", ["sian", "SIÂN", "Siân gruffydd", "gruffydd sian", "shout", "llanelli brother", "cwynodd"])
def test_it_is_found_by_name_and_words_however_typed(case, another, typed):
    assert found(typed) == {case}


def test_every_word_typed_must_be_there(case, another):
    assert found("officer bicycle") == set()


def test_the_beginning_of_a_word_is_enough(case, another):
    assert found("bicyc") == {another}


def test_a_reference_finds_its_case_alone(case, another):
    assert found(case.reference.lower().replace("-", " ")) == {case}


def test_only_among_the_cases_given(case, another):
    assert found("officer", among=Case.objects.filter(pk=another.pk)) == set()
    assert found(case.reference, among=Case.objects.filter(pk=another.pk)) == set()


@pytest.mark.parametrize("typed", ["", "   ", "''", "\0", "–", "🙂", "()", '"*"'])
def test_nothing_to_look_for_finds_nothing(case, typed):
    assert found(typed) == set()


@pytest.mark.parametrize(
    "typed",
    ["sian\"", "sian'); DROP TABLE cases_case; --", "sian AND", "NEAR(sian", "sian:*", "words:sian", "-sian", "sian & | !",
     "sian\0", "qq " * 500, "x" * 100_000, "مرحبا", "%s", "sian OR 1=1"],
)  # fmt: skip
def test_nothing_typed_can_break_it_or_reach_further(case, another, typed):
    assert another not in found(typed)


def test_words_are_added_to_what_was_there(case):
    search.index(case, "a later letter about the wallet")
    assert found("wallet") == found("shouted") == {case}
    assert CaseWords.objects.filter(case=case).count() == 1


def test_many_at_once_are_found_as_singly(cast):
    made = [cases.case(cast.ffion) for _ in range(3)]
    search.index_first([(case, f"imported number{n} Ŵyn") for n, case in enumerate(made)])
    assert found("number1 wyn") == {made[1]}
    assert found("imported") == set(made)
