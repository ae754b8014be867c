"""What another system sends becomes a contact once, whatever it sends twice; what is wrong is said field by field."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from gateways import clock
from putright.cases.log import broken_at
from putright.contacts.channels.systems import owed, rules, tokens
from putright.contacts.channels.systems.models import Sending, Token
from putright.contacts.models import Contact
from putright.letters.owed import unanswered
from putright.people.models import Person

from .asking import SAID, UNTIL, bearer, give, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def web(cast):
    with clock.fixed(cast.at):
        yield Client()


def test_what_is_sent_becomes_a_contact_with_its_case_its_event_and_its_acknowledgement_owed(web, cast):
    ffion = {"name": "Ffion Rees", "email": "ffion@complainant.example", "no_phone": True, "at_risk": True}
    told = {**SAID, "kind": "complaint", "language": "cy", "happened_on": "2026-03-01", "place": "Heol y Bont", "person": ffion}
    answer = post(web, give(cast), told)
    assert answer.status_code == 201, answer.content
    contact = Contact.objects.select_related("case", "person").get()
    assert answer.json()["reference"] == contact.case.reference and answer.json()["lane"] == "ordinary"
    assert (contact.channel, contact.kind, contact.language, contact.place) == ("web", "complaint", "cy", "Heol y Bont")
    person = contact.person
    assert (person.name, person.safe_contact, person.at_risk) == ("Ffion Rees", {"no_phone": True}, True)
    assert broken_at(contact.case) is None
    assert [event.case for event in unanswered(cast.at)] == [contact.case]
    assert Sending.objects.get().token.system == "Website of the force"


def test_nobody_has_to_say_who_they_are(web, cast):
    assert post(web, give(cast)).status_code == 201
    assert Contact.objects.get().person is None and not Person.objects.filter(name="").exists()


def test_the_same_key_and_content_is_one_contact_and_the_same_answer(web, cast):
    secret, key = give(cast), str(uuid4())
    first, second = (post(web, secret, key=key) for _ in range(2))
    assert (first.status_code, first.json()) == (second.status_code, second.json())
    assert (
        post(web, secret, json.dumps(SAID, indent=2), key=key).json() == first.json()
    )  # the same said, written otherwise
    assert Contact.objects.count() == 1


def test_the_same_key_with_other_content_is_refused_and_nothing_is_kept(web, cast):
    secret, key = give(cast), str(uuid4())
    post(web, secret, key=key)
    other = post(web, secret, {"words": "Something else"}, key=key)
    assert (other.status_code, other.json()["type"]) == (422, "urn:putright:problem:key-reused")
    assert Contact.objects.count() == 1


def test_two_systems_may_have_the_same_key_and_without_a_key_each_sending_is_a_new_one(web, cast):
    key = str(uuid4())
    assert {post(web, give(cast), key=key).status_code for _ in range(2)} == {201}
    for _ in range(2):
        sent = web.post(
            "/api/v1/contacts", json.dumps(SAID), content_type="application/json", headers=bearer(give(cast))
        )
        assert sent.status_code == 201
    assert Contact.objects.count() == 4


def test_above_the_pace_a_contact_is_taken_in_the_slow_lane_and_becomes_a_case_by_itself(web, cast, monkeypatch):
    monkeypatch.setattr("putright.contacts.channels.systems.queries.CONTACTS", 2)
    secret, key = give(cast), str(uuid4())
    assert [post(web, secret).status_code for _ in range(2)] == [201, 201]
    slow = post(web, secret, key=key)
    assert (slow.status_code, slow.json()["lane"], slow.json()["reference"]) == (202, "slow", "")
    assert slow.headers["RateLimit"] == '"contacts";r=0;t=60'
    asked = web.get(
        f"/api/v1/contacts/{slow.json()['receipt']}",
        headers=bearer(secret, **{"Contact-Secret": slow.json()["secret"]}),
    )
    assert (asked.json()["stage"], asked.json()["reference"]) == ("waiting", "")
    due = list(owed.owed(cast.at, limit=10))
    for _ in range(2):  # done twice has one effect
        owed.fulfil(due[0][0], at=cast.at + timedelta(minutes=2))
    assert len(due) == 1 and not list(owed.owed(cast.at, limit=10))
    assert Contact.objects.count() == 3
    late = Sending.objects.select_related("contact__case").get(slow=True)
    assert (late.contact.received_at, late.waiting) == (cast.at, None)  # as of the moment it was sent
    assert post(web, secret, key=key).json() == slow.json()
    asked = web.get(
        f"/api/v1/contacts/{slow.json()['receipt']}",
        headers=bearer(secret, **{"Contact-Secret": slow.json()["secret"]}),
    )
    assert asked.json()["reference"] == late.contact.case.reference


def test_the_stage_is_told_by_reference_and_secret_and_nothing_about_anybody(web, cast):
    token = give(cast)
    sent = post(web, token, {**SAID, "person": {"name": "Ffion Rees"}}).json()
    for reference in (sent["reference"], sent["reference"].lower(), sent["receipt"]):
        for secret in (sent["secret"], sent["secret"].lower().replace("-", " ")):
            asked = web.get(f"/api/v1/contacts/{reference}", headers=bearer(token, **{"Contact-Secret": secret}))
            assert asked.status_code == 200
            assert asked.json() == {
                "reference": sent["reference"], "stage": "received", "words": "We have it. We are reading it.",
            }  # fmt: skip


def test_a_wrong_reference_and_a_wrong_secret_are_answered_alike(web, cast):
    token = give(cast)
    one, other = post(web, token).json(), post(web, token).json()
    tries = [
        (one["reference"], other["secret"]),
        ("PR-00000-00000", one["secret"]),
        (one["reference"], "x"),
        ("x", "x"),
    ]
    said = [
        web.get(f"/api/v1/contacts/{ref}", headers=bearer(token, **{"Contact-Secret": secret})) for ref, secret in tries
    ]
    assert {answer.status_code for answer in said} == {404}
    assert len({answer.content for answer in said}) == 1


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(
    ("told", "wrong", "sentence"),
    [
        ({}, ("words", "missing"), {"en": "This is needed", "cy": "Mae angen hwn"}),
        ({**SAID, "wrods": "x"}, ("wrods", "unknown"), {"en": "Did you mean “words”", "cy": "Ai “words”"}),
        ({**SAID, "zebra": 1}, ("zebra", "unknown"), {"en": "Leave it out", "cy": "Gadewch ef allan"}),
        ({**SAID, "person": {"e_mail": "a"}}, ("person.e_mail", "unknown"), {"en": "“email”", "cy": "“email”"}),
        ({"words": "  \n"}, ("words", "no_words"), {"en": "A few words", "cy": "ychydig eiriau"}),
        ({"words": "\x00\x01"}, ("words", "no_words"), {"en": "A few words", "cy": "ychydig eiriau"}),
        ({"words": 7}, ("words", "string_type"), {"en": "text", "cy": "destun"}),
        ({"words": "x" * 50_001}, ("words", "string_too_long"), {"en": "50000", "cy": "50000"}),
        ({**SAID, "kind": "rant"}, ("kind", "literal_error"), {"en": "'compliment'", "cy": "'compliment'"}),
        ({**SAID, "happened_on": "2026-02-30"}, ("happened_on", "no_day"), {"en": "2026-03-27", "cy": "2026-03-27"}),
        ({**SAID, "happened_on": "2026-03-28"}, ("happened_on", "later"), {"en": "still to come", "cy": "eto i ddod"}),
        ({**SAID, "person": {"email": "ffion at home"}}, ("person.email", "email"), {"en": "name@", "cy": "enw@"}),
        ({**SAID, "person": {"at_risk": "yes"}}, ("person.at_risk", "bool_type"), {"en": "true", "cy": "true"}),
        ({**SAID, "person": {"not_before": "9am"}}, ("person.not_before", "hour"), {"en": "09:00", "cy": "09:00"}),
        ({**SAID, "person": "Ffion"}, ("person", "model_attributes_type"), {"en": "object", "cy": "wrthrych"}),
    ],
)  # fmt: skip
def test_every_wrong_field_is_named_with_how_to_mend_it(web, cast, told, wrong, sentence, language):
    answer = post(web, give(cast), told, **{"Accept-Language": language})
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert (
        answer.json()["title"]
        == {"en": "Something in it needs to be mended", "cy": "Mae angen trwsio rhywbeth ynddo"}[language]
    )
    (named,) = answer.json()["errors"]
    assert (named["field"], named["code"]) == wrong
    assert sentence[language].casefold() in named["message"].casefold()
    assert not Contact.objects.exists()


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 415), (b"{", 400), (b"[]", 400), (b"null", 400), (b'"words"', 400), (b'{"words": NaN}', 400), (b"\xff\xfe{", 400),
        (b'{"words": ' + b"9" * 5000 + b"}", 400), (b"[" * 100_000, 400), (b'{"a":' * 3000 + b"1" + b"}" * 3000, 400),
        (b'{"words": {"a": {"b": {"c": {"d": {"e": {}}}}}}}', 400), (b'{"words": "\\ud800 alone"}', 201),
        (b'{"words": "one", "x\\ud800": 1}', 422), (b'{"words": "' + b"x" * 1_000_000 + b'"}', 413),
    ],
)  # fmt: skip
def test_a_body_made_to_break_us_is_answered_plainly(web, cast, body, status):
    answer = post(web, give(cast), body)
    assert answer.status_code == status, answer.content
    if status >= 400:
        assert answer["Content-Type"] == "application/problem+json" and answer.json()["status"] == status


def test_what_is_not_json_or_not_there_or_by_the_wrong_method_is_a_problem_too(web, cast):
    token = give(cast)
    assert post(web, token, b"words=x", content_type="application/x-www-form-urlencoded").status_code == 415
    for method, path, status in [
        ("get", "/api/v1/contacts", 405), ("delete", "/api/v1/contacts/PR-1", 405), ("get", "/api/v1/nothing", 404),
        ("get", "/api/nothing", 404), ("get", "/api/v1/contacts/%00", 404),
    ]:  # fmt: skip
        answer = getattr(web, method)(path, headers=bearer(token))
        assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json"), path
    assert web.get("/api/v1/contacts", headers=bearer(token))["Allow"]


def test_every_operation_needs_its_own_scope_and_a_session_is_no_help(web, cast):
    asked = {
        rules.SEND: lambda secret: post(web, secret),
        rules.STATUS: lambda secret: web.get("/api/v1/contacts/x", headers=bearer(secret, **{"Contact-Secret": "x"})),
        rules.MEASURES: lambda secret: web.get("/api/v1/measures/2026/3", headers=bearer(secret)),
    }
    web.force_login(cast.jo.user)
    for needed, ask in asked.items():
        for scope in rules.SCOPES:
            assert (ask(give(cast, scope)).status_code == 403) is (scope != needed)
        for secret in ("", "made up", "putright_\u00e9"):
            answer = ask(secret)
            assert (answer.status_code, answer["WWW-Authenticate"]) == (401, 'Bearer realm="putright"')


def test_a_token_ended_or_past_its_last_day_opens_nothing(web, cast):
    secret = give(cast)
    assert post(web, secret).status_code == 201
    tokens.end(Token.objects.get(), by=cast.toni, at=cast.at)
    assert post(web, secret).status_code == 401
    with clock.fixed(cast.at.replace(year=2027)):
        assert post(web, tokens.give("Old", [rules.SEND], UNTIL, by=cast.toni, at=cast.at)).status_code == 401


def test_only_reading_is_asked_to_wait_and_says_how_long(web, cast, monkeypatch):
    monkeypatch.setattr("putright.contacts.channels.systems.tokens.READS", 2)
    secret = give(cast)

    def ask(at):
        with clock.fixed(at):
            return web.get("/api/v1/measures/2026/3", headers=bearer(secret))

    assert [ask(cast.at).status_code for _ in range(2)] == [200, 200]
    slowed = ask(cast.at + timedelta(seconds=20))
    assert (slowed.status_code, slowed["Retry-After"], slowed["RateLimit"]) == (429, "40", '"reads";r=0;t=40')
    assert post(web, secret).status_code == 201
    assert ask(cast.at + timedelta(seconds=60)).status_code == 200


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_month_is_as_an_analyst_sees_it(web, cast, language):
    secret = give(cast)
    for _ in range(3):
        post(web, secret)
    read = web.get("/api/v1/measures/2026/3", headers=bearer(secret, **{"Accept-Language": language})).json()
    assert (read["year"], read["month"], read["going_on"]) == (2026, 3, True)
    ways = next(table for table in read["tables"] if table["code"] == "contacts")
    web_line = next(line for line in ways["figures"] if line["part"] == "web")
    assert web_line["values"][0] == {"en": "hidden", "cy": "wedi’i guddio"}[language]
    for _ in range(4):
        post(web, secret)
    read = web.get("/api/v1/measures/2026/3", headers=bearer(secret, **{"Accept-Language": language})).json()
    ways = next(table for table in read["tables"] if table["code"] == "contacts")
    assert next(line for line in ways["figures"] if line["part"] == "web")["values"][0] == "7"
    for month in ("2026/4", "1899/1", "2026/13", "99999999999999999999/1", "x/y"):
        assert web.get(f"/api/v1/measures/{month}", headers=bearer(secret)).status_code in (404, 422)


def test_no_secret_and_no_word_is_kept_beside_the_contact(web, cast):
    token = give(cast)
    sent = post(web, token, key="their-key").json()
    kept = json.dumps([list(Token.objects.values()), list(Sending.objects.values())], default=str)
    for secret in (token, sent["secret"], "their-key", SAID["words"]):
        assert secret not in kept
