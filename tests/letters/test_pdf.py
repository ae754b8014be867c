"""The letter on paper: tagged, each passage in its language, in our typeface, with nothing run from anybody's words."""

import io

import pytest
from pypdf import PdfReader

from putright.letters import making
from putright.paper import pdf
from putright.paper.typeface import characters, printable
from putright.people.actions import note_person

from . import cases

NASTY = '#panic("x") *bold* Ŵŷn'


def read(letter):
    return PdfReader(io.BytesIO(letter.pdf))


def tagged_languages(reader):
    """Every /Lang in the structure tree."""
    found, todo = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while todo:
        node = todo.pop().get_object()
        if isinstance(node, list):
            todo.extend(node)
        elif isinstance(node, dict):
            found += [str(node["/Lang"])] if "/Lang" in node else []
            todo += [node["/K"]] if "/K" in node else []
    return found


def acknowledged(cast, **details):
    who = note_person({"name": NASTY, "email": "x@y.example", **details}, at=cast.at)
    return making.preview(
        cases.told(who, at=cast.at, words="Dŵr a thŷ.\n" + NASTY), "acknowledgement", {}, by=cast.sam, at=cast.at
    )


def test_a_name_that_looks_like_code_is_printed_as_it_was_written(cast):
    text = "\n".join(page.extract_text() for page in read(acknowledged(cast, language="en")).pages)
    assert f"Dear {NASTY}" in text and "Dŵr a thŷ." in text


def test_it_is_tagged_titled_and_says_its_language(cast):
    reader = read(acknowledged(cast, language="cy"))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is not None and str(root["/Lang"]).lower().startswith("cy")
    assert reader.metadata.title.startswith("Llythyr i chi PR-")
    assert "pdfuaid" in root["/Metadata"].get_data().decode()


def test_a_letter_in_both_tags_each_passage(cast):
    languages = {language.lower()[:2] for language in tagged_languages(read(acknowledged(cast)))}
    assert "en" in languages and languages <= {"en", "cy"}
    assert str(read(acknowledged(cast)).trailer["/Root"]["/Lang"]).lower().startswith("cy")


def test_only_our_own_typeface_is_used(cast):
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in read(acknowledged(cast)).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts and all("AtkinsonHyperlegibleNext" in font for font in fonts)


def test_without_the_typeface_nothing_is_made(cast, settings, tmp_path):
    settings.FONTS = tmp_path
    with pytest.raises(pdf.NoTypeface, match="script/bootstrap"):
        acknowledged(cast)


def test_the_same_letter_gives_the_same_bytes(cast):
    case = cases.told(cast.ffion, at=cast.at)
    made = [making.preview(case, "acknowledgement", {}, by=cast.sam, at=cast.at).pdf for _ in range(2)]
    assert made[0] == made[1]


def test_a_hundred_thousand_characters_in_any_script_still_make_a_letter(cast):
    words = ("سلام 😀 \u202eabc " + "x" * 80 + "\n") * 1050
    case = cases.told(cast.amir, at=cast.at, words=words)
    cases.handed_over(case, "iopc", by=cast.sam, at=cast.at)
    letter = making.preview(case, "passed_on", {}, by=cast.sam, at=cast.at)
    assert len(read(letter).pages) > 20


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Diolch 😀!", "Diolch [grinning face]!"),
        ("Dear سلام عليكم friend", "Dear [words we cannot print here] friend"),
        ("a\u202eb\u200dc\ufe0f", "abc"),
        ("Dŵr a thŷ – £5 “quoted”", "Dŵr a thŷ – £5 “quoted”"),
    ],
)
def test_what_the_typeface_cannot_draw_is_said_in_words(written, printed, settings):
    assert printable(written, "en", characters(str(settings.FONTS))) == printed


def test_every_character_counted_as_drawn_really_is(cast, settings):
    known = "".join(chr(code) for code in sorted(characters(str(settings.FONTS))) if code > 32)
    case = cases.told(cast.amir, at=cast.at, words=known)
    cases.handed_over(case, "panel", by=cast.sam, at=cast.at)
    assert read(making.preview(case, "passed_on", {}, by=cast.sam, at=cast.at)).pages
