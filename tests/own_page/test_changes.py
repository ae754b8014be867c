"""New contact details: checked before they are used; the old address is told."""

import io
import re
from datetime import timedelta

import pytest
from pypdf import PdfReader

from gateways import post
from putright.cases.models import Event
from putright.letters import page_code
from putright.letters.models import Letter
from putright.outbox.sending import why_not
from putright.own_page.changes import code_of, confirm
from putright.own_page.models import Change, Word
from putright.own_page.refusals import WrongCode
from putright.own_page.rules import GUESSES, LETTER_LASTS
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


NUMBER, PLACE = "07700 900999", "2 New Street\nCF10 1AA"


def test_a_new_number_waits_for_a_handler_where_the_office_sends_no_texts(cast, case, client):
    guest = at_home(case)
    guest.post("details/", which="phone", phone=NUMBER)
    assert [parcel.to for parcel in rounds(guest.at)] == ["ffion@complainant.example"]
    client.force_login(cast.sam.user)
    page = client.get(f"/en/staff/cases/{case.reference}/").content.decode()
    assert "Not checked yet" in page and "900999" not in page
    change = Change.objects.get()
    address = f"/en/staff/cases/{case.reference}/own-page/details/{change.pk}/"
    assert "not checked" in client.get(address).content.decode()
    assert client.post(address, {"good": "yes"}).status_code == 302
    assert ffion(cast).phone == NUMBER


def test_a_new_number_is_used_once_the_code_in_a_text_came_back_and_the_old_one_is_told(cast, case, service):
    guest = at_home(case)
    to = guest.post("details/", which="phone", phone=NUMBER)
    assert to["Location"] == "/en/your-page/details/check/" and ffion(cast).phone == "07700 900123"
    assert [parcel.to for parcel in rounds(guest.at)] == ["ffion@complainant.example"]
    texts = {one["told"]["phone_number"]: one["told"]["personalisation"]["message"] for one in service.taken}
    assert len(service.taken) == 2 and set(texts) == {NUMBER, "07700 900123"}
    assert not any(re.search(r"police|complain(?!ant)|case", words.lower()) for words in texts.values())
    assert NUMBER not in texts["07700 900123"] and not re.search(r"\b\d{6}\b", texts["07700 900123"].replace("01632 960101", ""))
    code = re.search(r"\b\d{6}\b", texts[NUMBER])[0]
    assert guest.post("details/check/", code=f"{(int(code) + 1) % 1_000_000:06}").status_code == 422
    assert guest.post("details/check/", code=code).status_code == 302 and ffion(cast).phone == NUMBER


def test_a_number_the_service_refuses_waits_for_a_handler_and_later_stays_owed(cast, case, service):
    guest = at_home(case)
    guest.post("details/", which="phone", phone=NUMBER)
    service.trouble = 500
    with pytest.raises(post.Later):
        rounds(guest.at)
    assert Change.objects.get().told_at is None
    service.trouble = 400
    rounds(guest.at)
    assert Change.objects.get().told_at and ffion(cast).phone == "07700 900123" and not service.taken


@pytest.mark.parametrize("rule", ["no_phone", "no_voicemail"])
def test_no_text_goes_where_no_message_may_be_left(cast, case, service, rule):
    Person.objects.filter(pk=cast.ffion.pk).update(safe_contact={rule: True})
    guest = at_home(case)
    assert guest.post("details/", which="phone", phone=NUMBER)["Location"] == "/en/your-page/"
    rounds(guest.at)
    assert service.taken == []


def test_a_new_postal_address_is_used_once_the_code_in_a_letter_came_back(cast, case):
    guest = at_home(case)
    before = (ffion(cast).address, ffion(cast).postcode)
    assert guest.post("details/", which="address", address=PLACE)["Location"] == "/en/your-page/details/check/"
    assert [parcel.to for parcel in rounds(guest.at)] == ["ffion@complainant.example"]
    letter = Letter.objects.get(kind="address_check")
    assert (letter.medium, letter.address) == ("post", f"Ffion Rees\n{PLACE}") and why_not(letter, at=guest.at) is None
    assert not re.search(r"\b\d{6}\b", letter.body.replace("01632 960101", ""))  # the code is on paper alone
    sheet = page_code.printed(letter)
    (code,) = set(re.findall(r"\*\*(\d{6})\*\*", sheet.body))
    assert code in PdfReader(io.BytesIO(sheet.pdf)).pages[0].extract_text()
    assert (ffion(cast).address, ffion(cast).postcode) == before
    assert guest.post("details/check/", code=code).status_code == 302
    assert (ffion(cast).address, ffion(cast).postcode) == ("2 New Street", "CF10 1AA")


def test_a_code_on_paper_works_for_four_weeks_and_no_longer(cast, case):
    guest = at_home(case)
    guest.post("details/", which="address", address=PLACE)
    change = Change.objects.get()
    with pytest.raises(WrongCode):
        confirm(change, code_of(change), at=change.asked_at + LETTER_LASTS + timedelta(minutes=1))
    confirm(change, code_of(change), at=change.asked_at + LETTER_LASTS - timedelta(days=1))
    assert ffion(cast).postcode == "CF10 1AA"


def test_who_has_neither_email_nor_phone_is_told_by_a_letter_to_the_address_they_had(cast, case):
    old = {"email": "", "phone": "", "address": "1 Old Road", "postcode": "SG13 7AA"}
    Person.objects.filter(pk=cast.ffion.pk).update(**old)
    guest = at_home(case)
    guest.post("details/", which="address", address=PLACE)
    assert rounds(guest.at) == []
    told = Letter.objects.get(kind="details_changed")
    assert told.address == "Ffion Rees\n1 Old Road\nSG13 7AA" and "New Street" not in told.body
    said = f"{told.subject} {told.body}".lower().replace("complaint resolution team", "").replace("complaints@", "")
    assert not re.search(r"police|complain|officer", said)


def test_who_wants_no_post_gets_no_letter_and_a_handler_checks(cast, case):
    Person.objects.filter(pk=cast.ffion.pk).update(safe_contact={"no_post": True})
    guest = at_home(case)
    assert guest.post("details/", which="address", address=PLACE)["Location"] == "/en/your-page/"
    rounds(guest.at)
    assert not Letter.objects.exists()


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
