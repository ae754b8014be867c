"""Finding a case by reference, name or words: on both databases, and only what this person may open."""

import re

import pytest

from putright.cases import references
from putright.cases.actions import wall_off
from tests.make.contacts import contact

pytestmark = pytest.mark.django_db
REFERENCE = re.compile(r"PR-[0-9A-Z]{5}-[0-9A-Z]{5}(?=</a>)")


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    return client


def found(client, text, language="en"):
    return REFERENCE.findall(client.get(f"/{language}/staff/find/", {"q": text}).content.decode())


def test_by_reference_name_or_words_however_typed(sam, cast):
    case = contact(cast.ffion, words="Gadawyd fy nghar yn Llŷr heb air").case
    contact(cast.amir, words="The dog barked")
    bare = case.reference.replace("-", "").lower()
    for text in (case.reference, bare, f" {bare[2:]} ", "rees", "FFION", "llyr", "nghar llŷr", "lly"):
        assert found(sam, text) == [case.reference], text


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00",
        "x\x00y",
        "😟",
        '"',
        "' OR 1=1 --",
        "a* NEAR b",
        "& | !",
        ":*",
        "محمد",
        "ŵ" * 5_000,
        "%",
        "-",
        "AND",
    ],
)
def test_any_text_is_answered(sam, cast, text, language):
    contact(cast.ffion)
    assert sam.get(f"/{language}/staff/find/", {"q": text}).status_code == 200


def test_only_what_may_be_opened_is_found(sam, cast):
    case = contact(cast.ffion, words="Unmistakable").case
    wall_off(case, cast.sam, "is family", by=cast.jo, at=cast.at)
    assert found(sam, "unmistakable") == found(sam, case.reference) == []


def test_a_word_that_could_be_a_reference_is_still_a_word(sam, cast):
    word = next(w for w in ("checkpoint", "motorcycle", "discipline", "compliment", "helicopter", "complained", "telephoned",
                            "restrained", "handcuffed", "apologised", "aggressive", "unanswered", "threatened", "university")
                if references.tidy(w))  # fmt: skip
    case = contact(cast.ffion, words=f"It was about {word} only").case
    assert found(sam, word) == [case.reference]


def test_what_was_looked_for_stays_in_the_box(sam, cast):
    assert 'value="l&#39;x &lt;b&gt;"' in sam.get("/en/staff/find/", {"q": "l'x <b>"}).content.decode()


def test_more_than_fifty_are_said_to_be_more(sam, cast):
    for _ in range(52):
        contact(cast.amir, words="Same words")
    words = sam.get("/en/staff/find/", {"q": "same"}).content.decode()
    assert len(REFERENCE.findall(words)) == 50 and "more than fifty" in words
