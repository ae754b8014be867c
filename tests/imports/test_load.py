"""The import door: what can be loaded is, what cannot is listed whole, and nothing is loaded twice."""

import io
from datetime import UTC, date, datetime

import pytest

from putright.cases import search, stages
from putright.cases.log import broken_at
from putright.cases.models import Allegation, Case, Event, Grant
from putright.cases.queries import open_to
from putright.cases.refusals import Refused
from putright.codes import actions as lists
from putright.codes.actions import Asked
from putright.codes.queries import code_list
from putright.codes.rules import Rows
from putright.codes.seeds import seeds
from putright.contacts.models import Contact
from putright.imports import actions, queries, refusals
from putright.imports.mapping import complaint, layout, said
from putright.imports.models import Import, ImportProblem
from putright.imports.reading import by_complaint, rows
from putright.people.gates import NotAllowed

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
HEADER = "complaint_no,date_received,channel,date_closed,unit,administrative_closure,allegation,finding"
GOOD = "16-1,2016-01-04,Walk In,2016-01-21,11TH,,Procedure,Sustained"
PLANTED = [
    GOOD,
    "16-2,2016-02-01,Telephone(or TDD),1900-01-01,2ND,,Demeanor,Exonerated",  # another century
    "16-3,not a day,Online,2016-03-01,3RD,,Force,Void",  # cannot be loaded
    "16-1,2016-01-04,Walk In,2016-01-21,12TH,,procedure,Not Sustained",  # not beside its fellow
    "16-4,2016-04-01,Carrier Pigeon,2016-04-09,3RD,,Telepathy,Void",  # two things we do not know
    "16-5,2016-05-01,Email,,4TH,,Service,",  # still open
    "16-6,2031-05-01,Email,,4TH,,Service,",  # received on a day still to come
    ",2016-05-01,Email,,4TH,,Service,",  # no number
    "16-7,2016-05-01,Email",  # too few cells
    "16-8,2016-06-01,Letter,2040-01-01,4TH,,Arrest,Void",  # closed on a day still to come
    "16-9,2016-06-01,Letter,30 June,4TH,,Search,Void",
    "16-9,2016-06-03,Email,,4TH,,Search,Void",  # disagrees with the row above
]
pytestmark = pytest.mark.django_db


def file(*lines, header=HEADER):
    return io.BytesIO("\n".join([header, *lines, ""]).encode())


def load(*lines, by=None):
    return actions.load(file(*lines), layout("detroit"), "history.csv", by=by, at=AT)


def reasons(made):
    found = ImportProblem.objects.filter(load=made).order_by("row_number", "pk")
    return [(problem.row_number, problem.reason, problem.loaded_anyway) for problem in found]


def test_every_bad_row_is_listed_with_its_reason_and_none_stops_the_rest(cast):
    made = load(*PLANTED)
    assert (made.rows, made.loaded, made.already) == (12, 6, 0)
    assert reasons(made) == [
        (3, "closed_early:1900-01-01", True),
        (4, "received:not a day", False),
        (6, "channel:Carrier Pigeon", True),
        (6, "allegation:Telepathy", True),
        (8, "received:2031-05-01", False),
        (9, "no_number:", False),
        (10, "unreadable:", False),
        (11, "closed_later:2040-01-01", True),
        (12, "closed:30 June", True),
        (13, "received_differs:", True),
        (13, "channel_differs:", True),
    ]
    assert set(Contact.objects.values_list("source_id", flat=True)) == {"16-1", "16-2", "16-4", "16-5", "16-8", "16-9"}


def test_a_row_that_is_listed_is_kept_whole(cast):
    made = load(*PLANTED)
    kept = {problem.row_number: problem.row for problem in ImportProblem.objects.filter(load=made)}
    assert kept[4] == dict(zip(HEADER.split(","), PLANTED[2].split(","), strict=True))
    assert kept[10] == {"": PLANTED[8] + "\n"}


def test_the_rows_of_one_complaint_make_one_case_wherever_they_lie(cast):
    load(*PLANTED)
    contact = Contact.objects.get(source_id="16-1")
    case = contact.case
    assert (contact.channel, contact.kind, case.imported, case.stage) == ("counter", "complaint", True, stages.CLOSED)
    assert (case.received_at.date(), case.finished_at.date()) == (date(2016, 1, 4), date(2016, 1, 21))
    assert list(Allegation.objects.filter(case=case).values_list("words", "category")) == [("Procedure", "B")]
    assert [event.verb for event in Event.objects.filter(case=case).order_by("seq")] == [
        "received",
        "alleged",
        "closed",
    ]
    assert "11TH, 12TH" in contact.words
    assert list(search.find(Case.objects.all(), "16-1 11th")) == [case]


def test_every_imported_log_is_whole_and_its_version_is_its_length(cast):
    load(*PLANTED)
    for case in Case.objects.filter(imported=True):
        assert broken_at(case) is None
        assert Event.objects.filter(case=case).count() == case.version


def test_a_closing_day_that_cannot_be_right_is_left_out_and_the_case_is_still_closed(cast):
    load(*PLANTED)
    case = Contact.objects.get(source_id="16-2").case
    assert (case.stage, case.finished_at) == (stages.CLOSED, None)
    assert Event.objects.get(case=case, verb="closed").facts == {"day_known": False}


def test_what_was_still_open_does_not_flood_the_handlers_and_supervisors_reach_it(cast):
    load(*PLANTED)
    case = Contact.objects.get(source_id="16-5").case
    assert (case.stage, case.team.slug) == (stages.RECEIVED, "history")
    assert case not in open_to(cast.sam, at=AT)
    assert case in open_to(cast.jo, at=AT)
    assert Grant.objects.count() == 1


def test_loading_the_same_file_again_loads_nothing(cast):
    load(*PLANTED)
    again = load(*PLANTED)
    assert (again.rows, again.loaded, again.already) == (12, 0, 6)
    assert Case.objects.count() == 6
    assert {listed for _row, _reason, listed in reasons(again)} == {False}  # only what is still not here


def test_looking_first_counts_the_same_and_changes_nothing(cast):
    count = queries.look(file(*PLANTED), layout("detroit"), at=AT)
    assert (count.rows, count.loaded, count.not_loaded, count.already) == (12, 6, 4, 0)
    assert not Case.objects.exists() and not Import.objects.exists()
    made = load(*PLANTED)
    assert [(w.row.number, w.reason) for w in sorted(count.first, key=lambda w: w.row.number)] == [
        (row, reason) for row, reason, _anyway in reasons(made)
    ]


def test_only_a_supervisor_may(cast):
    for somebody in (cast.sam, cast.pat, cast.robin, cast.toni):
        with pytest.raises(NotAllowed):
            load(GOOD, by=somebody)
    assert load(GOOD, by=cast.jo).by == cast.jo


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", refusals.Nothing),
        (b"  \n \n", refusals.Nothing),
        (b"PK\x03\x04 a spreadsheet", refusals.NotText),
        (b"%PDF-1.7", refusals.NotText),
        ("complaint_no".encode("utf-16"), refusals.NotText),
        (f"{HEADER}\n{GOOD}\n".encode() + b"16-2,2016-01-04,Walk In,,caf\xe9,,Force,\n", refusals.NotUtf8),
        (b"name,address\nA,B\n", refusals.OtherLayout),
        (b'"never ended', refusals.OtherLayout),
    ],
)
def test_a_broken_file_is_refused_with_a_sentence_and_nothing_is_written(cast, content, refusal):
    with pytest.raises(refusal) as refused:
        actions.load(io.BytesIO(content), layout("detroit"), "x.csv", by=None, at=AT)
    assert str(refused.value).endswith(".")
    assert not Import.objects.exists() and not Case.objects.exists()


def test_rude_cells_are_kept_and_load(cast):
    made = load('16-1,2016-01-04,Walk In,2016-01-21,"שלום \x00 🙂\nsecond line",,Procedure,"a ""quoted"" word"')
    assert made.loaded == 1
    assert "שלום" in Contact.objects.get().words
    assert load("16-2,2016-01-04,Walk\x00,,4TH,,Force,").loaded == 1


def test_a_quotation_mark_never_closed_is_listed_with_all_it_swallowed(cast):
    made = load(GOOD, '16-2,2016-01-04,Walk In,,"4TH,,Force,', "16-3,2016-01-04,Walk In,,4TH,,Force,")
    assert made.loaded == 1
    assert [(row, reason) for row, reason, _ in reasons(made)] == [(3, "unreadable:")]
    assert "16-3" in ImportProblem.objects.get().row[""]


def test_a_batch_that_met_another_load_is_tried_again(cast, monkeypatch):
    """The other load commits between our look and our write: here, by blinding the first look."""
    load(GOOD)
    look, blind = actions.known_of, [set()]
    monkeypatch.setattr(actions, "known_of", lambda *known: blind.pop() if blind else look(*known))
    assert (load(GOOD).already, Case.objects.count()) == (1, 1)


def test_more_than_one_batch_is_loaded_and_told_of(cast, monkeypatch):
    monkeypatch.setattr(queries, "BATCH", 2)
    seen = []
    lines = [f"16-{n},2016-01-04,Walk In,2016-01-21,11TH,,Procedure,Sustained" for n in range(5)]
    actions.load(file(*lines), layout("detroit"), "x", by=None, at=AT, told=lambda count: seen.append(count.loaded))
    assert seen == [2, 4, 5]


def test_the_real_history_is_grouped_whole():
    from demo.history import FILE

    with FILE.open("rb") as opened:
        groups = list(by_complaint(rows(opened, layout("detroit").named()), "complaint_no"))
    listed = Rows(seeds("categories", None))
    read = [complaint(group, layout("detroit"), today=AT.date(), categories=listed) for group in groups]
    assert (len(read), sum(len(one.rows) for one in read)) == (2200, 9976)
    assert all(one.received for one in read)
    early = [wrong for one in read for wrong in one.wrong if wrong.code == "closed_early"]
    assert (len(early), len({id(wrong.row) for wrong in early})) == (159, 159)
    assert sum(any(w.code == "closed_early" for w in one.wrong) for one in read) == 37


def test_every_reason_has_a_sentence():
    assert (
        said("closed_early:1900-01-01") == "It was closed before it was received: “1900-01-01”. The date was left out."
    )


def test_an_unknown_layout_is_refused_by_name():
    with pytest.raises(Refused, match="detroit"):
        layout("chicago")


def test_a_category_is_the_one_of_the_list_on_the_day_the_complaint_was_received(cast):
    """Renamed, ended and older than the list: what is brought in is coded as it would have been here that day."""
    asked = Asked("categories")
    for part in [row.code for row in code_list("categories").rows if row.parent == "B"]:
        lists.end(asked, part, date(2024, 12, 31), by=cast.jo, at=cast.at)
    lists.rename(asked, "B", ("Powers", "Pwerau"), date(2023, 1, 1), by=cast.jo, at=cast.at)
    lists.end(asked, "B", date(2024, 12, 31), by=cast.jo, at=cast.at)
    days = {"16-1": "2016-01-04", "22-1": "2022-05-04", "23-1": "2023-05-04", "25-1": "2025-05-04"}
    made = load(*(f"{number},{day},Walk In,{day},11TH,,Procedure,Sustained" for number, day in days.items()))
    held = {c.source_id: Allegation.objects.filter(case=c.case) for c in Contact.objects.all()}
    codes = {number: [one.category for one in alleged] for number, alleged in held.items()}
    assert codes == {"16-1": ["B"], "22-1": ["B"], "23-1": ["B"], "25-1": []}
    assert [problem.reason for problem in ImportProblem.objects.filter(load=made)] == ["category:Procedure"]
    assert said("category:Procedure").startswith("The day it was received, our list had no category")
