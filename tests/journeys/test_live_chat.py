"""Live chat in each language, in hours and out of them, through HTTP as browsers without scripts would."""

import pytest

from gateways import clock
from putright.cases.models import Case
from putright.contacts.models import Contact
from tests.make import people

from . import steps
from .browsing import Browser, Page
from .steps import Story, desk, when

MORNING, NIGHT, GONE = "2026-03-30 10:00", "2026-03-29 22:30", "2026-03-30 10:11"
LANGUAGES = pytest.mark.parametrize("lang", ["en", "cy"])
ABOUT = {"en": "Nobody rang me back about my burglary.", "cy": "Ni ffoniodd neb fi’n ôl am y lladrad."}
MORE = {"en": "It was on 3 March.", "cy": "Ar 3 Mawrth y bu."}
TOLD = {"en": "I have read the file to you now.", "cy": "Rwyf wedi darllen y ffeil i chi nawr."}
OFFLINE = {"en": "We are closed", "cy": "Rydym ar gau"}


class Visitor(Browser):
    """Somebody at their own browser, at the story's moment."""

    def at(self, story: Story) -> "Visitor":
        self.story = story
        return self

    def go(self, address: str) -> Page:
        with clock.fixed(self.story.now):
            return super().go(f"/{self.story.lang}/{address}")

    def press(self, page: Page, button: str = "", **typed: str) -> Page:
        with clock.fixed(self.story.now):
            return super().press(page, button, **typed)


def begin(lang: str, moment: str, office: str = "hertfordshire") -> tuple[Story, Visitor]:
    people.office(office)
    story = Story(lang)
    when(story, moment)
    return story, Visitor().at(story)


def starts(visitor: Visitor, **told: str) -> Page:
    """From the office's start page to the chat."""
    lang = visitor.story.lang
    start = visitor.go("")
    assert f"/{lang}/chat/" in start.addresses
    return visitor.press(visitor.go("chat/"), "about", danger="no", about=ABOUT[lang], **told)


def takes_chats(story: Story, who) -> None:
    desk(story, who).press(desk(story, who).go("chats/"), takes="yes", most="2")


@LANGUAGES
def test_a_chat_taken_answered_and_settled_at_once(cast, lang):
    story, visitor = begin(lang, MORNING)
    takes_chats(story, cast.sam)
    page = starts(visitor, name="Ffion Rees", email="ffion@complainant.example")
    assert page.path == f"/{lang}/chat/talk/" and ABOUT[lang] in page.words
    waiting = desk(story, cast.sam).go("chats/")
    assert ABOUT[lang] in waiting.words
    key = next(b.get("value") for b in waiting.root.iter("button") if b.get("form") == "take")
    with clock.fixed(story.now):  # the button belongs to a form elsewhere on the page
        panel = Page(desk(story, cast.sam).client.post(f"/{lang}/staff/chats/take/", {"key": key}, follow=True))
    desk(story, cast.sam).press(panel, "words", words="Helo", do="say")
    page = visitor.go("chat/talk/")
    assert "Helo" in page.words and "Sam Adeyemi" in page.words
    visitor.press(page, "do=say", words=MORE[lang])
    ending = desk(story, cast.sam).go(f"chats/{key}/end/")
    assert MORE[lang] in ending.words
    case = desk(story, cast.sam).press(ending, "do=settle", answer=TOLD[lang], kind="enquiry")
    assert "/end/" not in case.path, case.words
    contact = Contact.objects.get()
    story.reference = contact.case.reference
    assert case.path == f"/{lang}/staff/cases/{story.reference}/" and TOLD[lang] in case.words
    assert contact.channel == "chat" and contact.language == lang and MORE[lang] in contact.words
    assert contact.person.name == "Ffion Rees" and contact.case.stage == "settled"
    end = visitor.go("chat/talk/")
    assert end.path == f"/{lang}/chat/ended/" and story.reference in end.words and MORE[lang] in end.words
    assert steps.verbs(story) == ["received", "settled"] and steps.log_is_whole(story)
    when(story, "2026-03-30 10:30")
    assert steps.behind(story, cast.jo, 2026, 3, "contacts/chat") == [story.reference]


@LANGUAGES
def test_out_of_hours_it_is_a_message_that_counts_as_online_and_is_acknowledged(cast, lang):
    story, visitor = begin(lang, NIGHT, "essex")
    assert OFFLINE[lang] in visitor.go("chat/").words
    page = starts(visitor, name="Ffion Rees", email="ffion@complainant.example")
    contact = Contact.objects.get()
    story.reference = contact.case.reference
    assert page.path == f"/{lang}/chat/ended/" and story.reference in page.words
    assert (contact.channel, contact.words, contact.language) == ("web", ABOUT[lang], lang)
    when(story, MORNING)
    steps.goes_round(story)
    assert steps.sent(story) == ["acknowledgement"]
    assert steps.behind(story, cast.jo, 2026, 3, "contacts/web") == [story.reference]


@LANGUAGES
def test_somebody_who_goes_away_is_filed_by_the_rounds_and_answered(cast, lang):
    story, visitor = begin(lang, MORNING)
    takes_chats(story, cast.sam)
    page = starts(visitor, email="ffion@complainant.example")
    visitor.press(page, "do=say", words=MORE[lang])
    steps.goes_round(story)
    assert not Case.objects.exists()
    when(story, GONE)
    steps.goes_round(story)
    contact = Contact.objects.get()
    story.reference = contact.case.reference
    assert contact.channel == "chat" and ABOUT[lang] in contact.words and MORE[lang] in contact.words
    assert steps.sent(story) == ["acknowledgement"] and steps.log_is_whole(story)
    assert story.reference in visitor.go("chat/ended/").words
