"""An old log of any kind: mapped, looked at, loaded; again it loads nothing; every row is counted; nothing is merged."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gateways import clock
from putright.cases import search, stages
from putright.cases.actions import wall_off
from putright.cases.log import broken_at
from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.facts.months import Month
from putright.facts.sources import Scope
from putright.imports import actions, giving, queries
from putright.imports.columns import Plan
from putright.imports.models import Given, Import, ImportProblem, Remembered, Twin
from putright.people.gates import NotAllowed
from putright.people.rules import phone_key
from putright.reports.queries import figures
from tests.make import contacts as make_contacts

from . import books

pytestmark = pytest.mark.django_db
HEAD = ["DISS-SAT Ref", "Date received", "Type", "How received", "Complainant", "Tel No", "Details", "Outcome", "Status",
        "Date closed", "Area", "Crime no", "Shift"]  # fmt: skip
LOG = [
    ["DS/1", "27/03/2014", "Diss", "Phone", "Nia Prys", "07700 900111", "Nobody rang back", "Rung and apologised", "Closed",
     "28/03/2014", "Ceredigion", "42WW/1", "B"],
    ["DS/2", "28 Mawrth 2014", "Thanks", "Letter", "Bob Poole", "", "The officer was kind", "", "Closed", "", "", "", "B"],
    ["", "29/03/2014", "Diss", "Phone", "", "", "No number in the log", "", "Open", "", "", "", "C"],
    ["", "29/03/2014", "Diss", "Phone", "", "", "No number in the log", "", "Open", "", "", "", "C"],  # twice, and both are kept
    ["DS/3", "soon", "Diss", "Phone", "", "", "No day", "", "Open", "", "", "", ""],
    ["DS/4", "30/03/2014", "Moan", "Pigeon", "", "", "", "", "Perhaps", "01/01/2014", "", "", "D"],
    ["DS/1", "27/03/2014", "Diss", "Phone", "Nia Prys", "07700 900111", "Rang again", "", "Closed", "", "", "", "B"],
]  # fmt: skip


def content(*rows, head=HEAD) -> bytes:
    paper = io.StringIO()
    csv.writer(paper).writerows([head, *rows])
    return paper.getvalue().encode()


def give(cast, file=None, name="DISS-SAT 2014.csv") -> Given:
    return giving.keep(name, file or content(*LOG), by=cast.jo, at=cast.at)


def load(cast, **more) -> Import:
    return actions.load_mapped(give(cast, **more), by=cast.jo, at=cast.at)


def test_the_first_mapping_is_a_guess_from_headings_and_words(cast):
    plan = queries.plan_of(give(cast))
    assert plan.source == "log-diss-sat"
    assert plan.columns == {
        "DISS-SAT Ref": "id", "Date received": "received", "Type": "kind", "How received": "channel", "Complainant": "name",
        "Tel No": "phone", "Details": "words", "Outcome": "answer", "Status": "status", "Date closed": "closed", "Area": "place",
        "Crime no": "crime_reference", "Shift": "keep",
    }  # fmt: skip
    assert plan.values["kind"] == {"diss": "dissatisfaction", "thanks": "compliment", "moan": ""}
    assert plan.values["channel"] == {"phone": "phone", "letter": "letter", "pigeon": ""}


def test_what_is_good_is_loaded_and_what_is_not_is_listed_with_its_column_and_every_row_is_counted(cast):
    made = load(cast)
    assert (made.rows, made.loaded, made.already, made.not_loaded) == (7, 5, 0, 1)
    assert (made.rows_loaded, made.rows_already, made.rows_not_loaded) == (6, 0, 1)
    listed = ImportProblem.objects.filter(load=made).order_by("row_number", "pk")
    assert [(one.row_number, one.column, one.reason, one.loaded_anyway) for one in listed] == [
        (6, "Date received", "received:soon", False), (7, "Status", "status:Perhaps", True),
        (7, "Date closed", "closed_early:01/01/2014", True), (7, "Type", "kind:Moan", True),
        (7, "How received", "channel:Pigeon", True),
    ]  # fmt: skip
    assert all(broken_at(case) is None for case in Case.objects.all())


def test_an_entry_becomes_a_contact_with_its_person_its_words_and_its_own_days(cast):
    load(cast)
    contact = Contact.objects.select_related("case", "person").get(source="log-diss-sat", source_id="DS/1")
    assert (contact.channel, contact.kind, contact.crime_reference, contact.place) == (
        "phone",
        "dissatisfaction",
        "42WW/1",
        "Ceredigion",
    )
    assert contact.answer == "Rung and apologised" and contact.words.startswith("Nobody rang back\n\nRang again")
    assert (contact.person.name, contact.person.phone_key) == ("Nia Prys", phone_key("07700 900111"))
    assert contact.case.complainant == contact.person and "Shift: B" in contact.words
    assert (contact.case.stage, contact.case.received_at.date(), contact.case.imported) == (
        stages.CLOSED,
        date(2014, 3, 27),
        True,
    )
    assert list(search.find(Case.objects.all(), "nia prys")) == [contact.case]


def test_the_same_file_again_loads_nothing_and_two_alike_without_a_number_stay_two(cast):
    load(cast)
    again = load(cast)
    assert (again.rows, again.loaded, again.already, again.not_loaded) == (7, 0, 5, 1)
    assert (again.rows_loaded, again.rows_already, again.rows_not_loaded) == (0, 6, 1)
    assert Contact.objects.filter(words__startswith="No number in the log").count() == 2
    moved = load(cast, file=content(*reversed(LOG)))  # rows in another order are the same rows
    assert moved.loaded == 0 and Contact.objects.count() == 5


def test_looking_first_counts_what_loading_does_and_changes_nothing(cast):
    given = give(cast)
    count = queries.look_mapped(given, at=cast.at)
    assert not Import.objects.exists() and not Contact.objects.exists()
    made = actions.load_mapped(given, by=cast.jo, at=cast.at)
    for name in actions.COUNTED:
        assert getattr(count, name) == getattr(made, name)
    assert count.listed == ImportProblem.objects.filter(load=made).count()


def test_old_entries_count_in_the_month_of_their_own_day(cast):
    load(cast)
    from putright.codes.queries import with_reasons
    from putright.people.queries import office

    month = Month(2014, 3)
    counted = figures(Scope(month, with_reasons(office(), month.last_day), cast.at))
    assert counted.parts("contacts") == {"phone": 3, "letter": 1, "import": 1}


def test_days_that_could_be_two_are_listed_when_the_file_writes_both_ways_and_loaded_once_a_person_says(cast):
    file = content(["1", "03/27/2014", "a"], ["2", "03/04/2014", "b"], head=["Ref", "Date received", "Details"])
    given = give(cast, file)
    assert given.plan["order"] == "sure"
    made = actions.load_mapped(given, by=cast.jo, at=cast.at)
    assert [one.reason for one in ImportProblem.objects.filter(load=made)] == ["either:03/04/2014"]
    plan = Plan(**{**given.plan, "order": "month"})
    giving.map_columns(given, plan, by=cast.jo, at=cast.at)
    assert actions.load_mapped(given, by=cast.jo, at=cast.at).loaded == 1
    assert Contact.objects.get(source_id="2").received_at.date() == date(2014, 3, 4)


def test_a_mapping_is_remembered_for_the_next_file_with_these_headings(cast):
    given = give(cast)
    giving.map_values(
        given, {**given.plan["values"], "channel": {"phone": "phone", "pigeon": "letter"}}, by=cast.jo, at=cast.at
    )
    actions.load_mapped(given, by=cast.jo, at=cast.at)
    next_one = give(cast, content(LOG[0]), name="another name.csv")
    assert next_one.plan["values"]["channel"]["pigeon"] == "letter" and next_one.plan["source"] == "log-diss-sat"
    assert Remembered.objects.count() == 1


def test_what_looks_like_a_contact_that_was_here_is_suggested_and_never_merged(cast):
    nia = make_contacts.receive(
        make_contacts.said(), {"name": "Nia Prys", "phone": "07700 900 111"}, by=None, at=cast.at
    )
    Contact.objects.filter(pk=nia.pk).update(received_at=cast.at.replace(year=2014, day=26))
    far = make_contacts.receive(
        make_contacts.said(), {"name": "Nia Prys", "phone": "07700 900 111"}, by=None, at=cast.at
    )
    same = make_contacts.contact(cast.ffion, crime_reference="42WW/1")
    made = load(cast)
    brought = Contact.objects.get(source_id="DS/1")
    assert {(one.brought, one.other, one.because) for one in Twin.objects.all()} == {
        (brought, nia, "person"),
        (brought, same, "number"),
    }
    assert brought.case not in (nia.case, same.case, far.case)
    wall_off(same.case, cast.jo, "knows the officer", by=cast.sam, at=cast.at)
    shown = queries.twins(made, Case.objects.exclude(pk=same.case_id))
    assert [one.other for one in shown] == [nia]


def test_a_kept_file_is_its_givers_own_and_is_forgotten_after_a_day(cast):
    given = give(cast)
    assert queries.given_to(cast.jo, given.key, at=cast.at) == given
    for by, at in ((cast.sam, cast.at), (cast.jo, cast.at + timedelta(hours=25))):
        with pytest.raises(queries.NoSuchLoad):
            queries.given_to(by, given.key, at=at)
    giving.keep("x.csv", content(LOG[0]), by=cast.jo, at=cast.at + timedelta(hours=25))
    assert not Given.objects.filter(pk=given.pk).exists()


def test_only_a_supervisor_may(cast):
    given = give(cast)
    for somebody in (cast.sam, cast.pat, cast.robin, cast.toni):
        for act in (
            lambda by: giving.keep("x", content(), by=by, at=cast.at), lambda by: actions.load_mapped(given, by=by, at=cast.at),
            lambda by: giving.map_columns(given, queries.plan_of(given), by=by, at=cast.at),
            lambda by: giving.map_values(given, {}, by=by, at=cast.at),
        ):  # fmt: skip
            with pytest.raises(NotAllowed):
                act(somebody)


@pytest.fixture
def jo(cast, client):
    client.force_login(cast.jo.user)
    with clock.fixed(cast.at):
        yield client


def sent(client, file: bytes, language="en"):
    upload = SimpleUploadedFile("DISS-SAT 2014.xlsx", file)
    return client.post(f"/{language}/staff/import/new/", {"file": upload})


def columns(**changed):
    plan = {"source": "DISS-SAT", "order": "day", "kind": "dissatisfaction"}
    meant = ["id", "received", "kind", "channel", "name", "phone", "words", "answer", "status", "closed", "place",
             "crime_reference", "keep"]  # fmt: skip
    return plan | {f"c{place}": one for place, one in enumerate(meant)} | changed


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_whole_way_by_its_pages(jo, language, django_assert_max_num_queries):
    to = sent(jo, books.xlsx(("Log", [HEAD, *LOG]), ("Lists", [["x"]]), hidden=["Lists"]), language)
    assert to.status_code == 302
    with django_assert_max_num_queries(8):
        mapping = jo.get(to.url).content.decode()
    assert "Nobody rang back" in mapping and "Lists" in mapping
    to = jo.post(to.url, columns())
    assert to.status_code == 302 and to.url.endswith("/values/")
    with django_assert_max_num_queries(12):
        words = jo.get(to.url).content.decode()
    assert "“Pigeon”" in words
    fields = [name.split('"')[0] for name in words.split('name="')[1:] if name.startswith("v-")]
    to = jo.post(to.url, {**dict.fromkeys(fields, ""), "v-channel-2": "letter"})
    with django_assert_max_num_queries(14):
        look = jo.get(to.url).content.decode()
    assert "Date closed" in look and not Import.objects.exists()
    rows = jo.get(to.url.replace("/check/", "/rows/")).content.decode()
    assert rows.startswith("\ufeff") and rows.count("\n") > 3
    to = jo.post(to.url)
    done = jo.get(to.url).content.decode()
    assert "DISS-SAT 2014.xlsx" in done and Import.objects.get().loaded == 5
    assert Contact.objects.get(source_id="DS/4").channel == "letter"


def test_what_is_wrong_with_the_mapping_is_said_and_nothing_chosen_is_lost(jo):
    to = sent(jo, content(*LOG)).url
    twice = jo.post(to, columns(c1="keep", c12="id"))
    words = twice.content.decode()
    assert twice.status_code == 422
    assert "which column has the day it was received" in words and "Another column is this already" in words
    assert 'value="DISS-SAT"' in words


def test_no_file_and_a_wrong_one_are_answered_with_a_sentence(jo):
    assert "Choose the file" in jo.post("/en/staff/import/new/", {}).content.decode()
    for file, sentence in ((b"%PDF-1.7", "not a spreadsheet"), (b"", "The file is empty")):
        page = sent(jo, file)
        assert page.status_code == 422 and sentence in page.content.decode()
    assert not Given.objects.exists()


def test_somebody_elses_file_is_not_there(cast, jo, client):
    key = giving.keep("x.csv", content(*LOG), by=cast.jo, at=cast.at).key
    Given.objects.update(by=cast.sam)
    for page in ("columns", "values", "check", "rows"):
        assert jo.get(f"/en/staff/import/{key}/{page}/").status_code == 404


def test_a_word_of_the_log_may_be_one_of_the_offices_kinds_as_it_stood_that_day(cast):
    rows = [["DS/1", "27/03/2014", "Cerbyd a gymerwyd i bwynd"], ["DS/2", "27/03/2014", "Information about a crime"],
            ["DS/3", "27/03/2012", "Suggestion"], ["DS/4", "27/03/2014", "Question"]]  # fmt: skip
    given = give(cast, content(*rows, head=["Ref", "Date received", "Type"]))
    plan = queries.plan_of(given)
    assert plan.values["kind"] == {
        "cerbyd a gymerwyd i bwynd": "vehicle-recovery", "information about a crime": "", "suggestion": "suggestion",
        "question": "enquiry",
    }  # fmt: skip
    actions.load_mapped(given, by=cast.jo, at=cast.at)
    found = {one.source_id: (one.topic, one.kind) for one in Contact.objects.exclude(source="")}
    assert found == {
        "DS/1": ("vehicle-recovery", "enquiry"), "DS/2": ("", "dissatisfaction"),
        "DS/3": ("suggestion", "enquiry"), "DS/4": ("", "enquiry"),
    }  # fmt: skip


def test_the_kinds_are_offered_for_their_words_and_information_about_a_crime_is_not(cast, client):
    given = give(cast, content(["DS/1", "27/03/2014", "Pound"], head=["Ref", "Date received", "Type"]))
    client.force_login(cast.jo.user)
    with clock.fixed(cast.at):
        page = client.get(f"/en/staff/import/{given.key}/values/").content.decode()
    assert "Vehicle taken to a pound" in page and "Information about a crime" not in page
