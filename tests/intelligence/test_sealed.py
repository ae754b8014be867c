"""Information about a crime: sealed, in two halves, handed over, and gone. Nothing of it is anywhere else, ever."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from putright.cases import search
from putright.cases.models import Case, Event
from putright.codes.usage import uses
from putright.contacts.models import Contact
from putright.intelligence import actions, queries
from putright.intelligence.models import Keeper, Record, Source, Step, Words
from putright.intelligence.refusals import (
    KeeperAlready,
    NobodyLeft,
    NoReference,
    NotAGrade,
    NotAKeeper,
    NotGivenYet,
    NothingTold,
    NotYourself,
    SayWhy,
)  # fmt: skip
from putright.intelligence.rules import Told, digest
from putright.people.gates import NotAllowed
from tests.make import people as make_people

pytestmark = pytest.mark.django_db
CANARIES = ("Qzebedee", "Qflorence", "Qdougal", "Qbrian")
TOLD = Told("Qzebedee keeps a gun at nine Acre Lane, my brother Qdougal saw it", "Qflorence keeps a gun at nine Acre Lane",
            ("2", "C", "P"), threat=True, name="Qdougal Informant", reach="Qbrian 07700 900999")  # fmt: skip
WHY = "The unit asked for the sheet"


@pytest.fixture
def kim(cast):
    """A second supervisor."""
    return make_people.handler("Kim Second", "supervisor")


@pytest.fixture
def record(cast, kim):
    return actions.take(TOLD, uuid4(), by=cast.sam, at=cast.at)


def through(record, cast, kim):
    """The pack and the sealed sheet are opened."""
    actions.name_keeper(kim, WHY, by=cast.jo, at=cast.at)
    actions.open_pack(record, by=cast.jo, at=cast.at)
    actions.open_source(record, WHY, by=kim, at=cast.at)


def everything() -> str:
    """Every row of every table, and SQLite's search index, as text."""
    found = []
    with connection.cursor() as cursor:
        tables = [*connection.introspection.table_names(cursor), *(["cases_fts"] if connection.vendor == "sqlite" else [])]
        for table in dict.fromkeys(tables):
            cursor.execute(f'SELECT * FROM "{table}"')
            found.append(str(cursor.fetchall()))
    return "\n".join(found)


def outside() -> str:
    """The same without the sealed record's own two tables of words."""
    kept = {Words._meta.db_table, Source._meta.db_table}
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table not in kept:
                cursor.execute(f'SELECT * FROM "{table}"')
                found.append(str(cursor.fetchall()))
    return "\n".join(found)


def test_the_contact_log_says_only_that_information_was_taken(record, cast):
    made = Contact.objects.select_related("case").get()
    assert made.words == "Information was taken and is passed on. It is not kept here."
    assert (made.topic, made.kind, made.person, made.case.stage) == ("intelligence", "enquiry", None, "settled")
    assert not any(canary in outside() for canary in CANARIES)
    assert all(canary in everything() for canary in CANARIES), "the control: they are in the sealed tables"
    assert all(not search.find(Case.objects.all(), canary).exists() for canary in (*CANARIES, "Acre Lane"))


def test_no_table_of_another_room_points_at_the_record_and_it_at_no_case():
    for model in (Record, Words, Source):
        assert not any(f.is_relation and f.related_model in (Case, Contact) for f in model._meta.get_fields())
    pointing = [m for m in apps.get_models() for f in m._meta.fields if f.is_relation and f.related_model is Record]
    assert {m._meta.app_label for m in pointing} == {"intelligence"}


def test_the_same_press_is_one_record_and_one_contact(cast, kim):
    key = uuid4()
    first, again = (actions.take(TOLD, key, by=cast.sam, at=cast.at) for _press in range(2))
    assert first == again and Record.objects.count() == Contact.objects.count() == 1


def test_what_is_refused_when_it_is_taken_down(cast, kim):
    for told, refusal in (
        (replace(TOLD, sanitised=" "), NothingTold), (replace(TOLD, grades=("2", "Z", "P")), NotAGrade),
        (replace(TOLD, kept_from=(cast.jo.pk, kim.pk)), NobodyLeft),
    ):  # fmt: skip
        with pytest.raises(refusal):
            actions.take(told, uuid4(), by=cast.sam, at=cast.at)
    assert Record.objects.count() == Contact.objects.count() == Event.objects.count() == 0


@pytest.mark.parametrize("name", ["sam", "pat", "dana", "robin", "toni", "chris"])
def test_nobody_but_supervisors_goes_any_further(record, cast, name):
    who = getattr(cast, name)
    for act in (
        lambda: actions.open_pack(record, by=who, at=cast.at), lambda: actions.open_source(record, WHY, by=who, at=cast.at),
        lambda: actions.confirm(record, "X1", by=who, at=cast.at),
        *([] if name == "toni" else [lambda: actions.name_keeper(cast.jo, WHY, by=who, at=cast.at)]),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            act()
    assert Words.objects.count() == 1 and not Step.objects.exclude(verb="taken").exists()


def test_the_source_opens_to_a_keeper_only_and_each_opening_stays_with_its_reason(record, cast, kim):
    with pytest.raises(NotAKeeper):
        actions.open_source(record, WHY, by=cast.jo, at=cast.at)
    with pytest.raises(NotYourself):
        actions.name_keeper(cast.jo, WHY, by=cast.jo, at=cast.at)
    with pytest.raises(NotAKeeper):
        actions.name_keeper(cast.sam, WHY, by=cast.jo, at=cast.at)
    keeper = actions.name_keeper(kim, WHY, by=cast.jo, at=cast.at)
    with pytest.raises(KeeperAlready):
        actions.name_keeper(kim, WHY, by=cast.jo, at=cast.at)
    with pytest.raises(SayWhy):
        actions.open_source(record, "because", by=kim, at=cast.at)
    for _time in range(2):
        source, words = actions.open_source(record, WHY, by=kim, at=cast.at)
    assert (source.name, words.said) == (TOLD.name, TOLD.said)
    opened = Step.objects.filter(verb="source_opened")
    assert [(one.by, one.why, one.record) for one in opened] == [(kim, WHY, record)] * 2
    actions.end_keeper(keeper, by=cast.jo, at=cast.at)
    actions.end_keeper(keeper, by=cast.jo, at=cast.at)
    with pytest.raises(NotAKeeper):
        actions.open_source(record, WHY, by=kim, at=cast.at)
    assert Step.objects.filter(verb="keeper_ended").count() == 1 and Keeper.objects.count() == 1


def test_where_there_is_one_supervisor_the_administrator_names_them_and_never_themselves(cast):
    assert actions.name_keeper(cast.jo, WHY, by=cast.toni, at=cast.at).named_by == cast.toni
    with pytest.raises(NotYourself):
        actions.name_keeper(cast.toni, WHY, by=cast.toni, at=cast.at)
    with pytest.raises(NotAKeeper):
        actions.name_keeper(cast.toni, WHY, by=cast.jo, at=cast.at)


def test_the_pack_has_neither_the_source_nor_what_was_really_said(record, cast):
    from putright.codes.queries import code_list
    from putright.intelligence import sheets

    words = actions.open_pack(record, by=cast.jo, at=cast.at)
    pack = str(sheets.pack(record, words, {which: code_list(which) for which in sheets.GRADES}, "en"))
    assert "Qflorence" in pack and "2 Untested" in pack and "C Known indirectly" in pack
    assert not any(word in pack for word in ("Qzebedee", "Qdougal", "Qbrian"))


def test_nothing_is_deleted_before_both_halves_are_given_and_a_reference_came_back(record, cast, kim):
    with pytest.raises(NotGivenYet):
        actions.confirm(record, "INT/1", by=cast.jo, at=cast.at)
    actions.open_pack(record, by=cast.jo, at=cast.at)
    with pytest.raises(NotGivenYet):
        actions.confirm(record, "INT/1", by=cast.jo, at=cast.at)
    actions.name_keeper(kim, WHY, by=cast.jo, at=cast.at)
    actions.open_source(record, WHY, by=kim, at=cast.at)
    with pytest.raises(NoReference):
        actions.confirm(record, "  ", by=cast.jo, at=cast.at)
    assert all(canary in everything() for canary in CANARIES)


def test_after_the_receipt_no_word_is_in_any_table_and_a_tombstone_stays(record, cast, kim):
    through(record, cast, kim)
    number = Words.objects.get().pack_number
    for _time in range(2):
        actions.confirm(record, "INT/2026/41", by=cast.jo, at=cast.at)
    left = everything()
    assert not any(canary in left for canary in (*CANARIES, "Acre Lane", number))
    stone = Record.objects.get()
    assert (stone.reference, stone.purged_at, stone.threat, stone.confirmed_by) == ("INT/2026/41", cast.at, True, cast.jo)
    assert (stone.source_grade, stone.assessment, stone.handling) == ("", "", "")
    assert stone.digest == digest(number, TOLD.said, TOLD.sanitised, cast.at), "whoever holds the pack can prove it"
    assert [one.verb for one in queries.steps(stone)] == ["taken", "pack_opened", "source_opened", "confirmed"]
    with pytest.raises(queries.NoSuchRecord):
        actions.open_pack(stone, by=cast.jo, at=cast.at)
    assert uses("grade-source") == {}


@pytest.mark.django_db(transaction=True)
def test_the_database_file_itself_no_longer_holds_a_word(cast, kim):
    """The bytes of SQLite's own file, free pages and all; on PostgreSQL the tables, vacuumed."""
    record = actions.take(TOLD, uuid4(), by=cast.sam, at=cast.at)
    through(record, cast, kim)
    assert all(canary in image() for canary in CANARIES), "the control: before, they are there"
    actions.confirm(record, "INT/2026/42", by=cast.jo, at=cast.at)
    assert not any(canary in image() for canary in CANARIES)


def image() -> str:
    if connection.vendor != "sqlite":
        return everything()
    connection.ensure_connection()
    return connection.connection.serialize().decode("latin-1")


def test_without_overwriting_the_words_would_stay_in_the_file(tmp_path):
    """The control for the one above: the same deletion in a file that does not overwrite."""
    import sqlite3

    found = {}
    for setting in ("OFF", "ON"):
        path = tmp_path / f"{setting}.sqlite3"
        base = sqlite3.connect(path)
        base.execute(f"PRAGMA secure_delete={setting}")
        base.execute("CREATE TABLE words (said TEXT)")
        base.execute("INSERT INTO words VALUES ('Qzebedee keeps a gun')")
        base.commit()
        base.execute("DELETE FROM words")
        base.commit()
        base.close()
        found[setting] = b"Qzebedee" in path.read_bytes()
    assert found == {"OFF": True, "ON": False}


def test_this_connection_overwrites_what_it_deletes(db):
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete")
            assert cursor.fetchone()[0] == 1


def test_the_history_of_sealed_things_cannot_be_changed_or_removed(record):
    for change in (lambda: Step.objects.update(why="other"), lambda: Step.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_supervisor_it_is_about_never_learns_that_it_exists(cast, kim):
    made = actions.take(replace(TOLD, kept_from=(cast.jo.pk,)), uuid4(), by=cast.sam, at=cast.at)
    assert (queries.waiting(cast.jo), queries.threats(cast.jo)) == ([], [])
    assert (queries.waiting(kim), queries.threats(kim)) == ([made], [made])
    with pytest.raises(queries.NoSuchRecord):
        queries.record(cast.jo, made.pk)
    actions.name_keeper(cast.jo, WHY, by=kim, at=cast.at)
    for act in (
        lambda: actions.open_pack(made, by=cast.jo, at=cast.at), lambda: actions.open_source(made, WHY, by=cast.jo, at=cast.at),
        lambda: actions.confirm(made, "X", by=cast.jo, at=cast.at),
    ):  # fmt: skip
        with pytest.raises(queries.NoSuchRecord):
            act()
    other = actions.name_keeper(make_people.handler("Lee Third", "supervisor"), WHY, by=kim, at=cast.at)
    actions.open_pack(made, by=kim, at=cast.at)
    actions.open_source(made, WHY, by=other.handler, at=cast.at)
    actions.confirm(made, "INT/3", by=kim, at=cast.at)
    assert queries.gone(cast.jo) == [] and queries.gone(kim) == [made]
