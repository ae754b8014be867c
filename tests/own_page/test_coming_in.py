"""The door of somebody's own page: what opens it, what does not, and that nobody can tell why not."""

import re
from datetime import timedelta

import pytest

from putright.cases.actions import end_speaking, see_consent, wall_off
from putright.contacts.lane import lane
from putright.contacts.lane.rules import FREE
from putright.contacts.models import Arrivals
from putright.own_page.models import Sitting
from putright.own_page.sittings import COOKIE
from putright.passes.models import Pass, Tries
from putright.people.actions import represent
from tests.make import cases
from tests.make.passes import Guest, at_home, code

pytestmark = pytest.mark.django_db
CHANGES = re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]*|nonce[-=][^ ;>]*|(name="(reference|code)"[^>]*)')


def without_what_was_typed(response) -> bytes:
    return CHANGES.sub(b"", response.content)


@pytest.fixture
def case(cast):
    return cases.case(cast.ffion, summary="The officer shouted at my mother")


def test_the_reference_and_the_code_open_it(case):
    home = at_home(case).get()
    assert home.status_code == 200 and case.reference in home.content.decode()


def test_the_code_is_read_however_it_is_typed(case):
    _held, secret = code(case)
    typed = secret.lower().replace("-", " ").replace("0", "o")
    assert Guest().post("come-in/", reference=case.reference.lower().replace("-", ""), code=typed).status_code == 302


def test_only_a_digest_of_the_code_is_kept(case):
    _held, secret = code(case)
    row = Pass.objects.values().get()
    assert secret not in str(row) and secret.replace("-", "") not in str(row)


def test_a_wrong_code_a_missing_case_a_walled_one_and_another_cases_code_are_one_answer(cast, case):
    _held, mine = code(case)
    other = cases.case(cast.amir)
    _held, theirs = code(other)
    wall_off(other, cast.sam, "knows the officer", by=cast.jo, at=cast.at)
    tries = [
        (case.reference, "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF"), ("PR-00000-00000", mine), (other.reference, mine),
        (case.reference, theirs), ("nonsense", "nonsense"), (case.reference, "x"),
    ]  # fmt: skip
    answers = [Guest().post("come-in/", reference=reference, code=typed) for reference, typed in tries]
    assert {answer.status_code for answer in answers} == {422}
    assert len({without_what_was_typed(answer) for answer in answers}) == 1
    assert {tuple(sorted(answer.headers.items()))[0] for answer in answers} and not any(
        COOKIE in a.cookies for a in answers
    )


def test_a_wrong_try_asks_the_database_the_same_whatever_is_there(case, django_assert_num_queries):
    for reference in (case.reference, "PR-00000-00000"):
        guest = Guest()
        guest.get("come-in/")
        with django_assert_num_queries(4):  # the slow lane, the pass, the count of tries, the office
            guest.post("come-in/", reference=reference, code="AAAA-BBBB-CCCC-DDDD-EEEE-FFFF")


def test_wrong_tries_are_told_to_whoever_the_page_is(case):
    for _try in range(3):
        Guest().post("come-in/", reference=case.reference, code="AAAA-BBBB-CCCC-DDDD-EEEE-FFFF")
    assert "this many times: 3" in at_home(case).get().content.decode()
    assert case.reference not in str(list(Tries.objects.values()))


def test_a_flood_slows_and_the_right_code_still_opens(cast, case):
    _held, secret = code(case)
    flood = Guest()
    Arrivals.objects.create(address=lane.digest("127.0.0.1", cast.at.date()), since=cast.at, sent=FREE)
    assert flood.post("come-in/", reference=case.reference, code="AAAA-BBBB-CCCC-DDDD-EEEE-0001").status_code == 429
    holder = Guest()
    slowed = holder.come_in(case, secret)
    turn = re.search(r'name="turn" value="([^"]+)"', slowed.content.decode())[1]
    assert slowed.status_code == 429
    holder.at += timedelta(minutes=2)
    assert holder.post("come-in/", reference=case.reference, code=secret, turn=turn).status_code == 302
    guess = Guest(at=holder.at).post(
        "come-in/", reference=case.reference, code="AAAA-BBBB-CCCC-DDDD-EEEE-FFFF", turn=turn
    )
    assert guess.status_code == 429, "a turn is good for one try only"


def test_before_somebody_is_in_no_page_says_what_it_is_about(case):
    guest = Guest()
    for address in ("come-in/", "link/", "link/AAAA-BBBB-CCCC-DDDD-EEEE-FFFF/"):
        main = guest.get(address).content.decode().split("<main")[1].split("</main")[0].lower()
        assert not re.search(r"police|complain|officer|shouted|case", main), address


INSIDE = ["", "told/", "write/", "record/", "withdraw/", "how-it-is/", "safe/", "reading/", "word/", "details/", "details/check/",
          "letters/1/", "letters/1/pdf/", "files/1/"]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_every_page_inside_leads_to_the_door(case, address):
    answer = Guest().get(address)
    assert (answer.status_code, answer["Location"]) == (302, "/en/your-page/come-in/")


def test_a_cookie_somebody_planted_opens_nothing_and_is_not_kept(case):
    _held, secret = code(case)
    guest = Guest()
    guest.client.cookies[COOKIE] = "planted-by-somebody-else"
    assert guest.get().status_code == 302
    came = guest.come_in(case, secret)
    assert came.cookies[COOKIE].value != "planted-by-somebody-else"
    thief = Guest()
    thief.client.cookies[COOKIE] = "planted-by-somebody-else"
    assert thief.get().status_code == 302


def test_the_cookie_is_for_this_visit_and_no_other_site(case):
    _held, secret = code(case)
    cookie = Guest().come_in(case, secret).cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["expires"], cookie["max-age"]) == (True, "Strict", "", "")
    assert not Sitting.objects.filter(digest=cookie.value).exists()


@pytest.mark.parametrize("away", [timedelta(minutes=16), timedelta(hours=3)])
def test_it_closes_by_itself(case, away):
    guest = at_home(case)
    guest.at += away
    assert guest.get().status_code == 302


def test_two_hours_is_the_most_however_busy_somebody_is(case):
    guest = at_home(case)
    for _quarter in range(8):
        guest.at += timedelta(minutes=14)
        assert guest.get().status_code == 200
    guest.at += timedelta(minutes=9)
    assert guest.get().status_code == 302


def test_leaving_ends_the_visit_clears_and_goes_nowhere_that_an_address_says(case):
    guest = at_home(case)
    kept = guest.client.cookies[COOKIE].value
    left = guest.get("leave/?next=https://elsewhere.example/&url=//elsewhere.example")
    assert (left.status_code, left["Location"]) == (302, "https://www.bbc.co.uk/weather")
    assert left.cookies[COOKIE].value == "" and left["Clear-Site-Data"] == '"cache"'
    assert left["Cache-Control"] == "no-store" and left["Referrer-Policy"] == "same-origin"
    guest.client.cookies[COOKIE] = kept
    assert guest.get().status_code == 302, "the cookie somebody copied opens nothing after"


def test_nothing_is_kept_by_a_browser_and_every_page_can_be_left(case):
    guest = at_home(case)
    for address in [
        "",
        "told/",
        "write/",
        "record/",
        "withdraw/",
        "how-it-is/",
        "safe/",
        "reading/",
        "word/",
        "details/",
    ]:
        page = guest.get(address)
        assert page["Cache-Control"] == "no-store" and page["Referrer-Policy"] == "same-origin", address
        assert "/en/your-page/leave/" in page.content.decode(), address
        assert case.reference not in page.request["PATH_INFO"]
        title = re.search("<title>(.*?)</title>", page.content.decode())[1]
        assert case.reference not in title and "Ffion" not in title and "shouted" not in title


def test_a_code_that_was_ended_closes_the_page_that_is_open(cast, case):
    guest = at_home(case)
    Pass.objects.update(ended_at=cast.at)
    assert guest.get().status_code == 302


def test_somebody_who_speaks_for_another_sees_what_they_sent_then_more_then_nothing(cast, case):
    speaks = represent(cast.ffion, {"name": "Gwen Parry"}, "solicitor", by=None, at=cast.at)
    guest = at_home(case, speaks.representative, speaks=speaks)
    assert "We have not seen the written consent" in guest.get().content.decode()
    assert "We have what you told us" not in guest.get().content.decode()
    see_consent(case, speaks, on=cast.at.date(), by=cast.sam, at=cast.at)
    assert "We have what you told us" in guest.get().content.decode()
    end_speaking(case, speaks, on=cast.at.date(), by=cast.sam, at=cast.at)
    assert guest.get().status_code == 302


def test_words_typed_in_a_visit_that_ended_are_there_again(case):
    guest = at_home(case)
    _held, again = code(case)
    guest.at += timedelta(hours=1)
    door = guest.post("write/", key="k", words="A long reply\nin two lines")
    assert door.status_code == 200 and 'name="carried"' in door.content.decode()
    back = guest.post("come-in/", reference=case.reference, code=again, carried="A long reply\nin two lines")
    assert back.status_code == 200 and "A long reply&#10;in two lines" in back.content.decode()
