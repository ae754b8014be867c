"""The screens of sealed information: the words to say first, three steps, and no word of it where it does not belong."""

import json
from pathlib import Path
from uuid import uuid4

import jsonschema_rs
import pypdfium2
import pytest
from django.test import Client

from putright.cases.models import EventPayload
from putright.contacts.models import Contact
from putright.intelligence import actions
from putright.intelligence.models import Keeper, Record, Step, Words
from tests.intelligence.test_sealed import CANARIES, TOLD, WHY
from tests.make import people as make_people

pytestmark = pytest.mark.django_db
SHAPE = Path(__file__).resolve().parents[2] / "docs" / "handover" / "putright-intelligence-1.schema.json"
TAKE = "/en/staff/information/take/"


@pytest.fixture
def kim(cast):
    return make_people.handler("Kim Second", "supervisor")


@pytest.fixture
def as_(client):
    def sign_in(person):
        client.force_login(person.user)
        return client

    return sign_in


def typed(**changes):
    return {"key": str(uuid4()), "began": "", "insists": "yes", "threat": "yes", "said": TOLD.said, "sanitised": TOLD.sanitised,
            "source_grade": "2", "assessment": "C", "handling": "P", "name": TOLD.name, "reach": TOLD.reach,
            "channel": "phone", **changes}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_words_to_say_come_first_and_the_answer_shows_nothing_of_what_was_told(as_, cast, kim, language):
    sam = as_(cast.sam)
    address = TAKE.replace("en", language, 1)
    page = sam.get(address).content.decode()
    assert page.index("0800 555 111") < page.index("<form class=\"app-form\"") and "no-store" in sam.get(address)["Cache-Control"]
    answer = sam.post(address, typed())
    assert answer.status_code == 200 and Record.objects.get().threat
    assert not any(canary in answer.content.decode() for canary in CANARIES)
    assert not any(canary in str(list(EventPayload.objects.values_list("body"))) for canary in CANARIES)
    assert Contact.objects.get().seconds is None


def test_crimestoppers_must_have_been_offered_and_nothing_typed_is_lost(as_, cast, kim):
    page = as_(cast.sam).post(TAKE, {name: value for name, value in typed().items() if name != "insists"})
    assert page.status_code == 422 and "Tell them of Crimestoppers first" in page.content.decode()
    assert TOLD.said in page.content.decode() and Record.objects.count() == 0


def pack_by_link(person, here):
    """Asked by a client that looks for no manners: the answer is no page."""
    plain = Client()
    plain.force_login(person.user)
    return plain.get(f"{here}pack/")


@pytest.mark.parametrize("language", ["en", "cy"])
def test_from_the_red_list_to_the_tombstone(as_, cast, kim, language):
    made = actions.take(TOLD, uuid4(), by=cast.sam, at=cast.at)
    sam = as_(cast.sam)
    assert f"/staff/information/{made.pk}/" not in sam.get(f"/{language}/staff/my-work/").content.decode()
    assert sam.get(f"/{language}/staff/information/").status_code == 403
    jo = as_(cast.jo)
    work = jo.get(f"/{language}/staff/my-work/").content.decode()
    assert f"/{language}/staff/information/{made.pk}/" in work and not any(c in work for c in CANARIES)
    for address in (f"/{language}/staff/information/", f"/{language}/staff/information/{made.pk}/"):
        assert not any(c in jo.get(address).content.decode() for c in CANARIES)
    here = f"/{language}/staff/information/{made.pk}/"
    assert pack_by_link(cast.jo, here).status_code == 405, "no link or reload opens it"
    pack = jo.post(f"{here}pack/").content.decode()
    assert "Qflorence" in pack and "Qdougal" not in pack and "Qzebedee" not in pack
    assert f"/{language}/staff/information/{made.pk}/" not in jo.get(f"/{language}/staff/my-work/").content.decode()
    told = json.loads(jo.post(f"{here}pack/", {"as": "json"}).content)
    jsonschema_rs.validator_for(json.loads(SHAPE.read_text())).validate(told)
    text = jo.post(f"{here}pack/", {"as": "text"})
    assert text["Content-Type"] == "text/plain; charset=utf-8" and "Qflorence" in text.content.decode()
    assert jo.post(f"{here}sealed/", {"why": WHY}).status_code == 403
    named = {"handler": str(kim.pk), "why": WHY}
    assert jo.post(f"/{language}/staff/information/keepers/", named).status_code == 302
    other = as_(kim)
    assert other.post(f"{here}sealed/", {"why": ""}).status_code == 422
    sheet = other.post(f"{here}sealed/", {"why": WHY}).content.decode()
    assert TOLD.name in sheet and TOLD.said in sheet
    assert WHY in other.get(here).content.decode()
    assert other.post(f"{here}receipt/", {"reference": "INT/7"}).status_code == 422 and Words.objects.exists()
    assert other.post(f"{here}receipt/", {"reference": "INT/7", "both": "yes"}).status_code == 302
    assert "INT/7" in other.get(f"/{language}/staff/information/").content.decode() and not Words.objects.exists()
    assert other.get(here).status_code == other.post(f"{here}pack/").status_code == 404


@pytest.mark.parametrize("language", ["en", "cy"])
def test_as_one_file_to_read_it_has_what_the_pack_has_and_never_who_told(as_, cast, kim, language):
    made = actions.take(TOLD, uuid4(), by=cast.sam, at=cast.at)
    here = f"/{language}/staff/information/{made.pk}/pack.pdf"
    assert as_(cast.sam).post(here).status_code == 403 and made.pack_opened_at is None
    jo = as_(cast.jo)
    assert here in jo.get(f"/{language}/staff/information/{made.pk}/").content.decode()
    answer = jo.post(here)
    assert answer["Content-Type"] == "application/pdf" and "no-store" in answer["Cache-Control"]
    words = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(answer.content))
    assert "Qflorence" in words and "Qdougal" not in words and "Qzebedee" not in words
    assert ("A threat to life" if language == "en" else "Bygythiad i fywyd") in words
    assert list(Step.objects.filter(record=made).values_list("verb", flat=True)) == ["taken", "pack_opened"]
    plain = Client()
    plain.force_login(cast.jo.user)
    assert plain.get(here).status_code == 405 and jo.post(here.replace(str(made.pk), "999")).status_code == 404


def test_a_keeper_is_ended_on_the_screen(as_, cast, kim):
    keeper = actions.name_keeper(kim, WHY, by=cast.jo, at=cast.at)
    jo = as_(cast.jo)
    assert "Kim Second" in jo.get("/en/staff/information/keepers/").content.decode()
    assert jo.post(f"/en/staff/information/keepers/{keeper.pk}/end/").status_code == 302
    assert jo.post("/en/staff/information/keepers/999/end/").status_code == 404
    assert Keeper.objects.get().ended_at is not None
    assert jo.post("/en/staff/information/keepers/", {"handler": str(kim.pk), "why": "short"}).status_code == 422


def test_one_kept_from_a_supervisor_answers_exactly_like_one_that_is_missing(as_, cast, kim):
    kept = actions.take(TOLD.__class__(**{**vars(TOLD), "kept_from": (cast.jo.pk,)}), uuid4(), by=cast.sam, at=cast.at)
    jo = as_(cast.jo)
    for part, posted in (("", None), ("pack/", {}), ("sealed/", {"why": WHY}), ("receipt/", {"reference": "X", "both": "yes"}),
                         ("pack.pdf", {})):  # fmt: skip
        answers = [
            jo.get(address) if posted is None else jo.post(address, posted)
            for address in (f"/en/staff/information/{pk}/{part}" for pk in (kept.pk, 999))
        ]
        assert [one.status_code for one in answers] == [404, 404]
    assert "Sealed record" not in jo.get("/en/staff/information/").content.decode()
    assert "threat to life" not in jo.get("/en/staff/my-work/").content.decode().lower()


def test_the_screens_take_few_queries(as_, cast, kim, django_assert_max_num_queries):
    for _time in range(4):
        made = actions.take(TOLD, uuid4(), by=cast.sam, at=cast.at)
    sam = as_(cast.sam)
    sam.get(TAKE)  # the session is written once
    with django_assert_max_num_queries(8):
        sam.get(TAKE)
    jo = as_(cast.jo)
    jo.get("/en/staff/information/")
    for address in ("", f"{made.pk}/", "keepers/"):
        with django_assert_max_num_queries(8):
            jo.get(f"/en/staff/information/{address}")
