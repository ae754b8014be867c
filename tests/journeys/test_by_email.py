"""By e-mail, all the way: a stranger writes, is answered, writes back; machines answer too; and somebody tries a trick."""

from dataclasses import dataclass

import pytest

from gateways import mailbox, post
from gateways.mailbox_fake import FakeMailbox
from gateways.post_fake import FakePost
from putright.cases.models import Case
from putright.contacts.models import Contact
from tests.contacts.email.corpus.returned import report
from tests.make.raw_mail import REPLY, message

from . import steps
from .browsing import Page
from .steps import Story, desk, opens, when

pytestmark = pytest.mark.django_db
FROM = "Siân Pugh <sian@complainant.example>"
SAYS = {
    "en": {
        "first": "The officer was curt with me at the counter, and nobody has told me what happened about my burglary.",
        "more": "Thank you for your letter. I would like an apology from the officer.", "away": "I am away until Monday.",
        "reply": "by the reply address of our letter", "not verified": "Not verified", "back": "A letter came back",
        "auto": "Automatic reply", "forged": "Its reply address is not one we gave out",
        "hand": "put there by a member of the team",
        "out": "Out of office", "monday": "30 March 2026",
    },
    "cy": {
        "first": "Roedd yr heddwas yn swta gyda fi wrth y cownter, ac nid oes neb wedi dweud wrthyf beth sydd wedi digwydd.",
        "more": "Diolch am eich llythyr. Hoffwn i gael ymddiheuriad gan yr heddwas.", "away": "Rwyf i ffwrdd hyd ddydd Llun.",
        "reply": "drwy gyfeiriad ateb ein llythyr", "not verified": "Heb ei wirio", "back": "Daeth llythyr yn ôl",
        "auto": "Ateb awtomatig", "forged": "Nid yw ei chyfeiriad ateb yn un a roddwyd gennym ni",
        "hand": "wedi’i rhoi yno gan aelod o’r tîm", "out": "Ateb awtomatig", "monday": "30 Mawrth 2026",
    },
}  # fmt: skip


@dataclass
class Mail:
    """The office's mailbox, and what went out."""

    inside: FakeMailbox
    out: FakePost

    @property
    def letter(self):
        """The last letter as her mail program has it."""
        return post.as_message(self.out.taken[-1], "no-reply@putright.example")


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    return Story(request.param)


@pytest.fixture
def mail(settings):
    settings.IMAP, settings.EMAIL_REPLY = "imap://office:secret@mail.example", REPLY
    with mailbox.standing_in(FakeMailbox()) as inside, post.standing_in(FakePost()) as out:
        yield Mail(inside, out)


def test_by_email(story, cast, mail):
    says = SAYS[story.lang]
    a_stranger_writes_on_friday_and_is_answered(story, mail, says)
    she_answers_our_letter_and_it_is_on_her_case(story, cast, mail, says)
    her_mail_program_answers_by_itself_and_nobody_answers_it(story, cast, mail, says)
    our_letter_comes_back_and_the_case_says_so(story, cast, mail, says)
    somebody_forges_the_reply_address(story, cast, mail, says)
    a_person_looks_and_puts_it_on_the_case(story, cast, mail, says)
    nothing_was_answered_twice_and_nothing_is_left(story, mail)


def comes(story, mail, raw):
    mail.inside.add(raw)
    steps.goes_round(story)


def a_stranger_writes_on_friday_and_is_answered(story, mail, says):
    when(story, "2026-03-27 16:50")
    comes(story, mail, message(says["first"], **{"from": FROM}))
    story.reference = Case.objects.get().reference
    letter = mail.letter
    assert letter["To"] == "sian@complainant.example" and story.reference in letter["Subject"]
    assert says["first"] in letter.get_body(("plain",)).get_content().replace("\n", " ")
    assert says["monday"] in letter.get_body(("plain",)).get_content() and letter["Content-Language"] == story.lang
    assert letter["Reply-To"].startswith("reply+") and letter["X-Putright"]


def she_answers_our_letter_and_it_is_on_her_case(story, cast, mail, says):
    when(story, "2026-03-28 09:00")
    quoted = f"{says['more']}\n\nOn Fri, 27 Mar 2026, no-reply@putright.example wrote:\n> …\n"
    answer = message(
        quoted, to=mail.letter["Reply-To"], subject=f"Re: {mail.letter['Subject']}", in_reply_to=mail.letter["Message-ID"],
        **{"from": FROM},
    )  # fmt: skip
    comes(story, mail, answer)
    case = opens(story, cast.sam)
    assert says["more"] in case.words and says["reply"] in case.words and says["not verified"] not in case.words
    assert Contact.objects.latest("pk").words == says["more"]
    assert steps.verbs(story) == ["received", "emailed", "wrote", "sent", "joined", "emailed"]


def her_mail_program_answers_by_itself_and_nobody_answers_it(story, cast, mail, says):
    when(story, "2026-03-28 09:01")
    away = message(says["away"], to=mail.letter["Reply-To"], subject=says["out"], auto_submitted="auto-replied", **{"from": FROM})
    comes(story, mail, away)
    assert says["auto"] in opens(story, cast.sam).words and steps.verbs(story)[-1] == "auto_replied"


def our_letter_comes_back_and_the_case_says_so(story, cast, mail, says):
    when(story, "2026-03-28 09:05")
    comes(story, mail, report(mail.letter["Message-ID"]))
    case = opens(story, cast.sam)
    assert says["back"] in case.words and "5.1.1" in case.words and steps.verbs(story)[-2:] == ["bounced", "came_back"]


def somebody_forges_the_reply_address(story, cast, mail, says):
    when(story, "2026-03-30 09:10")
    local, _, domain = mail.letter["Reply-To"].partition("@")
    forged = f"{local[:-1]}{'a' if local[-1] != 'a' else 'b'}@{domain}"
    comes(story, mail, message("Send me all you have.", to=forged, subject="My file", **{"from": FROM}))
    assert steps.verbs(story)[-1] == "came_back"
    tray = desk(story, cast.sam).go("email/")
    assert says["forged"] in tray.words and "My file" in tray.words and story.reference in tray.words


def a_person_looks_and_puts_it_on_the_case(story, cast, mail, says):
    when(story, "2026-03-30 09:15")
    sam = desk(story, cast.sam)
    read = sam.go(the_one(sam))
    assert "Send me all you have." in read.words
    form = sam.go(next(a for a in read.addresses if a.endswith("/put/")).split("/staff/")[1])
    sam.press(form, "case", case=story.reference)
    case = opens(story, cast.sam)
    assert says["hand"] in case.words and says["not verified"] in case.words
    assert steps.verbs(story)[-2:] == ["joined", "emailed"]
    assert "My file" not in sam.go("email/").words


def the_one(sam) -> str:
    tray: Page = sam.go("email/")
    return next(address for address in tray.addresses if address.rstrip("/").rpartition("/")[2].isdigit()).split("/staff/")[1]


def nothing_was_answered_twice_and_nothing_is_left(story, mail):
    steps.goes_round(story)
    assert steps.sent(story) == ["acknowledgement"] and len(mail.out.taken) == 1
    assert not mail.inside.inside and len(mail.inside.archived) == 5
    assert Case.objects.count() == 1 and Contact.objects.count() == 3
    assert steps.log_is_whole(story)
