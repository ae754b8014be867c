"""From draft to published to withdrawn: what each step refuses, and what the database keeps."""

from datetime import timedelta

import pypdfium2
import pytest
from django.db import DatabaseError, transaction
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from putright.decisions import actions, paper, queries
from putright.decisions.models import Approval, Published, Record, Version
from putright.decisions.refusals import (
    BothLanguages,
    ConfirmFirst,
    DoneAlready,
    MarkNotRead,
    NotApproved,
    NothingWritten,
    NotPublished,
    NotSigned,
    NotTheNewest,
    SayWhyLate,
    StillThere,
)
from putright.people.gates import NotAllowed

from . import records

pytestmark = pytest.mark.django_db
LATE = timedelta(days=20)


def test_saved_is_neither_approved_nor_published_and_a_change_is_a_new_version(cast):
    first = records.record(cast.sam, cast.at)
    second = actions.write(records.written(), first.record, by=cast.sam, at=cast.at)
    assert (first.version, second.version, Record.objects.count(), Published.objects.count()) == (1, 2, 1, 0)
    assert records.record(cast.sam, cast.at).record.number == first.record.number + 1


@pytest.mark.parametrize(("texts", "refusal"), [
    ({"en": {"title": " "}}, NothingWritten), (records.changed("en", "summary", "[[personal: a"), MarkNotRead),
])  # fmt: skip
def test_a_record_needs_a_title_and_marks_that_can_be_read(cast, texts, refusal):
    with pytest.raises(refusal):
        records.record(cast.sam, cast.at, texts)
    assert not Version.objects.exists() and not Record.objects.exists()


def test_who_may_what(cast):
    with pytest.raises(NotAllowed):
        records.record(cast.robin, cast.at)
    made = records.record(cast.sam, cast.at)
    with pytest.raises(NotAllowed):
        actions.approve(made, actions.Signed("G", records.DAY, "G"), by=cast.sam, at=cast.at)
    with pytest.raises(NotAllowed):
        actions.publish(made, by=cast.sam, at=cast.at)


def test_approval_needs_the_seven_principles_and_a_signature_and_is_given_once(cast):
    unconfirmed = records.record(cast.jo, cast.at, nolan=False)
    with pytest.raises(ConfirmFirst):
        actions.approve(unconfirmed, actions.Signed("G", records.DAY, "G"), by=cast.jo, at=cast.at)
    made = records.record(cast.jo, cast.at)
    with pytest.raises(NotSigned):
        actions.approve(made, actions.Signed("Gwen Prys", records.DAY, " "), by=cast.jo, at=cast.at)
    with pytest.raises(NotApproved):
        actions.publish(made, by=cast.jo, at=cast.at)
    made = records.approved(cast.jo, cast.at)
    with pytest.raises(DoneAlready):
        actions.approve(made, actions.Signed("G", records.DAY, "G"), by=cast.jo, at=cast.at)


def test_both_languages_or_not_at_all(cast):
    for texts in ({"en": records.WORDS["en"]}, records.changed("cy", "interests", "")):
        made = records.approved(cast.jo, cast.at, texts)
        with pytest.raises(BothLanguages):
            actions.publish(made, by=cast.jo, at=cast.at)


def test_words_taken_out_in_one_place_may_not_stand_in_another_nor_in_the_signature(cast):
    made = records.approved(cast.jo, cast.at, records.changed("cy", "purpose", "Gofyn i inspector  QUILLFEATHER."))
    with pytest.raises(StillThere) as refusal:
        actions.publish(made, by=cast.jo, at=cast.at)
    assert "quillfeather" not in str(refusal.value).lower()
    made = records.record(cast.jo, cast.at)
    actions.approve(made, actions.Signed("Inspector Quillfeather", records.DAY, "IQ"), by=cast.jo, at=cast.at)
    with pytest.raises(StillThere):
        actions.publish(made, by=cast.jo, at=cast.at)


def test_after_five_working_days_it_says_why_in_both_languages(cast):
    made = records.approved(cast.jo, cast.at)
    for why in ({}, {"en": "The translator was ill."}):
        with pytest.raises(SayWhyLate):
            actions.publish(made, why, by=cast.jo, at=cast.at + LATE)
    done = actions.publish(made, {"en": "Ill.", "cy": "Yn sâl."}, by=cast.jo, at=cast.at + LATE)
    assert done.late_why == {"en": "Ill.", "cy": "Yn sâl."}
    assert records.published(cast.jo, cast.at).late_why == {}


def test_an_approval_is_of_the_newest_version_only(cast):
    made = records.approved(cast.jo, cast.at)
    actions.write(records.written(), made.record, by=cast.sam, at=cast.at)
    with pytest.raises(NotTheNewest):
        actions.publish(made, by=cast.jo, at=cast.at)


def test_withdrawn_only_by_a_new_version_that_says_so(cast):
    why = {"en": "A new decision took its place.", "cy": "Daeth penderfyniad newydd yn ei le."}
    with pytest.raises(NotPublished):
        actions.withdraw(records.record(cast.jo, cast.at), why, by=cast.jo, at=cast.at)
    done = records.published(cast.jo, cast.at)
    with pytest.raises(BothLanguages):
        actions.withdraw(done.version, {"en": "Because."}, by=cast.jo, at=cast.at)
    gone = actions.withdraw(done.version, why, by=cast.jo, at=cast.at)
    assert gone.version == 2 and gone.withdrawn and not queries.read(done.record.number).withdrawn  # until it is published
    actions.approve(gone, actions.Signed("Gwen Prys", records.DAY, "G. Prys"), by=cast.jo, at=cast.at)
    actions.publish(gone, by=cast.jo, at=cast.at)
    shown = queries.read(done.record.number)
    assert shown.withdrawn and shown.texts["cy"]["withdrawn"] == why["cy"] and len(queries.published()) == 1


@pytest.mark.parametrize("model", [Version, Approval, Published])
def test_the_database_refuses_to_change_or_lose_a_line(cast, model):
    records.published(cast.jo, cast.at)
    for act in (lambda: model.objects.update(at=cast.at + LATE), lambda: model.objects.all()._raw_delete("default")):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join([*(page.get_textpage().get_text_bounded() for page in document), *document.get_metadata_dict().values()])


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.sampled_from("QZXKJV"), min_size=6, max_size=12), min_size=1, max_size=4))
def test_what_is_taken_out_is_in_no_stored_text_and_in_no_pdf(cast, hidden):
    summary = "It is led by " + " and ".join(f"[[personal: {word}]]" for word in hidden) + "."
    done = records.published(cast.jo, cast.at, records.changed("en", "summary", summary))
    with translation.override("en"):
        pdf = paper.made(done, "en", "Office")
    shown = text_of(pdf)
    assert "[removed: personal information]" in " ".join(shown.split()) and "The team" not in shown
    for word in hidden:
        assert word not in shown and word.encode() not in pdf and word not in str(vars(done))
