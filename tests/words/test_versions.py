"""Words change by a version that a second person signs off; nothing is taken away; what a letter used is kept with it."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from putright.letters import making
from putright.people.gates import NotAllowed
from putright.words import actions, paragraphs, queries, refusals, rules
from putright.words.actions import Wanted
from putright.words.models import Checked, SignOff, Version
from putright.words.subjects import shipped
from tests.make import cases as make_cases

UPDATE = "letter:update"
OLD = "We promised to keep you up to date. This is how things stand today."
NEW = "You asked us to keep you up to date. This is how things stand."
GIVEN = {"progress": "We asked.", "next_step": "We ask again."}


@pytest.fixture
def subject():
    return shipped()[UPDATE]


def english(subject, new=NEW):
    return {**subject.shipped, "en": subject.shipped["en"].replace(OLD, new)}


def proposed(subject, cast, *, texts=None, days=0, by=None, **seen):
    day = queries.today(cast.at) + timedelta(days=days)
    wanted = Wanted(texts or english(subject), day, "Plainer", seen.get("seen", 0), seen.get("undoes"))
    return actions.propose(subject, wanted, by=by or cast.sam, at=cast.at)


def now(subject, on, language="en"):
    return queries.current(subject.key, language, on, shipped=subject.shipped[language], english=subject.shipped["en"])


def test_a_version_counts_only_when_another_person_has_signed_it_off(subject, cast, db):
    on = queries.today(cast.at)
    proposed(subject, cast)
    assert now(subject, on).version == 0 and OLD in now(subject, on).text
    actions.sign_off(subject, 1, by=cast.jo, at=cast.at)
    assert now(subject, on).version == 1 and NEW in now(subject, on).text
    assert now(subject, on).digest == rules.digest(english(subject)["en"])
    assert OLD in now(subject, on - timedelta(days=1)).text


def test_nobody_signs_off_their_own_words_and_a_handler_signs_none(subject, cast, db):
    proposed(subject, cast, by=cast.jo)
    with pytest.raises(refusals.SamePerson):
        actions.sign_off(subject, 1, by=cast.jo, at=cast.at)
    with pytest.raises(NotAllowed):
        actions.sign_off(subject, 1, by=cast.sam, at=cast.at)
    assert not SignOff.objects.exists()


def test_who_reads_figures_writes_no_words(subject, cast, db):
    with pytest.raises(NotAllowed):
        proposed(subject, cast, by=cast.robin)


def test_a_version_begins_on_its_day_and_never_before_it_was_signed(subject, cast, db):
    on = queries.today(cast.at)
    proposed(subject, cast, days=5)
    actions.sign_off(subject, 1, by=cast.jo, at=cast.at)
    assert now(subject, on + timedelta(days=4)).version == 0 and now(subject, on + timedelta(days=5)).version == 1
    proposed(subject, cast, texts=english(subject, "Once more."), seen=1)
    actions.sign_off(subject, 2, by=cast.jo, at=cast.at + timedelta(days=9))
    assert now(subject, on + timedelta(days=8)).version == 1 and now(subject, on + timedelta(days=9)).version == 2


def test_undoing_is_a_new_version_with_the_old_words(subject, cast, db):
    proposed(subject, cast)
    actions.sign_off(subject, 1, by=cast.jo, at=cast.at)
    row = proposed(subject, cast, texts=subject.shipped, seen=1, undoes=0)
    actions.sign_off(subject, 2, by=cast.jo, at=cast.at)
    assert (row.number, row.undoes) == (2, 0)
    assert now(subject, queries.today(cast.at)).text == subject.shipped["en"]
    assert Version.objects.count() == 2


def test_somebody_elses_version_meanwhile_is_never_written_over(subject, cast, db):
    proposed(subject, cast)
    with pytest.raises(refusals.ChangedMeanwhile):
        proposed(subject, cast, texts=english(subject, "Mine."))
    proposed(subject, cast, texts=english(subject, "Mine."), seen=1)
    with pytest.raises(refusals.NotWaiting):
        actions.sign_off(subject, 1, by=cast.jo, at=cast.at)


@pytest.mark.parametrize(
    ("days", "same", "says"), [(-1, False, "Choose today or a later day"), (0, True, "Nothing would change")]
)
def test_a_past_day_and_no_change_are_refused(subject, cast, db, days, same, says):
    with pytest.raises(refusals.NotRight, match=says):
        proposed(subject, cast, days=days, texts=subject.shipped if same else None)


def test_the_database_refuses_to_change_or_remove_any_of_it(subject, cast, db):
    proposed(subject, cast)
    actions.sign_off(subject, 1, by=cast.jo, at=cast.at)
    cast.sam.speaks_welsh = True
    texts = queries.standing(UPDATE, queries.today(cast.at)).texts
    actions.check_welsh(subject, (rules.digest(texts["en"]), rules.digest(texts["cy"])), by=cast.sam, at=cast.at)
    for model in (Version, SignOff, Checked):
        for change in (lambda rows: rows.update(at=cast.at + timedelta(1)), lambda rows: rows._raw_delete("default")):
            with pytest.raises(DatabaseError), transaction.atomic():
                change(model.objects.all())


def test_welsh_is_checked_against_the_english_it_was_read_with(subject, cast, db):
    on, sam = queries.today(cast.at), cast.sam
    digests = (rules.digest(subject.shipped["en"]), rules.digest(subject.shipped["cy"]))
    sam.speaks_welsh = False
    with pytest.raises(refusals.NotWelsh):
        actions.check_welsh(subject, digests, by=sam, at=cast.at)
    sam.speaks_welsh = True
    assert not now(subject, on, "cy").checked
    for _twice in range(2):
        actions.check_welsh(subject, digests, by=sam, at=cast.at)
    assert now(subject, on, "cy").checked and Checked.objects.count() == 1
    proposed(subject, cast)
    actions.sign_off(subject, 1, by=cast.jo, at=cast.at)
    assert not now(subject, on, "cy").checked
    with pytest.raises(refusals.NotWaiting):
        actions.check_welsh(subject, digests, by=sam, at=cast.at)


def test_a_letter_is_made_of_the_words_of_its_day_and_keeps_which(subject, cast, db):
    cast.ffion.language = "en"
    cast.ffion.save()
    case = make_cases.case(cast.ffion)
    before = making.preview(case, "update", GIVEN, by=cast.sam, at=cast.at)
    assert OLD in before.body and before.values["version"] == 0
    assert before.values["digests"] == {"en": rules.digest(subject.shipped["en"])}
    proposed(subject, cast)
    actions.sign_off(subject, 1, by=cast.jo, at=cast.at)
    after = making.preview(case, "update", GIVEN, by=cast.sam, at=cast.at)
    assert NEW in after.body and after.values["version"] == 1
    assert after.values["digests"] == {"en": rules.digest(english(subject)["en"])}


def test_a_letter_signs_and_is_answered_as_the_office_says(cast, db):
    for name, text in (("signature", "Regards\n{{ team }}"), ("phone", "01632 960 999"), ("strapline", "Here to listen")):
        subject = shipped()[f"office:{name}"]
        proposed(subject, cast, texts={"en": text, "cy": text})
        actions.sign_off(subject, 1, by=cast.jo, at=cast.at)
    letter = making.preview(make_cases.case(cast.ffion), "update", GIVEN, by=cast.sam, at=cast.at)
    assert "Regards" in letter.body and cast.sam.name not in letter.body and "01632 960 999" in letter.body


def test_a_thousand_letters_in_one_round_ask_for_the_words_once(subject, cast, db):
    proposed(subject, cast)
    actions.sign_off(subject, 1, by=cast.jo, at=cast.at)
    on = queries.today(cast.at)
    with queries.held(), CaptureQueriesContext(connection, ) as asked:  # fmt: skip
        for _letter in range(1000):
            assert queries.book(on).number(UPDATE) == 1
            now(subject, on, "en")
    assert len(asked) == 1
    with CaptureQueriesContext(connection) as asked:
        now(subject, on, "en")
    assert len(asked) == 1


def test_words_signed_off_within_a_request_are_seen_in_it(subject, cast, db):
    on = queries.today(cast.at)
    with queries.held():
        assert now(subject, on).version == 0
        proposed(subject, cast)
        actions.sign_off(subject, 1, by=cast.jo, at=cast.at)
        assert now(subject, on).version == 1


def test_the_lists_are_the_offices_own_from_their_day(cast, db):
    subject, on = shipped()["list:jargon"], queries.today(cast.at)
    assert not queries.hints("A nice blotter.", "en", on)
    proposed(subject, cast, texts={**subject.shipped, "en": subject.shipped["en"] + "blotter = log\n"})
    actions.sign_off(subject, 1, by=cast.jo, at=cast.at)
    assert [hint.instead for hint in queries.hints("A nice blotter.", "en", on)] == ["log"]


def test_an_office_adds_a_paragraph_and_finds_it(cast, db):
    on = queries.today(cast.at)
    texts = {"en": paragraphs.written("Noise", "The noise was ours.", ["result"], ["A"]),
             "cy": paragraphs.written("Sŵn", "Ein sŵn ni oedd.", ["result"], ["A"])}  # fmt: skip
    subject = paragraphs.written_here("paragraph:noise", texts)
    proposed(subject, cast, texts=texts)
    assert "noise" not in [one.name for one in paragraphs.library("en", on)]
    actions.sign_off(subject, 1, by=cast.jo, at=cast.at)
    found = {one.name: one for one in paragraphs.library("cy", on)}["noise"]
    assert found.title == "Sŵn" and found.fits("sŵn", "result", "A3")
    assert not found.fits("", "begin", "") and not found.fits("", "", "B1") and not found.fits("traffic", "", "")
    assert queries.standing("paragraph:noise", on).number == 1


def test_every_standing_takes_three_queries_however_many_changed(cast, db):
    for key in (UPDATE, "letter:outcome", "paragraph:meeting"):
        subject = shipped()[key]
        texts = {**subject.shipped, "cy": subject.shipped["cy"].replace("\n\n", "\n\n", 1)}
        texts = {language: text + "\n" for language, text in texts.items()}
        proposed(subject, cast, texts=texts)
    with CaptureQueriesContext(connection) as asked:
        rows = queries.standings(queries.today(cast.at))
    assert len(asked) == 3 and sum(row.waiting is not None for row in rows) == 3 and len(rows) == len(shipped())
