"""The placeholder language: values are words and never anything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from design.typed import cleaned
from putright.paper import blocks
from putright.words.template import fill, parse

FRONT = "---\nsubject: A letter\n---\n\n"


def filled(text, **values):
    return fill(parse(FRONT + text), values)


def shown(body, language="en"):
    return blocks.passages(body, [language])[0].blocks


def flat(pieces):
    return "".join(run["text"] for piece in pieces for run in piece.get("runs", ())) + "".join(
        flat(inner) for piece in pieces for inner in [piece.get("blocks", [])] + piece.get("items", []) if inner
    )


def test_a_value_is_put_in_and_its_part_is_there():
    made = filled("Dear {{ name }}\n\n## Why {#grounds}\n\n{{ why }}\n", name="Ffion", why="Because.")
    assert made.body == "Dear Ffion\n\n## Why\n\nBecause."
    assert made.parts == {"grounds"} and not made.holes


def test_an_empty_value_is_a_hole_and_its_part_is_missing():
    made = filled("Hello\n\n## Why {#grounds}\n\n{{ why }}\n", why="  \n ")
    assert made.parts == frozenset() and made.holes == {"why"}


def test_an_optional_section_and_an_optional_paragraph_are_left_out_whole():
    made = filled(
        "Hello\n\n? It is {{ day }}.\n\n## Changed {#change?}\n\nThis changed.\n\n{{ change }}\n", day="", change=""
    )
    assert made.body == "Hello" and not made.holes


def test_a_place_nobody_offers_a_value_for_is_our_slip():
    with pytest.raises(KeyError, match="nobody"):
        filled("{{ nobody }}")


@pytest.mark.parametrize(
    "nasty",
    ['#panic("x") *bold*', "<script>alert(1)</script>", "[a](http://b)", "# big", "- item", "1. one", "1) one", "---", "===",
     "```\ncode", "    four spaces", "{{ other }}", "&lt; &#35;", "a\\", "> quote", "+ plus", "~~~", "![i](j)",
     "a | b", "\r# cr"],
)  # fmt: skip
@pytest.mark.parametrize("place", ["{{ x }}", "> {{ x }}", "Dear {{ x }}", "- it: {{ x }}"])
def test_nothing_anybody_writes_becomes_formatting(nasty, place):
    kinds = {"{{ x }}": "paragraph", "> {{ x }}": "quote", "Dear {{ x }}": "paragraph", "- it: {{ x }}": "bullets"}
    pieces = shown(filled(place, x=nasty).body)
    assert {piece["is"] for piece in pieces} == {kinds[place]}
    assert "".join(nasty.split()) in "".join(flat(pieces).split())
    assert not any(run["bold"] for piece in pieces for run in piece.get("runs", ()))


@given(st.text(max_size=200))
def test_whatever_is_written_is_shown_as_it_was_written(text):
    expected = "".join(cleaned(text).split())
    pieces = shown(filled("Start\n\n? {{ x }}", x=text).body)
    assert {piece["is"] for piece in pieces} == {"paragraph"}
    assert "".join(flat(pieces).split()) == "Start" + expected


@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_a_list_keeps_its_numbers_and_its_words(items):
    kept = [text for item in items if (text := cleaned(item).strip())]
    pieces = shown(filled("Start\n\n? {{ x }}", x=items).body)
    assert "".join(flat(pieces[1:]).split()) == "".join("".join(kept).split())
    assert [len(piece["items"]) for piece in pieces[1:]] == ([len(kept)] if kept else [])


def test_html_is_escaped_and_says_its_language():
    body = filled("Dear {{ x }}", x='<img src=x onerror="a()">').body
    page = blocks.html(body, ["cy"])
    assert '<div lang="cy">' in page and "<img" not in page and "&lt;img" in page


def test_plain_text_shows_lists_quotes_and_lines():
    made = filled("## Told {#t}\n\n> {{ x }}\n\n{{ y }}", x="One\nTwo\n\nThree", y=["First", "Second\nmore"])
    assert blocks.plain(made.body, ["en"]) == "TOLD\n\n> One\n> Two\n\n> Three\n\n1. First\n2. Second\n   more\n"
