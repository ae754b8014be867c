"""New contact details: checked before they are used; the old address is told."""

import re

import pytest

from putright.cases.models import Event
from putright.own_page.models import Change, Word
from putright.own_page.rules import GUESSES
from putright.people.models import Person
from tests.make.passes import at_home

from .test_links import WORD, asks, rounds

pytestmark = pytest.mark.django_db
NEW = "new@complainant.example"


def ffion(cast) -> Person:
    return Person.objects.get(pk=cast.ffion.pk)


def figures(parcels) -> str:
    (code,) = [re.search(r"\d{6}", parcel.plain)[0] for parcel in parcels if parcel.to == NEW]
    return code


def test_a_new_email_address_is_used_once_its_code_came_back_and_not_before(cast, case):
    guest = at_home(case)
    to = guest.post("details/", which="email", email=NEW)
    assert to["Location"] == "/en/your-page/details/check/" and ffion(cast).email == "ffion@complainant.example"
    sent = rounds(guest.at)
    assert sorted(parcel.to for parcel in sent) == ["ffion@complainant.example", NEW]
    assert guest.post("details/check/", code=figures(sent)).status_code == 302
    assert ffion(cast).email == NEW
    assert list(Event.objects.filter(case=case).values_list("verb", flat=True))[-2:] == [
        "gave_new_details",
        "new_details_used",
    ]
    assert NEW not in str(list(Event.objects.filter(case=case).values("facts", "payload__body")))


def test_the_old_address_is_told_and_neither_note_says_what_it_is_about(case):
    guest = at_home(case)
    guest.post("details/", which="email", email=NEW)
    for parcel in rounds(guest.at):
        assert not re.search(
            r"police|complain(?!ant)|heddlu|cwyn|case|achos", f"{parcel.subject} {parcel.plain}".lower()
        )
        assert case.reference not in parcel.plain and (NEW not in parcel.plain)


def test_a_code_that_is_guessed_at_is_refused_for_good(cast, case):
    guest = at_home(case)
    guest.post("details/", which="email", email=NEW)
    right = figures(rounds(guest.at))
    wrong = f"{(int(right) + 1) % 1_000_000:06}"
    for _guess in range(GUESSES):
        assert guest.post("details/check/", code=wrong).status_code == 422
    assert guest.post("details/check/", code=right).status_code == 422 and ffion(cast).email != NEW


@pytest.mark.parametrize(("which", "value"), [("phone", "07700 900999"), ("address", "2 New Street\nCF10 1AA")])
def test_a_new_number_or_address_waits_for_a_handler_and_the_email_address_is_told(cast, case, client, which, value):
    guest = at_home(case)
    guest.post("details/", **{"which": which, which: value})
    assert [parcel.to for parcel in rounds(guest.at)] == ["ffion@complainant.example"]
    client.force_login(cast.sam.user)
    page = client.get(f"/en/staff/cases/{case.reference}/").content.decode()
    assert "Not checked yet" in page and "900999" not in page and "New Street" not in page
    change = Change.objects.get()
    address = f"/en/staff/cases/{case.reference}/own-page/details/{change.pk}/"
    assert "not checked" in client.get(address).content.decode()
    assert client.post(address, {"good": "yes"}).status_code == 302
    assert getattr(ffion(cast), which) == value.splitlines()[0]
    assert ffion(cast).postcode == ("CF10 1AA" if which == "address" else cast.ffion.postcode)


def test_a_handler_who_finds_that_it_is_not_theirs_changes_nothing(cast, case, client):
    guest = at_home(case)
    guest.post("details/", which="phone", phone="07700 900999")
    client.force_login(cast.sam.user)
    client.post(f"/en/staff/cases/{case.reference}/own-page/details/{Change.objects.get().pk}/", {"good": "no"})
    assert ffion(cast).phone == "07700 900123" and Event.objects.filter(verb="new_details_refused").count() == 1


def test_who_said_never_to_email_is_not_emailed_about_it(cast, case):
    Person.objects.filter(pk=cast.ffion.pk).update(safe_contact={"no_email": True})
    guest = at_home(case)
    assert guest.post("details/", which="email", email=NEW)["Location"] == "/en/your-page/"
    assert rounds(guest.at) == []


def test_a_link_goes_to_the_new_address_and_no_more_to_the_old(cast, case):
    guest = at_home(case)
    guest.post("word/", word=WORD)
    guest.post("details/", which="email", email=NEW)
    guest.post("details/check/", code=figures(rounds(guest.at)))
    asks(case, "ffion@complainant.example")
    asks(case, NEW)
    assert [parcel.to for parcel in rounds(guest.at)] == [NEW] and Word.objects.count() == 1


def test_a_second_change_takes_the_place_of_the_first(case):
    guest = at_home(case)
    guest.post("details/", which="email", email="typing@mistake.example")
    guest.post("details/", which="email", email=NEW)
    assert [change.value for change in Change.objects.filter(ended_at=None)] == [NEW]
