"""What staff do about somebody's own page: give a code, end one, deal with what was asked for."""

import re
from uuid import uuid4

import pytest

from putright.cases.models import Event
from putright.contacts.actions import receive
from putright.contacts.said import Said
from putright.letters.actions import write_letter
from putright.letters.page_code import PLACE, printed
from putright.letters.refusals import PartMissing
from putright.own_page.models import Ask
from putright.passes.models import Pass
from putright.people.actions import represent
from putright.people.models import Person
from tests.contacts.web import walk
from tests.letters.cases import told
from tests.make.passes import Guest, at_home, code

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam(cast, client):
    client.force_login(cast.sam.user)
    return client


def give(sam, case, holder, **more):
    typed = {"who": f"{holder.pk}-0", "checked": "rang", "press": "p", **more}
    return sam.post(f"/en/staff/cases/{case.reference}/own-page/", typed)


def shown_code(page) -> str:
    return re.search(r"<strong>((?:[0-9A-Z]{4}-){5}[0-9A-Z]{4})</strong>", page.content.decode())[1]


def test_a_handler_who_checked_gives_a_code_that_is_shown_once_and_ends_the_older_ones(cast, case, sam):
    _held, old = code(case)
    home = at_home(case)
    page = give(sam, case, cast.ffion)
    again = give(sam, case, cast.ffion)
    assert "cannot be shown again" in again.content.decode()
    assert Guest().come_in(case, shown_code(page)).status_code == 302
    assert Guest().come_in(case, old).status_code == 422 and home.get().status_code == 302
    event = Event.objects.get(case=case, verb="pass_given")
    assert (event.by, event.facts["checked"], event.facts["person"]) == (cast.sam, "rang", cast.ffion.pk)


def test_how_it_was_checked_must_be_said(cast, case, sam):
    page = give(sam, case, cast.ffion, checked="")
    assert page.status_code == 422 and "Say how you checked" in page.content.decode() and not Pass.objects.exists()


def test_a_code_is_given_to_those_of_this_case_only(cast, case, sam):
    assert give(sam, case, cast.amir).status_code == 422
    receive(Said(key=uuid4(), channel="web", words="Me too"), cast.amir, by=None, at=cast.at, joins=case)
    speaks = represent(cast.ffion, {"name": "Gwen Parry"}, by=None, at=cast.at)
    page = sam.get(f"/en/staff/cases/{case.reference}/own-page/").content.decode()
    assert "Amir Haddad" in page and "Gwen Parry, who speaks for Ffion Rees" in page
    assert give(sam, case, cast.amir).status_code == 200
    made = give(
        sam, case, speaks.representative, who=f"{speaks.representative.pk}-{speaks.pk}", reads_only="yes", press="q"
    )
    assert made.status_code == 200 and Pass.objects.get(person=speaks.representative).acts is False


def test_a_code_is_ended(cast, case, sam):
    held, secret = code(case)
    for _press in range(2):
        assert (
            sam.post(f"/en/staff/cases/{case.reference}/own-page/codes/{held.pk}/", {"press": "p"}).status_code == 302
        )
    assert Guest().come_in(case, secret).status_code == 422 and Event.objects.filter(verb="pass_ended").count() == 1


def test_what_belongs_to_another_case_is_not_there(cast, case, sam):
    other = told(cast.amir, at=cast.at)
    held, _secret = code(other)
    at_home(other).post("record/", key="k", words="")
    for address in (f"codes/{held.pk}/", f"asked/{Ask.objects.get().pk}/", "details/1/"):
        assert (
            sam.post(f"/en/staff/cases/{case.reference}/own-page/{address}", {"press": "p", "words": "x"}).status_code
            == 404
        )
    held.refresh_from_db()
    assert held.ended_at is None


def test_what_they_asked_for_stands_on_the_case_until_it_is_dealt_with(cast, case, sam):
    at_home(case).post("withdraw/", key="k", sure="yes", signature="Ffion Rees", words="I am tired")
    page = sam.get(f"/en/staff/cases/{case.reference}/").content.decode()
    assert "They say that they withdraw" in page and "Waiting for you" in page
    address = f"/en/staff/cases/{case.reference}/own-page/asked/{Ask.objects.get().pk}/"
    shown = sam.get(address).content.decode()
    assert "Ffion Rees" in shown and "I am tired" in shown and "CMR 2020 reg 38" in shown
    assert sam.post(address, {"words": "Wrote to her", "press": "p"}).status_code == 302
    assert "Waiting for you" not in sam.get(f"/en/staff/cases/{case.reference}/").content.decode()
    assert Event.objects.get(verb="dealt_with").payload.body == {"words": "Wrote to her"}


def test_asking_for_a_record_leads_the_handler_to_recording(case, sam):
    at_home(case).post("record/", key="k", words="")
    page = sam.get(f"/en/staff/cases/{case.reference}/own-page/asked/{Ask.objects.get().pk}/").content.decode()
    assert f"/en/staff/cases/{case.reference}/record/" in page


def test_the_first_letter_on_paper_carries_a_code_that_is_kept_nowhere_and_printed_until_it_was_used(cast, case):
    Person.objects.filter(pk=cast.ffion.pk).update(email="", address="1 Stryd Fawr", prefers="post")
    case.complainant.refresh_from_db()
    letter = write_letter(case, "acknowledgement", {}, by=None, at=cast.at)
    assert PLACE in letter.body and Event.objects.get(verb="wrote").facts["pass"] == Pass.objects.get().pk
    sheet = printed(letter)
    secret = re.search(r"\*\*((?:[0-9A-Z]{4}-){5}[0-9A-Z]{4})\*\*", sheet.body)[1]
    assert secret not in str(list(Pass.objects.values())) and bytes(sheet.pdf) != bytes(letter.pdf)
    assert Guest().come_in(case, secret).status_code == 302
    assert PLACE in printed(letter).body


def test_a_letter_by_email_carries_no_code(cast, case):
    letter = write_letter(case, "acknowledgement", {}, by=None, at=cast.at)
    assert letter.medium == "email" and PLACE not in letter.body and not Pass.objects.exists()
    with pytest.raises(PartMissing):
        write_letter(case, "page_code", {}, by=cast.sam, at=cast.at)


def test_a_new_code_by_post_ends_the_older_ones(cast, case):
    Person.objects.filter(pk=cast.ffion.pk).update(email="", address="1 Stryd Fawr")
    case.complainant.refresh_from_db()
    _held, old = code(case)
    letter = write_letter(case, "page_code", {}, by=cast.sam, at=cast.at)
    assert Guest().come_in(case, old).status_code == 422
    secret = re.search(r"\*\*((?:[0-9A-Z]{4}-){5}[0-9A-Z]{4})\*\*", printed(letter).body)[1]
    assert Guest().come_in(case, secret).status_code == 302


@pytest.mark.parametrize("answers", [walk.ORDINARY, walk.ANONYMOUS])
def test_the_end_of_the_public_form_shows_a_code_that_opens_it(cast, client, answers):
    sent = walk.send(client, walk.walk(client, answers))
    page = client.get("/en/tell-us/sent/").content.decode()
    secret = re.search(r"(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}", page)[0]
    held = Pass.objects.get()
    guest = Guest(at=held.given_at)
    assert sent.status_code == 200 and guest.come_in(held.case, secret).status_code == 302
    assert "The officer was curt with me" in guest.get("told/").content.decode()


def test_the_panel_costs_the_same_however_much_there_is(case, sam, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    address = f"/en/staff/cases/{case.reference}/"
    sam.get(address)
    with CaptureQueriesContext(
        connection,
    ) as few:
        sam.get(address)
    asked = len(few)
    guest = at_home(case)
    for number in range(3):
        code(case)
        guest.post("how-it-is/", key=str(number), rating="well")
    with django_assert_max_num_queries(asked + 1):
        sam.get(address)
