"""Somebody else who is kept informed (PRA 2002 s.21): written down, told only while they agree, by their own safe way, and never
more than the complainant was told."""

from datetime import timedelta

import pytest

from putright.cases.models import Event
from putright.interested import actions, queries
from putright.interested.models import Interested
from putright.interested.refusals import Ended, TheirOwn
from putright.letters import addressee
from putright.letters.actions import write_letter
from putright.letters.models import KEPT, MADE, Withheld
from putright.letters.unfit import NotForThisCase, NotOnThisCase
from putright.mailings import owing
from putright.people.gates import NotAllowed
from putright.people.models import Person
from tests.letters import cases

pytestmark = pytest.mark.django_db
SISTER = {"name": "Mair Rees", "email": "mair@interested.example", "language": "cy", "safe_contact": {"no_phone": True}}
TOLD = {"outcome": "We were wrong.", "reasons": "We looked at the log."}
UPDATE = {"progress": "We asked.", "next_step": "We wait."}


@pytest.fixture
def case(cast):
    return cases.told(cast.ffion, at=cast.at)


def sister(case, cast, agrees="yes", **more):
    return actions.add(case, SISTER | more, ("relative", "his sister"), agrees, by=cast.sam, at=cast.at)


def to(row):
    return {"to": f"person:{row.person_id}"}


def test_they_get_their_own_letter_in_their_language_by_their_safe_way(case, cast):
    row = sister(case, cast)
    letter = write_letter(case, "interested_outcome", TOLD | to(row), by=cast.sam, at=cast.at)
    assert (letter.person, letter.address, letter.language) == (row.person, "mair@interested.example", "cy")
    assert "We were wrong." in letter.body and "Ffion" not in letter.body and "shouted" not in letter.body
    unsafe = sister(case, cast, name="Ann Rees", email="ann@interested.example", safe_contact={"no_email": True})
    assert write_letter(case, "interested_update", UPDATE | to(unsafe), by=cast.sam, at=cast.at).status == KEPT


@pytest.mark.parametrize("agrees", ["no", "not_known"])
def test_who_has_not_agreed_gets_nothing(case, cast, agrees):
    row = sister(case, cast, agrees)
    with pytest.raises(NotForThisCase):
        write_letter(case, "interested_update", UPDATE | to(row), by=cast.sam, at=cast.at)
    with pytest.raises(NotOnThisCase):
        write_letter(case, "update", UPDATE | to(row), by=cast.sam, at=cast.at)
    actions.change(row, "yes", by=cast.sam, at=cast.at)
    assert write_letter(case, "interested_update", UPDATE | to(row), by=cast.sam, at=cast.at).status == MADE
    assert queries.found(row, on=cast.at.date()).answer.value == {"no": "no", "not_known": "not_known"}[agrees]


def test_the_handler_chooses_among_them_and_nobody_else(case, cast):
    row, silent = sister(case, cast), sister(case, cast, "no", name="Ann Rees", email="ann@interested.example")
    offered = dict(addressee.choices(case, ("interested",), "en"))
    assert offered == {f"person:{row.person_id}": "Mair Rees"} and silent.person not in addressee.people_of(case)
    assert addressee.people_of(case) == [cast.ffion, row.person]
    actions.end(row, "She asked us to stop.", by=cast.sam, at=cast.at)
    assert addressee.people_of(case) == [cast.ffion]
    with pytest.raises(Ended):
        actions.change(row, "yes", by=cast.sam, at=cast.at)


def test_what_is_held_back_is_held_back_from_them_too(case, cast):
    row = sister(case, cast)
    Withheld.objects.create(
        case=case, part="reasons", ground="crime", because="x", look_again_on=cast.at.date() + timedelta(days=9), by=cast.sam,
        at=cast.at, agreed_by=cast.jo, agreed_at=cast.at,
    )  # fmt: skip
    words = write_letter(case, "interested_outcome", TOLD | to(row), by=cast.sam, at=cast.at).body
    assert "We were wrong." in words and "the log" not in words


def test_they_are_owed_a_letter_once_the_complainant_was_told_and_until_they_have_one(case, cast, django_assert_num_queries):
    row, _silent = sister(case, cast), sister(case, cast, "no", name="Ann Rees", email="ann@interested.example")
    assert owing.untold(Interested.objects.all()) == []
    write_letter(case, "update", UPDATE, by=cast.sam, at=cast.at)
    with django_assert_num_queries(1):
        (one,) = owing.untold(Interested.objects.all())
    assert one.who == "Mair Rees" and f"kind=interested_update&to=person%3A{row.person_id}" in one.href
    write_letter(case, "interested_update", UPDATE | to(row), by=cast.sam, at=cast.at)
    assert owing.untold(Interested.objects.all()) == []
    write_letter(case, "outcome", TOLD | {"change": ""}, by=cast.sam, at=cast.at + timedelta(days=1))
    assert "kind=interested_outcome" in owing.untold(queries.of_case(case))[0].href


def test_who_has_heard_nothing_for_nearly_four_weeks_is_owed_a_letter_by_the_last_day_of_them(case, cast):
    row, weeks = sister(case, cast), timedelta(weeks=4)
    assert owing.untold(Interested.objects.all(), cast.at + timedelta(days=24)) == []
    [one] = owing.untold(Interested.objects.all(), cast.at + timedelta(days=25))
    assert "kind=interested_update" in one.href and "24 April 2026" in one.what  # added on 27 March
    write_letter(case, "interested_update", UPDATE | to(row), by=cast.sam, at=cast.at + timedelta(days=26))
    assert owing.untold(Interested.objects.all(), cast.at + weeks) == []
    [again] = owing.untold(Interested.objects.all(), cast.at + timedelta(days=52))
    assert "20 May 2026" in again.what
    type(case).objects.filter(pk=case.pk).update(finished_at=cast.at + weeks)
    assert owing.untold(Interested.objects.all(), cast.at + timedelta(days=52)) == []


def test_one_event_each_and_no_name_in_what_is_for_ever(case, cast):
    row = sister(case, cast, "not_known")
    actions.change(row, "yes", by=cast.sam, at=cast.at)
    actions.change(row, "yes", by=cast.sam, at=cast.at)
    actions.end(row, "Moved away", by=cast.sam, at=cast.at)
    lines = Event.objects.filter(case=case, verb__startswith="interested_").order_by("seq")
    assert [line.verb for line in lines] == ["interested_added", "interested_agreed", "interested_ended"]
    assert "Mair" not in str([line.facts for line in lines])


def test_the_complainant_is_no_other_and_only_the_front_team_writes_it_down(case, cast):
    mine = {"name": "Ffion  REES", "email": cast.ffion.email}
    with pytest.raises(TheirOwn):
        actions.add(case, mine, ("enough", "herself"), "yes", by=cast.sam, at=cast.at)
    with pytest.raises(NotAllowed):
        actions.add(case, SISTER, ("relative", "x"), "yes", by=cast.dana, at=cast.at)
    assert not Interested.objects.exists()


@pytest.mark.parametrize(("lang", "heading", "said"), [
    ("en", "Add somebody who is kept informed", "The law keeps them informed"),
    ("cy", "Ychwanegu rhywun sy’n cael gwybod", "Mae’r gyfraith yn rhoi gwybod iddynt"),
])  # fmt: skip
def test_a_handler_adds_one_on_the_case_and_ends_it(case, cast, client, lang, heading, said):
    client.force_login(cast.sam.user)
    file = f"/{lang}/staff/cases/{case.reference}/"
    assert heading in client.get(file).content.decode()
    typed = {"name": "Mair Rees", "how": "his sister", "agrees": "yes", "avoid": ["no_phone"], "address": "1 Heol y Bont"}
    answer = client.post(f"{file}interested/", typed)
    assert answer.status_code == 422 and "1 Heol y Bont" in answer.content.decode()
    assert client.post(f"{file}interested/", typed | {"tie": "relative"}).status_code == 302
    row = Interested.objects.get()
    assert row.person.safe_contact == {"no_phone": True} and Person.objects.get(pk=row.person_id).address == "1 Heol y Bont"
    page = client.get(file).content.decode()
    assert said in page and "Mair Rees" in page
    assert client.get(f"{file}interested/{row.pk}/").status_code == 200
    assert client.post(f"{file}interested/{row.pk}/", {"agrees": "end"}).status_code == 422
    assert client.post(f"{file}interested/{row.pk}/", {"agrees": "end", "why": "She asked"}).status_code == 302
    assert client.get(f"{file}interested/{row.pk}/").status_code == 404


def test_what_waits_stands_on_the_work_page_of_whoever_has_the_case(case, cast, client):
    sister(case, cast)
    write_letter(case, "update", UPDATE, by=cast.sam, at=cast.at)
    case.assigned_to = cast.sam
    case.save(update_fields=["assigned_to"])
    for handler, seen in ((cast.sam, True), (cast.jo, False)):
        client.force_login(handler.user)
        assert ("kind=interested_update" in client.get("/en/staff/my-work/?show=mine").content.decode()) is seen
