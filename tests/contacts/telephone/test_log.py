"""An exchange's log by the same door: streamed, bad rows listed, again without a double, and its clock understood."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from demo import exchange as made_up
from gateways import clock
from putright.contacts.channels.telephone import actions, log, queries
from putright.contacts.channels.telephone.models import Call, CallEvent, Exchange, LogLoad, Unread
from putright.contacts.channels.telephone.reading import Wrong, read_event
from putright.contacts.channels.telephone.refusals import ColumnsMissing, EmptyLog, NotALog, NotUtf8
from tests.make import telephone as make
from tests.make.people import AT

pytestmark = pytest.mark.django_db
HEAD = "Call ID,Start,Queue start,Answer time,End,CLI,Option,Agent\n"
ROW = "A1,27/03/2026 09:00:00,27/03/2026 09:00:12,27/03/2026 09:00:42,27/03/2026 09:05:42,07700 900123,3,2041\n"


def sheet(text):
    return io.BytesIO(text.encode() if isinstance(text, str) else text)


def loaded(exchange, text, **layout):
    return actions.load_log(sheet(text), exchange, log.Written(**layout), "calls.csv", by=None, at=AT)


def whole(rows):
    paper = io.StringIO()
    writer = csv.DictWriter(paper, made_up.COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    return paper.getvalue()


def test_a_row_for_each_call(exchange):
    made = loaded(exchange, HEAD + ROW)
    call = Call.objects.get()
    assert (made.rows, made.kept, made.known, made.wrong) == (1, 4, 0, 0) and made.finished_at
    assert (call.wait, call.talk, call.option, call.extension, call.number_key) == (30, 300, "3", "2041", "447700900123")


def test_a_row_for_each_event_is_the_same_call(exchange):
    rows = "".join(f"A1,{what},2026-03-27T09:{at},{more}\n" for what, at, more in [
        ("offered", "00:00", "07700 900123,,"), ("Queued", "00:12", ",3,"), ("answered", "00:42", ",,2041"),
        ("ended", "05:42", ",,")])  # fmt: skip
    loaded(exchange, "Call,Event,Time,CLI,Option,Extension\n" + rows)
    by_event = Call.objects.values(*(name for name in actions.FACTS)).get()
    other, _secret = make.exchange("another")
    loaded(other, HEAD + ROW)
    assert Call.objects.values(*(name for name in actions.FACTS)).get(exchange=other) == by_event


def test_the_same_file_again_keeps_nothing_new_and_lists_its_bad_rows_under_the_newest(exchange):
    text = HEAD + ROW + "A2,yesterday,,,,,,\n" + "A3,27/03/2026 10:00\n"
    first, second = loaded(exchange, text), loaded(exchange, text)
    assert (first.kept, first.known, first.wrong) == (4, 0, 2)
    assert (second.kept, second.known, second.wrong) == (0, 4, 2)
    assert Unread.objects.count() == 2 and [one.row for one in queries.rows_wrong(second, 0)] == [3, 4]
    assert CallEvent.objects.count() == 4


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("A2,,,,,,,", "no_start"),
        (",27/03/2026 09:00,,,,,,", "no_call"),
        ("A2,the other day,,,,,,", "no_time"),
        ("A2,29/03/2026 01:30:00,,,,,,", "no_such_time"),
        ("A2,27/03/2027 09:00,,,,,,", "future"),
        ("A2,27/03/1997 09:00,,,,,,", "long_ago"),
        ("A2,27/03/2026 09:00", "unreadable"),
        ("A2,27/03/2026 09:00,,,,,,,,,", "unreadable"),
        (f"{'A' * 90},27/03/2026 09:00,,,,,,", "too_long"),
        ("A2,27/03/2026 09:00,,,,\x00" + "9" * 60 + ",,", "too_long"),
    ],
)
def test_a_bad_row_is_listed_with_its_number_and_stops_nothing(exchange, row, reason):
    with clock.fixed(AT):
        made = actions.load_log(sheet(HEAD + row + "\n" + ROW), exchange, log.Written(), "x", by=None,
                                at=datetime(2026, 3, 30, tzinfo=UTC))  # fmt: skip
    assert (made.wrong, made.kept) == (1, 4)
    assert (Unread.objects.get().row, Unread.objects.get().reason) == (2, reason)
    assert Unread.objects.get().words


def test_a_cell_longer_than_the_reader_takes_is_one_bad_row(exchange):
    made = loaded(exchange, HEAD + "A2," + "9" * 140_000 + ",,,,,,\n" + ROW)
    assert (made.wrong, made.kept) == (1, 4) and len(Unread.objects.get().words) > 140_000


@pytest.mark.parametrize(
    ("text", "refusal"),
    [(b"", EmptyLog), (b"\n\n \n", EmptyLog), (b"PK\x03\x04 and so on", NotALog), (b"\xff\xfeC\x00a\x00", NotALog),
     ("Call ID,Start\n\xe9".encode("latin-1"), NotUtf8), ("Reference,When\n1,2\n", ColumnsMissing),
     ("Call,Event\n1,offered\n", ColumnsMissing), ("\x00\x01\x02", ColumnsMissing)],
)  # fmt: skip
def test_a_file_that_is_no_log_is_refused_in_a_sentence_and_nothing_is_kept(exchange, text, refusal):
    with pytest.raises(refusal) as told:
        loaded(exchange, text)
    assert str(told.value).endswith(".") and not LogLoad.objects.exists()


def test_the_office_may_say_what_its_columns_are_called(exchange):
    text = "Ref,Came in,Picked up,Done\nA1,2026-03-27 09:00,2026-03-27 09:01,2026-03-27 09:03\n"
    loaded(exchange, text, names={"call": "ref", "offered": "Came in", "answered": "picked up", "ended": "Done"})
    assert (Call.objects.get().wait, Call.objects.get().talk) == (60, 120)


@pytest.mark.parametrize(
    ("text", "clock_of", "expected"),
    [
        ("2026-10-25 00:59:59", "london", datetime(2026, 10, 24, 23, 59, 59, tzinfo=UTC)),
        ("2026-10-25 01:30", "london", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # the first of the two
        ("2026-10-25 01:30", "utc", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        ("2026-10-25T01:30:00+00:00", "london", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        ("01/07/2026 12:00", "london", datetime(2026, 7, 1, 11, 0, tzinfo=UTC)),
    ],
)
def test_which_moment_a_log_means(text, clock_of, expected):
    assert log.moment(text, clock_of) == expected


def test_a_call_that_runs_into_the_second_one_o_clock_is_not_taken_for_an_earlier_one():
    row = dict.fromkeys(log.COLUMNS, "") | {"call": "A1", "offered": "2026-10-25 01:58", "answered": "2026-10-25 01:02"}
    offered, answered = log._one_call(row, "london", datetime(2026, 11, 1, tzinfo=UTC))
    assert answered.at - offered.at == log.datetime(2026, 1, 1, 0, 4) - log.datetime(2026, 1, 1)


@pytest.mark.parametrize("seed", [1, 2])
def test_messages_in_disorder_and_the_exchanges_own_log_tell_the_same_calls(exchange, seed):
    """300 made-up calls over a fortnight, doubled, late and in disorder, against the CSV of the same calls."""
    first, later = date(2026, 10, 5), datetime(2026, 10, 20, tzinfo=UTC)
    told = [read_event(one.sent(), at=later) for one in made_up.events(seed, first, 14, 300, ["2041", "2042"])]
    count = actions.hear(exchange, told, by=None, at=later)
    assert count.kept < len(told)  # some were said twice
    other, _secret = make.exchange("log")
    made = actions.load_log(sheet(whole(made_up.rows(seed, first, 14, 300, ["2041", "2042"]))), other, log.Written(), "x",
                            by=None, at=later)  # fmt: skip
    assert (made.rows, made.wrong) == (300, 0)
    names = ("key", *(name for name in actions.FACTS if name not in {"last_at"}))
    assert list(Call.objects.filter(exchange=exchange).order_by("key").values(*names)) == list(
        Call.objects.filter(exchange=other).order_by("key").values(*names)
    )


def test_loading_what_the_messages_told_already_changes_no_figure(exchange):
    first, later = date(2026, 3, 2), AT
    told = [read_event(one.sent(), at=later) for one in made_up.events(7, first, 5, 100, ["2041"])]
    actions.hear(exchange, told, by=None, at=later)
    facts = ("key", "outcome", "wait", "talk", "option", "half_hour")
    before = list(Call.objects.order_by("key").values(*facts))
    loaded(exchange, whole(made_up.rows(7, first, 5, 100, ["2041"])))
    assert list(Call.objects.order_by("key").values(*facts)) == before


def test_a_made_up_exchange_has_the_shape_of_a_real_one():
    def made(seed):
        return list(made_up.events(seed, date(2026, 10, 19), 7, 1000, ["1"]))

    told = made(3)
    calls = {one.call: one for one in told if one.event == "offered"}
    hours = [one.at.astimezone(made_up.LONDON).hour for one in calls.values()]
    assert len(calls) == 1000 and hours.count(10) > 4 * hours.count(3)
    assert told == made(3) != made(4)
    assert len(told) > len(set(told)) and [one.at for one in told] != sorted(one.at for one in told)
    kinds = {one.event for one in told}
    assert kinds == {"offered", "menu", "queued", "answered", "abandoned", "ended", "transferred"}
    withheld = sum(("withheld", True) in one.more for one in calls.values())
    assert 80 < withheld < 220


def test_the_screen_checks_then_loads_then_lists(signed_in, cast, exchange):
    browser = signed_in(cast.jo)

    def sent(do, text=HEAD + ROW + "A2,soon,,,,,,\n", **more):
        file = SimpleUploadedFile("march.csv", text.encode(), "text/csv")
        return browser.post("/en/staff/calls/load", {"exchange": "force-101", "clock": "london", "do": do, "file": file, **more})

    looked = sent("check").content.decode()
    assert "Nothing has been changed" in looked and "soon" in looked and not Call.objects.exists()
    page = browser.get(sent("load").url).content.decode()
    assert "march.csv" in page and "with the time zone" in page and Call.objects.count() == 1
    again = sent("check").content.decode()
    assert "Events that are here already" in again
    assert "We cannot tell which column is which" in sent("load", "a,b\n1,2\n").content.decode()
    assert sent("load", "").status_code == 422
    own = sent("check", "Ref,Came\nA1,2026-03-27 09:00\n", column_call="Ref", column_offered="came")
    assert "Nothing has been changed" in own.content.decode()


def test_what_could_not_be_matched_is_listed_and_can_be_looked_at(signed_in, cast, exchange):
    make.tell(exchange, ["nonsense <b>", make.event("ended", -60, call="lost"), *make.story("B", at=AT.replace(hour=9))])
    browser = signed_in(cast.jo)
    for language, told in (("en", "Calls we never heard come in"), ("cy", "Galwadau na chlywsom")):
        words = browser.get(f"/{language}/staff/calls/unmatched").content.decode()
        assert told in words and "lost" in words and "&lt;b&gt;" in words and "2041" in words
    number = Unread.objects.get().pk
    for _press in range(2):
        assert browser.post(f"/en/staff/calls/unmatched/{number}").status_code == 302
    words = browser.get("/en/staff/calls/unmatched").content.decode()
    assert "nonsense" not in words and Unread.objects.get().looked_by == cast.jo
    assert browser.post("/en/staff/calls/unmatched/999").status_code == 404
    assert browser.get("/en/staff/calls/unmatched?after=x").status_code == 200


def test_a_long_list_goes_on_to_the_next_page(signed_in, cast, exchange, django_assert_num_queries):
    make.tell(exchange, [f"nonsense {number}" for number in range(120)])
    browser = signed_in(cast.jo)
    browser.get("/en/staff/calls/unmatched")
    with django_assert_num_queries(6):
        words = browser.get("/en/staff/calls/unmatched").content.decode()
    assert words.count("nonsense") == 50 and "?after=" in words


def test_the_command_loads_makes_the_exchange_and_works_calls_out_again(tmp_path, db, capsys):
    path = tmp_path / "calls.csv"
    path.write_text(HEAD + ROW + "A2,soon,,,,,,\n")
    with clock.fixed(AT):
        call_command("calls", str(path), "--exchange", "other", "--list")
        told = capsys.readouterr().out
        assert "2 rows; 4 new events, 0 here already; 1 rows listed." in told and "row 3: It does not say when" in told
        before = Call.objects.values().get()
        Call.objects.update(wait=7, outcome="menu", number_key="")
        call_command("calls", "--rebuild")
        assert Call.objects.values().get() == before and Exchange.objects.get().slug == "other"
        for wrong in (["nowhere.csv", "--exchange", "x"], [], [str(path), "--exchange", "x", "--column", "kall=Ref"]):
            with pytest.raises(CommandError):
                call_command("calls", *wrong)


def test_a_wrong_row_is_never_a_call():
    rows = list(log.read(sheet(HEAD + "A2,soon,,,,,,\n"), log.Written(), at=AT))
    assert [isinstance(one, Wrong) for row in rows for one in row] == [True]
