"""GOV.UK Notify as its documentation says: signed requests, its answers, its errors, and looking a message up again."""

import pytest

from gateways import notify, post
from gateways.notify_fake import KEY, FakeNotify, is_signed, listening
from tests.make.people import AT

TEMPLATE = "33333333-3333-4333-8333-333333333333"


@pytest.fixture
def fake():
    return FakeNotify()


@pytest.fixture
def service(fake):
    with listening(fake) as address:
        yield notify.Notify(address, KEY)


def text(service, reference="ours-1"):
    return service.text("07700 900123", "Please ring.", reference, TEMPLATE, at=AT)


def test_a_text_carries_template_words_and_our_reference(service, fake):
    taken = text(service)
    assert (taken.status, fake.taken[0]["id"]) == ("created", taken.number)
    assert fake.taken[0]["told"] == {
        "phone_number": "07700 900123", "template_id": TEMPLATE, "personalisation": {"message": "Please ring."},
        "reference": "ours-1",
    }  # fmt: skip


def test_a_letter_goes_as_a_finished_pdf(service, fake):
    assert service.paper(b"%PDF-1.7", "ours-2", at=AT).status == "pending-virus-check"
    assert fake.taken[0]["told"] == {"reference": "ours-2", "content": "JVBERi0xLjc=", "postage": "second"}


def test_a_letter_too_large_for_the_service_is_refused_before_it_goes(service, fake):
    with pytest.raises(post.Refused, match="larger"):
        service.paper(b"x" * (notify.LARGEST_LETTER + 1), "ours", at=AT)
    assert fake.taken == []


@pytest.mark.parametrize(("code", "raised"), [(400, post.Refused), (403, post.Later), (429, post.Later), (500, post.Later)])
def test_only_a_wrong_message_is_refused_for_good(service, fake, code, raised):
    fake.trouble = code
    with pytest.raises(raised, match=f"answered {code}: "):
        text(service)
    assert fake.taken == []


def test_a_wrong_key_is_for_the_office_to_mend(fake):
    with listening(fake) as address, pytest.raises(post.Later, match="403: AuthError"):
        text(notify.Notify(address, KEY[:-1] + "9"))


def test_a_line_that_drops_after_it_was_taken_is_found_again_by_our_reference(service, fake):
    fake.silent = True
    with pytest.raises(post.Later):
        text(service)
    found = service.find("ours-1", at=AT)
    assert found is not None and found.number == fake.taken[0]["id"]
    assert service.find("nobodys", at=AT) is None


@pytest.mark.parametrize("status", ["sending", "delivered", "permanent-failure", "temporary-failure", "technical-failure"])
def test_what_became_of_it_is_asked_by_its_number(service, fake, status):
    taken = text(service)
    fake.said("ours-1", status)
    assert service.look(taken.number, at=AT).status == status


def test_a_number_it_does_not_know_is_trouble_and_not_an_answer(service):
    with pytest.raises(post.Later, match="404: NoResultFound"):
        service.look("none", at=AT)


def test_nobody_listening_is_later():
    with pytest.raises(post.Later, match="did not answer"):
        text(notify.Notify("http://127.0.0.1:9", KEY))


def test_an_address_that_is_no_web_address_is_not_opened():
    with pytest.raises(post.Later, match="not a web address"):
        text(notify.Notify("ftp://files.example", KEY))


def test_the_fake_refuses_a_token_of_another_key():
    assert is_signed(f"Bearer {notify.token(KEY, at=AT)}")
    assert not is_signed(f"Bearer {notify.token(KEY[:-1] + '9', at=AT)}") and not is_signed("Bearer nonsense")


def test_without_a_key_there_is_no_service(settings):
    assert notify.notify() is None
    settings.NOTIFY_KEY = KEY
    assert notify.notify() == notify.Notify(settings.NOTIFY_URL, KEY)
