"""Each manner is broken once in an otherwise good page, and is caught once."""

import pytest

from design.manners import MANNERS, BadManners, Page, check, faults
from design.testing import MannerlyClient

GOOD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Error: What happened – The Office</title>
<link rel="stylesheet" href="/static/a.css"></head>
<body><script src="/static/a.js"></script><script nonce="abc">1</script>
<a class="app-top__office" href="/en/">The Office</a>
<a hreflang="cy" lang="cy" href="/cy/what/">Cymraeg</a>
<main id="main"><h1>What happened</h1><p class="app-their-words">{{ mine }}</p>
<form method="post" action="/en/what/"><input type="hidden" name="csrfmiddlewaretoken" value="x">
<label for="name">Name</label><input id="name" name="name" aria-describedby="hint"><p id="hint">In full</p>
<button type="submit">Go</button></form>
<img src="/static/a.svg" alt=""> <a href="#main">Up</a> <a href="tel:101">Call 101</a>
<a href="https://www.example.org/">Elsewhere</a></main></body></html>"""
WELSH = (
    GOOD.replace('<html lang="en">', '<html lang="cy">')
    .replace("The Office", "Y Swyddfa")
    .replace('hreflang="cy" lang="cy" href="/cy/what/">Cymraeg', 'hreflang="en" lang="en" href="/en/what/">English')
)

PLANTED = {
    "well_formed": ('<p id="hint">', '<p id="hint" id="hint">'),
    "one_heading": ("</h1>", "</h1><h1>What happened</h1>"),
    "titled": ("<title>Error: What happened", "<title>Something else"),
    "in_its_language": ('<html lang="en">', '<html lang="cy">'),
    "offers_the_other_language": ('href="/cy/what/"', 'href="/en/what/"'),
    "ids_unique": ('<button type="submit"', '<button type="submit" id="name"'),
    "points_somewhere": ('aria-describedby="hint"', 'aria-describedby="hint gone"'),
    "labelled": ('<label for="name">Name</label>', '<label for="name"></label>'),
    "forms_whole": ('<form method="post" action="/en/what/">', '<form method="post" action="">'),
    "no_inline": ("<h1>", '<h1 style="color:red">'),
    "images_described": (' alt=""', ""),
    "links_lead": ('href="#main"', 'href="#gone"'),
    "nothing_from_elsewhere": ('href="/static/a.css"', 'href="https://fonts.example.net/a.css"'),
    "finished": ("Go</button>", "Go {{ name }}</button>"),
}
MORE = [
    ('name="csrfmiddlewaretoken"', 'name="other"', "posts without its csrf token"),
    (' nonce="abc"', "", "inline script without a nonce"),
    ("<h1>", '<h1 onclick="x()">', "inline 'onclick'"),
    ('action="/en/what/"', 'action="https://example.net/"', "another site"),
    ("– The Office</title>", "</title>", "does not end with the office's name"),
    ('href="tel:101"', 'href=""', "leads nowhere"),
    ('href="tel:101"', 'href="javascript:x()"', "leads nowhere"),
    ("Go</button>", "Owed to %(name)s</button>", "unfinished words"),
    ("<main", "<style>a{}</style><main", "a style element"),
]


def test_a_good_page_has_no_faults_in_either_language():
    assert faults(GOOD, "/en/what/?a=1") == []
    assert faults(WELSH, "/cy/what/") == []


def test_every_manner_has_a_planted_fault():
    assert set(PLANTED) | {"wholly_welsh"} == {manner.__name__ for manner in MANNERS}


@pytest.mark.parametrize("manner", PLANTED)
def test_each_planted_fault_is_caught_once_by_its_own_manner(manner):
    good, bad = PLANTED[manner]
    assert GOOD.count(good) == 1
    spoilt = GOOD.replace(good, bad)
    found = {each.__name__: list(each(Page(spoilt, "/en/what/"))) for each in MANNERS}
    assert len(found[manner]) == 1
    assert [name for name, each in found.items() if each] == [manner]


@pytest.mark.parametrize(("good", "bad", "sentence"), MORE)
def test_other_ways_to_break_a_manner_are_caught_once(good, bad, sentence):
    found = faults(GOOD.replace(good, bad), "/en/what/")
    assert len(found) == 1 and sentence in found[0]


def test_english_left_on_a_welsh_page_is_caught_once():
    assert faults(WELSH.replace("Up</a>", "Back</a>"), "/cy/what/") == ["still in English on a Welsh page: “Back”"]


def test_check_says_which_page_and_what():
    with pytest.raises(BadManners, match=r"/en/what/:\n.*has no alt"):
        check(GOOD.replace(' alt=""', ""), "/en/what/")


@pytest.mark.django_db
@pytest.mark.urls("tests.design.rude")
def test_the_client_looks_at_pages_and_at_refusals_but_not_at_other_files():
    client = MannerlyClient()
    assert client.get("/en/data").status_code == 200
    for path in ("/en/rude", "/en/refused"):
        with pytest.raises(BadManners, match="h1"):
            client.get(path)
