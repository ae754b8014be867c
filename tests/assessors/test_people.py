"""The assessor's way in, the invitations, and answers that nobody in the team can know of."""

import logging
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection

from putright.assessors import queries, refusals, sealed
from putright.assessors.actions import people
from putright.assessors.models import Assessor, Invited, Slot
from putright.law.calendar import day_of
from putright.letters.models import Letter
from putright.passes import codes
from tests.make import cases

from . import made

pytestmark = pytest.mark.django_db
VISIT = {"visit_en": "On 20 April.", "visit_cy": "Ar 20 Ebrill."}


@pytest.fixture
def invited(cast):
    """(assessor, own code, the code of each invitation)"""
    row, own = made.assessor(cast.jo, cast.at)
    listed = [cases.case(cast.ffion), cases.case(cast.amir)]
    for case in listed:
        people.agrees(case, True, by=cast.sam, at=cast.at)
    letters = people.invite(row, listed, VISIT, "office.example/speak-to-the-assessor/", by=cast.sam, at=cast.at)
    return row, own, [made.code_in(letter) for letter in letters]


def everything() -> str:
    """Every row of every table but the slots', as text, with the tables' names and the slots' number."""
    found = []
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            columns = "id, assessor_id, digest, length(sealed)" if model is Slot else "*"
            cursor.execute(f'SELECT {columns} FROM "{table}" ORDER BY 1')  # noqa: S608 - our own table names
            found.append(f"{table}: {[tuple(map(str, row)) for row in cursor.fetchall()]}")
    return "\n".join(found)


def test_a_seal_opens_with_its_own_code_alone_and_hides_whether_anything_is_in_it():
    mine, other = codes.make(), codes.make()
    full, empty = sealed.seal(sealed.public(mine), made.ANSWER), sealed.seal(sealed.public(mine), None)
    assert len(full) == len(empty) and b"Quibble" not in full
    assert sealed.unseal(mine, full) == made.ANSWER and sealed.unseal(mine, empty) is None
    for wrong in (full, empty):
        with pytest.raises(sealed.NotTheirs):
            sealed.unseal(other, wrong)
    with pytest.raises(sealed.NotTheirs):
        sealed.unseal(mine, full[:-1] + bytes([full[-1] ^ 1]))
    assert sealed.seal(sealed.public(mine), made.ANSWER) != full
    with pytest.raises(ValueError):
        sealed.seal(sealed.public(mine), {"when": "x" * sealed.ROOM})


def test_the_joining_code_opens_once_and_the_own_code_is_kept_nowhere(cast):
    one = made.a_cycle(cast.jo, cast.at)
    until = day_of(cast.at) + timedelta(days=30)
    _row, joining = people.let_in(one, "Alis", "01632 960333", until, by=cast.jo, at=cast.at)
    row, own = people.join(joining.lower(), by=None, at=cast.at)
    with pytest.raises(refusals.CodeNotKnown):
        people.join(joining, by=None, at=cast.at)
    assert queries.by_code(own, cast.at) == row and queries.by_code(joining, cast.at) is None
    for code in (own, joining):
        assert code not in everything()
    assert sealed.check_words(row.public) == sealed.check_words(sealed.public(own))


def test_a_way_in_ends_on_its_last_day_and_when_it_is_closed(cast):
    row, own = made.assessor(cast.jo, cast.at)
    assert queries.by_code(own, cast.at + timedelta(days=30)) == row
    assert queries.by_code(own, cast.at + timedelta(days=31)) is None
    people.shut_out(row, by=cast.jo, at=cast.at)
    assert queries.by_code(own, cast.at) is None
    for days in (-1, 121):
        with pytest.raises(refusals.TooLongOpen):
            people.let_in(row.cycle, "A", "B", day_of(cast.at) + timedelta(days=days), by=cast.jo, at=cast.at)


def test_each_person_who_agreed_gets_one_letter_in_their_own_language(cast, invited):
    row, _own, given = invited
    letters = list(Letter.objects.filter(kind="assessor").order_by("pk"))
    assert [letter.language for letter in letters] == ["cy", "en"]
    assert "Ar 20 Ebrill." in letters[0].body and "On 20 April." in letters[1].body
    assert len(set(given)) == 2 and all("Alis Prydderch" in letter.body for letter in letters)
    again = [one.case for one in queries.agreed(type(letters[0].case).objects.all())]
    with pytest.raises(refusals.NobodyChosen):
        people.invite(row, again, VISIT, "x", by=cast.sam, at=cast.at)


def test_nobody_is_invited_who_did_not_agree_nor_before_answers_can_be_sealed(cast):
    row, _own = made.assessor(cast.jo, cast.at)
    case = cases.case(cast.ffion)
    with pytest.raises(refusals.DidNotAgree):
        people.invite(row, [case], VISIT, "x", by=cast.sam, at=cast.at)
    people.agrees(case, True, by=cast.sam, at=cast.at)
    people.agrees(case, False, by=cast.sam, at=cast.at)
    with pytest.raises(refusals.DidNotAgree):
        people.invite(row, [case], VISIT, "x", by=cast.sam, at=cast.at)
    people.agrees(case, True, by=cast.sam, at=cast.at)
    new, _code = people.let_in(row.cycle, "Other", "1", day_of(cast.at), by=cast.jo, at=cast.at)
    with pytest.raises(refusals.NotJoined):
        people.invite(new, [case], VISIT, "x", by=cast.sam, at=cast.at)
    assert not Slot.objects.exists() and not Invited.objects.exists() and Letter.objects.filter(kind="assessor").count() == 0


def test_an_answer_changes_no_row_no_count_and_no_log_that_the_team_could_see(cast, invited, caplog):
    caplog.set_level(logging.DEBUG)
    _row, own, given = invited
    before, size = everything(), Slot.objects.count()
    caplog.clear()
    people.answer(given[0], made.ANSWER, by=None, at=cast.at)
    assert everything() == before and Slot.objects.count() == size
    logged = " ".join(record.getMessage() for record in caplog.records if record.name != "django.db.backends")
    assert "Quibble" not in logged and given[0] not in logged
    assert list(queries.answered(queries.by_code(own, cast.at), own)) == [made.ANSWER]


def test_the_control_arm_would_see_an_answer_that_is_not_sealed(cast, invited):
    before = everything()
    Assessor.objects.update(name="Quibblethwaite answered")
    assert everything() != before  # so the comparison above can fail


def test_the_last_answer_of_a_code_is_the_one_and_a_wrong_code_answers_nothing(cast, invited):
    row, own, given = invited
    for when in ("Monday", "Tuesday"):
        people.answer(given[1].lower().replace("-", " "), made.ANSWER | {"when": when}, by=None, at=cast.at)
    assert [one["when"] for one in queries.answered(row, own)] == ["Tuesday"]
    for wrong in (codes.make(), "", own):
        with pytest.raises(refusals.CodeNotKnown):
            people.answer(wrong, made.ANSWER, by=None, at=cast.at)
    with pytest.raises(refusals.TooManyWords):
        people.answer(given[0], {"when": "w" * 5000}, by=None, at=cast.at)


