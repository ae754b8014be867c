"""The other way in: a link by email and a word they chose. Neither opens anything alone."""

import re
from datetime import timedelta

import pytest

from gateways import post
from gateways.post_fake import FakePost
from putright.own_page import owed
from putright.own_page.models import Link, Word
from putright.own_page.rules import GUESSES, LINKS_A_DAY
from putright.people.actions import represent
from putright.people.models import Person
from tests.make.passes import Guest, at_home

pytestmark = pytest.mark.django_db
WORD = "heulwen ar y bryn"


@pytest.fixture
def chosen(case):
    """Somebody who has chosen a word."""
    guest = at_home(case)
    assert guest.post("word/", word=WORD).status_code == 302
    return guest


def rounds(at):
    """The emails that go out when the house does what this room owes."""
    with post.standing_in(FakePost()) as line:
        for key, _since in list(owed.owed(at, limit=50)):
            for _again in range(3):
                owed.fulfil(key, at=at)
    return line.taken


def asks(case, email="ffion@complainant.example", reference=None, guest=None):
    guest = guest or Guest()
    answer = guest.post("link/", reference=reference or case.reference, email=email)
    assert answer.status_code == 200
    return answer


def secret_in(parcel) -> str:
    return re.search(r"/your-page/link/([0-9A-Z-]+)/", parcel.plain)[1]


def test_a_link_and_the_word_open_the_page_and_the_link_works_once(case, chosen):
    asks(case)
    (parcel,) = rounds(chosen.at)
    assert (parcel.to, parcel.pdf) == ("ffion@complainant.example", b"")
    guest, secret = Guest(), secret_in(parcel)
    assert guest.post(f"link/{secret}/", word="  Heulwen ar y BRYN ").status_code == 302
    assert guest.get().status_code == 200
    again = Guest()
    assert again.post(f"link/{secret}/", word=WORD).status_code == 422, "used once, by whoever it was forwarded to too"


def test_the_email_says_nothing_of_what_it_is_about(case, chosen):
    asks(case)
    (parcel,) = rounds(chosen.at)
    told = f"{parcel.subject} {parcel.plain}".lower().replace(secret_in(parcel).lower(), "")
    assert not re.search(r"police|complain|heddlu|cwyn|case|achos", told) and case.reference not in told


def test_the_answer_is_the_same_whether_or_not_there_is_anybody_to_send_it_to(cast, case, chosen):
    tries = [(case.reference, "ffion@complainant.example"), (case.reference, "thief@elsewhere.example"),
             ("PR-00000-00000", "ffion@complainant.example"), ("x", "x@x.example")]  # fmt: skip
    pages = {re.sub(rb'value="[^"]*"', b"", asks(case, email, reference).content) for reference, email in tries}
    assert len(pages) == 1 and Link.objects.count() == 4
    assert [parcel.to for parcel in rounds(chosen.at)] == ["ffion@complainant.example"]


def test_asking_costs_the_database_the_same_for_everybody(case, chosen, django_assert_num_queries):
    for reference in (case.reference, "PR-00000-00000"):
        guest = Guest()
        with django_assert_num_queries(3):  # the slow lane, the row, the office
            asks(case, reference=reference, guest=guest)


def test_email_alone_opens_nothing(case, chosen):
    asks(case)
    secret, guest = secret_in(rounds(chosen.at)[0]), Guest()
    page = guest.get(f"link/{secret}/")
    assert page.status_code == 200 and "Ffion" not in page.content.decode() and guest.get().status_code == 302
    assert guest.post(f"link/{secret}/", word="wrong word").status_code == 422 and guest.get().status_code == 302


def test_a_link_that_is_guessed_at_too_often_opens_nothing_any_more_and_a_new_one_does(case, chosen):
    asks(case)
    secret = secret_in(rounds(chosen.at)[0])
    for guess in range(GUESSES):
        assert Guest().post(f"link/{secret}/", word=f"a wrong guess {guess}").status_code == 422
    assert Guest().post(f"link/{secret}/", word=WORD).status_code == 422
    asks(case)
    assert Guest().post(f"link/{secret_in(rounds(chosen.at)[0])}/", word=WORD).status_code == 302


def test_a_link_is_good_for_half_an_hour_and_a_made_up_one_looks_the_same(case, chosen):
    asks(case)
    secret = secret_in(rounds(chosen.at)[0])
    late = Guest(at=chosen.at + timedelta(minutes=31)).post(f"link/{secret}/", word=WORD)
    made_up = Guest().post("link/AAAA-BBBB-CCCC-DDDD-EEEE-FFFF/", word=WORD)
    plain = [re.sub(r'value="[^"]*"|/link/[0-9A-Z-]+/', "", one.content.decode()) for one in (late, made_up)]
    assert (late.status_code, made_up.status_code) == (422, 422) and plain[0] == plain[1]


def test_a_mailbox_is_not_flooded(case, chosen):
    for _time in range(LINKS_A_DAY + 3):
        asks(case)
    assert len(rounds(chosen.at)) == LINKS_A_DAY


def test_nobody_is_sent_a_link_who_said_never_to_email(cast, case, chosen):
    Person.objects.filter(pk=cast.ffion.pk).update(safe_contact={"no_email": True})
    asks(case)
    assert rounds(chosen.at) == []


def test_a_link_dies_with_the_consent_of_whoever_it_speaks_for(cast, case):
    speaks = represent(cast.ffion, {"name": "Gwen Parry", "email": "gwen@solicitor.example"}, by=None, at=cast.at)
    gwen = at_home(case, speaks.representative, speaks=speaks)
    gwen.post("word/", word=WORD)
    asks(case, "gwen@solicitor.example")
    secret = secret_in(rounds(gwen.at)[0])
    type(speaks).objects.update(ended_on=cast.at.date())
    assert Guest().post(f"link/{secret}/", word=WORD).status_code == 422
    asks(case, "gwen@solicitor.example")
    assert rounds(gwen.at) == []


@pytest.mark.parametrize("word", ["short", "Ffion Rees", "07700 900123", "ffion@complainant.example"])
def test_a_word_that_those_near_them_know_is_not_taken(case, word):
    page = at_home(case).post("word/", word=word)
    assert page.status_code == 422 and "Choose a longer word" in page.content.decode() and not Word.objects.exists()


def test_the_word_is_kept_as_a_password_is(case, chosen):
    assert "heulwen" not in str(list(Word.objects.values()))


def test_without_an_email_address_there_is_nothing_to_send_a_link_to(cast, case):
    Person.objects.filter(pk=cast.ffion.pk).update(email="")
    assert "Give us one first" in at_home(case).post("word/", word=WORD).content.decode()
