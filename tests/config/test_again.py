"""A session that ends under a handler's hands loses none of their words."""

from django.test import Client

from putright.cases.models import Event
from tests.make import cases

WORDS = "She rang from work and can only speak after five; her neighbour saw it all."


def posted(client, case, **extra):
    return client.post(f"/en/staff/cases/{case.reference}/note", {"words": WORDS}, **extra)


def test_signed_out_meanwhile_their_words_come_back_with_a_way_to_sign_in(client, cast):
    answer = posted(client, cases.case(cast.ffion), headers={"origin": "http://testserver"})
    page = answer.content.decode()
    assert answer.status_code == 403
    assert page.count(WORDS) == 2 and "/en/staff/sign-in/" in page  # to read, and to send again
    assert not Event.objects.filter(verb="noted").exists()


def test_signed_in_again_the_same_words_are_sent_and_kept(client, cast):
    case = cases.case(cast.ffion)
    client.force_login(cast.sam.user)
    assert posted(client, case, headers={"origin": "http://testserver"}).status_code == 302
    assert Event.objects.get(verb="noted").payload.body == {"words": WORDS}


def test_a_token_from_before_signing_in_again_costs_a_second_press_and_no_words(cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.sam.user)
    answer = posted(client, cases.case(cast.ffion), headers={"origin": "http://testserver"})
    assert answer.status_code == 403 and WORDS in answer.content.decode()


def test_words_another_site_sent_are_not_put_into_a_form_of_ours(cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.sam.user)
    answer = posted(client, cases.case(cast.ffion), headers={"origin": "http://elsewhere.example"})
    assert answer.status_code == 403 and WORDS not in answer.content.decode()


def test_nothing_of_the_case_is_shown_to_somebody_signed_out(client, cast):
    case = cases.case(cast.ffion, summary="Her dog was hurt")
    page = posted(client, case, headers={"origin": "http://testserver"}).content.decode()
    assert "Her dog" not in page and "Ffion" not in page
