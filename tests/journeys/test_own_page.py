"""Somebody sends the form, opens their own page, answers, asks for a formal record; a handler records it, and they see it."""

import re

import pytest

from gateways import clock
from tests.contacts.web import walk
from tests.make.passes import Guest

from . import steps
from .steps import Story, desk, goes_round, opens, when

SAYS = {
    "en": {
        "waits": "We have what you told us",
        "asked": "You asked for a formal record.",
        "recorded": "There is a formal record of this",
        "letter": "Your complaint is recorded",
        "asks": "They ask for a formal record",
        "wrote": "I have the name of the officer now",
    },
    "cy": {
        "waits": "Mae’r hyn a ddywedoch gennym",
        "asked": "Gofynasoch am gofnod ffurfiol.",
        "recorded": "Mae cofnod ffurfiol o hyn",
        "letter": "Mae eich cwyn wedi’i chofnodi",
        "asks": "Maent yn gofyn am gofnod ffurfiol",
        "wrote": "Mae enw’r heddwas gennyf nawr",
    },
}


@pytest.mark.django_db
@pytest.mark.parametrize("lang", ["en", "cy"])
def test_from_the_form_to_a_formal_record_on_their_own_page(cast, lang, tmp_path, settings):
    settings.DOCUMENTS = str(tmp_path)
    story, says = Story(lang), SAYS[lang]
    when(story, "2026-03-27 10:00")
    answers = walk.ORDINARY | {"help": {"language": lang}}
    code = re.search(r"(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}", steps.tells_us(story, answers))[0]
    goes_round(story)

    guest = Guest(lang, story.now)
    assert guest.come_in(story.case, code).status_code == 302
    assert says["waits"] in guest.get().content.decode()
    assert guest.post("write/", key="one", words=says["wrote"]).status_code == 302
    assert guest.post("record/", key="two", words="").status_code == 302
    assert says["asked"] in guest.get().content.decode()

    when(story, "2026-03-27 11:00")
    page = opens(story, cast.sam)
    assert says["asks"] in page.words and says["wrote"] in page.words
    ask = next(href for href in page.addresses if "/own-page/asked/" in href)
    steps.takes(story, cast.sam)
    steps.fills_in(story, cast.sam, "record/", words="")
    waits = desk(story, cast.sam).go(ask.split("/staff/")[1])
    desk(story, cast.sam).press(waits, words="Recorded")
    goes_round(story)

    guest = Guest(lang, story.now)
    assert guest.come_in(story.case, code).status_code == 302
    home = guest.get().content.decode()
    assert says["recorded"] in home and says["letter"] in home and says["asked"] not in home
    assert "Sam Adeyemi" in home and steps.verbs(story).count("dealt_with") == 1 and steps.log_is_whole(story)
    with clock.fixed(story.now):
        assert guest.get("leave/")["Location"] == "https://www.bbc.co.uk/weather"
    assert guest.get().status_code == 302
