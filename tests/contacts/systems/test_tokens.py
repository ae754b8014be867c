"""Tokens: an administrator gives one, it is shown once, and ended it opens nothing."""

from datetime import date, timedelta

import pytest

from gateways import clock
from putright.contacts.channels.systems import refusals, rules, tokens
from putright.contacts.channels.systems.models import Token
from putright.people.gates import NotAllowed

from .asking import UNTIL

pytestmark = pytest.mark.django_db
PRESSED = {
    "system": "Website of the force",
    "scopes": ["contacts:send"],
    "until-day": "31",
    "until-month": "12",
    "until-year": "2026",
}


@pytest.fixture
def toni(cast, client):
    client.force_login(cast.toni.user)
    with clock.fixed(cast.at):
        yield client


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_token_is_shown_once_and_only_its_digest_is_kept(toni, cast, language, django_assert_max_num_queries):
    answer = toni.post(f"/{language}/staff/systems/", PRESSED)
    assert answer.status_code == 200
    words = answer.content.decode()
    secret = next(word for word in words.replace("<", " ").replace(">", " ").split() if word.startswith("putright_"))
    token = Token.objects.get()
    assert token == tokens.open_token(secret, at=cast.at) and token.digest != secret
    assert (token.system, token.scopes, token.until, token.made_by) == (
        "Website of the force",
        ["contacts:send"],
        UNTIL,
        cast.toni,
    )
    with django_assert_max_num_queries(8):
        listed = toni.get(f"/{language}/staff/systems/").content.decode()
    assert "Website of the force" in listed and secret not in listed


def test_who_gave_it_who_ended_it_and_when_it_was_used_are_shown(toni, cast):
    secret = tokens.give("Old site", [rules.SEND], UNTIL, by=cast.toni, at=cast.at)
    token = tokens.open_token(secret, at=cast.at)
    tokens.read_pace(token, at=cast.at)
    assert toni.post(f"/en/staff/systems/{token.pk}/end/").status_code == 302
    ended = Token.objects.get()
    toni.post(f"/en/staff/systems/{token.pk}/end/")
    assert Token.objects.get().ended_at == ended.ended_at and ended.ended_by == cast.toni
    listed = toni.get("/en/staff/systems/").content.decode()
    assert "Given by Toni Ashe" in listed and "Ended by Toni Ashe" in listed and "Last used" in listed
    assert "End this token" not in listed
    assert toni.post("/en/staff/systems/999/end/").status_code == 404


def test_what_is_missing_or_too_long_is_asked_for_and_nothing_typed_is_lost(toni, cast):
    answer = toni.post("/en/staff/systems/", {"system": "My site"})
    words = answer.content.decode()
    assert answer.status_code == 422 and "My site" in words
    assert "Choose at least one thing" in words and "Enter the last day" in words
    late = toni.post("/en/staff/systems/", {**PRESSED, "until-year": "2030"})
    assert late.status_code == 422 and "a year at most" in late.content.decode()
    assert not Token.objects.exists()


def test_nobody_else_gives_or_ends_one(cast, client):
    for somebody in (cast.sam, cast.jo, cast.pat, cast.robin, cast.dana):
        with pytest.raises(NotAllowed):
            tokens.give("x", [rules.SEND], UNTIL, by=somebody, at=cast.at)
    tokens.give("x", [rules.SEND], UNTIL, by=cast.toni, at=cast.at)
    with pytest.raises(NotAllowed):
        tokens.end(Token.objects.get(), by=cast.jo, at=cast.at)


@pytest.mark.parametrize(
    ("scopes", "until", "refusal"),
    [
        ([], UNTIL, refusals.NoScope),
        (["cases:read"], UNTIL, refusals.NoScope),
        ([rules.SEND], date(2026, 3, 26), refusals.TooLong),
        ([rules.SEND], date(2026, 3, 27) + timedelta(days=367), refusals.TooLong),
    ],
)
def test_a_token_for_nothing_or_for_ever_is_refused(cast, scopes, until, refusal):
    with pytest.raises(refusal):
        tokens.give("x", scopes, until, by=cast.toni, at=cast.at)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_for_web_teams_leads_to_the_description_and_is_anybodys(cast, client, language):
    page = client.get(f"/{language}/for-systems/")
    assert page.status_code == 200 and "/api/v1/openapi.json" in page.content.decode()
    described = client.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    words = str(described)
    for needed in (
        "Idempotency-Key",
        "Contact-Secret",
        "application/problem+json",
        "contacts:send",
        "measures:read",
        "Retry-After",
    ):
        assert needed in words
