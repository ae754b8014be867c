"""Somebody rings 101 and presses 3. They are on the desk before they are answered, known by their number, put right on the
line, and their wait is in the day's figures; all of it told by the exchange's own signed messages, not always in order."""

import pytest
from django.test import Client

from gateways import clock
from putright.cases.models import Case
from putright.contacts.channels.telephone.models import Call
from putright.contacts.models import Contact
from tests.make import telephone as make
from tests.make.contacts import contact

from . import steps
from .steps import Story, desk, when

pytestmark = pytest.mark.django_db
FFION = "+44 7700 900123"  # tests/cast.py; Ffion speaks Welsh
SAYS = {
    "en": ("It may be this person", "Do not leave a message", "Being answered", "5 min 00 s", "Gave up"),
    "cy": ("Efallai mai’r person hwn", "Peidiwch â gadael neges", "Yn cael ei hateb", "5 mun 00 s", "Rhoi’r gorau iddi"),
}


def says(story: Story, secret: str, what: str, moment: str, **more: object) -> None:
    """The exchange sends one message at the story's moment; what it tells of may be earlier."""
    told = {"call": "101-7", "event": what, "at": f"{moment}+00:00", **more}
    with clock.fixed(story.now):
        assert make.post(Client(), secret, told, sent=story.now).status_code == 200


def ready(cast, lang: str) -> tuple[Story, str]:
    """An exchange with a secret, Sam's extension, and Ffion, who was in touch before and must not be left a message."""
    exchange, secret = make.exchange()
    make.extension(exchange, "2041", cast.sam, by=cast.toni)
    cast.ffion.safe_contact = {"no_voicemail": True}
    cast.ffion.save()
    contact(cast.ffion)
    return Story(lang), secret


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_from_the_ring_to_the_figures(cast, lang):
    (story, secret), (maybe, quiet, talking, talked, gave_up) = ready(cast, lang), SAYS[lang]
    when(story, "2026-03-27 17:00")
    says(story, secret, "queued", "2026-03-27T16:59:12", option="3")  # before anybody said that it came in
    says(story, secret, "offered", "2026-03-27T16:59:00", number=FFION)
    ringing = desk(story, cast.sam).go("calls/")
    assert maybe in ringing.words and quiet in ringing.words and "Ffion Rees" in ringing.words
    assert desk(story, cast.pat).go("calls/").response.status_code == 403

    says(story, secret, "answered", "2026-03-27T16:59:42", extension="2041")
    assert talking in desk(story, cast.sam).go("calls/").words
    entry = desk(story, cast.sam).go(f"calls/{Call.objects.get().pk}/write")

    when(story, "2026-03-27 17:06")
    for _again in range(2):
        says(story, secret, "ended", "2026-03-27T17:04:42")
    done = desk(story, cast.sam).press(entry, "do=settle", words="When will somebody ring me?", answer="On Thursday.",
                                       known=f"person:{cast.ffion.pk}")  # fmt: skip
    made = Contact.objects.latest("pk")
    story.reference = made.case.reference
    assert story.reference in done.words and made.person == cast.ffion
    assert f"{made.received_at:%H:%M:%S}" == "16:59:42" and made.seconds == 378
    assert talked in steps.opens(story, cast.sam).words

    when(story, "2026-03-27 17:20")
    for what, moment in (("offered", "17:10:00"), ("queued", "17:10:10"), ("abandoned", "17:12:10")):
        says(story, secret, what, f"2026-03-27T{moment}", call="101-8")
    page = desk(story, cast.jo).go("calls/figures").words.replace("mun", "min").replace("\xa0", " ")
    assert f"{gave_up} 1 (50.0%)" in page and "1 min 18 s" in page
    assert Case.objects.count() == 2 and steps.log_is_whole(story)
