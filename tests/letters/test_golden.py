"""Every letter of law, word for word, in English, in Welsh and in both: by content, never by bytes."""

import io
import os
import re
from collections import Counter

import pytest
from pypdf import PdfReader

from putright.letterkinds.kinds import KINDS
from putright.paper import blocks

from . import whole
from .test_pdf import tagged_languages

# Domain 3.4: each letter and the kinds that are it.
LETTERS = {
    "L1": {"passed_on"}, "L2": {"acknowledgement"}, "L3": {"not_complaint"}, "L4": {"outside"}, "L5": {"recorded"},
    "L6": {"subject_copy"}, "L7": {"referred"}, "L8": {"update"}, "L9": {"outcome"}, "L10": {"findings"},
    "L11": {"review_rights"}, "L12": {"no_action"}, "L13": {"meeting"}, "L14": {"delay_notice"},
    "L15": {"withdrawal_query", "withdrawn"}, "L16": {"review_received", "review_forwarded", "review_refused", "review_notice"},
    "L17": {"review_decision"}, "L18": {"recommendation", "response_copy"},
}  # fmt: skip
EACH = [(kind, language) for kind in whole.LAW for language in whole.languages_of(kind)]
each = pytest.mark.parametrize(("kind", "language"), EACH, ids=[f"{kind}-{said or 'both'}" for kind, said in EACH])


def test_all_eighteen_letters_are_kinds_of_their_own():
    assert set().union(*LETTERS.values()) == set(whole.LAW) <= set(KINDS)
    assert len(LETTERS) == 18


@each
def test_golden(cast, kind, language):
    said, path = whole.text(whole.letter(cast, kind, language)), whole.path_of(kind, language)
    if os.environ.get("WRITE_GOLDEN"):
        path.write_text(said, encoding="utf-8")
    assert said == path.read_text(encoding="utf-8")


@each
def test_on_paper_every_word_is_there_and_every_passage_says_its_language(cast, kind, language):
    made = whole.letter(cast, kind, language)
    reader = PdfReader(io.BytesIO(made.pdf))
    printed = Counter(re.findall(r"\w+", " ".join(page.extract_text() for page in reader.pages)))
    words = Counter(re.findall(r"\w+", blocks.plain(made.body, made.values["passages"])))
    upper = {word for word in words if word.isupper()}  # headings are shouted in plain text only
    assert {word: n for word, n in (words - printed).items() if word not in upper} == {}
    tagged = {found.lower()[:2] for found in tagged_languages(reader)} | {str(reader.trailer["/Root"]["/Lang"])[:2].lower()}
    assert tagged == set(made.language.split("+"))


def test_there_is_no_golden_text_of_a_letter_that_is_no_more():
    kept = {path.name for path in whole.GOLDEN.iterdir()}
    assert kept == {whole.path_of(kind, language).name for kind, language in EACH}
