"""The words of a campaign's e-mail, made as it goes (room `messages`): nobody is written to who answered, or wants no more."""

from datetime import datetime

from design.dates import day
from putright.invited import actions as invited
from putright.invited import queries as invites
from putright.messages.models import Message
from putright.messages.rules import Made
from putright.people.models import Person
from putright.people.queries import office

from . import queries, rules
from .models import Entry
from .words import AGAIN, ASK_US, DOMESTIC_SUBJECT, DOMESTIC_WORDS, LAST, NEED_NOT, YOUR_CODE


def made(message: Message, *, at: datetime) -> Made | None:
    """None: it is wanted no more."""
    _campaign, what, pk = message.key.split(":")
    entry = Entry.objects.select_related("campaign__survey", "invite__person").filter(pk=pk).first()
    if entry is None or _over(entry, at):
        return None
    languages = entry.language.split("+")
    subjects = [subject(entry, language) for language in languages]
    words = [_worded(entry, language, again=what == "again") for language in languages]
    return Made(" / ".join(dict.fromkeys(subjects)), "\n\n* * *\n\n".join(words))


def _over(entry: Entry, at: datetime) -> bool:
    invite, campaign = entry.invite, entry.campaign
    if invite is None or campaign.stopped_at or campaign.cleared_at or invite.no_more or invites.trouble(invite, at=at):
        return True
    person: Person | None = invite.person
    return person is not None and invites.unwilling(person) is not None


def subject(entry: Entry, language: str) -> str:
    """Neutral for domestic abuse, whatever was written."""
    if entry.campaign.kind == rules.DOMESTIC:
        return DOMESTIC_SUBJECT[language]
    return entry.campaign.subject_cy if language == "cy" else entry.campaign.subject_en


def words(entry: Entry, language: str) -> str:
    campaign = entry.campaign
    if campaign.kind == rules.DOMESTIC:
        return DOMESTIC_WORDS[language]
    return campaign.words_cy if language == "cy" else campaign.words_en


def link(entry: Entry, language: str) -> str:
    """Where the questions are: ours behind the code, or another body's."""
    campaign = entry.campaign
    if campaign.survey is None:
        return campaign.theirs_cy if language == "cy" else campaign.theirs_en
    return invited.links(queries.code_of(entry))[language]


def _worded(entry: Entry, language: str, *, again: bool) -> str:
    said = [AGAIN[language]] if again else []
    said += [words(entry, language), link(entry, language)]
    if entry.campaign.survey:
        said.append(YOUR_CODE[language].format(code=queries.code_of(entry)))
    said += [LAST[language].format(day=day(entry.campaign.ends_on, language)), NEED_NOT[language]]
    if entry.campaign.kind != rules.DOMESTIC:  # whose words name nobody
        ours = office().contact
        said.append(ASK_US[language].format(phone=ours.phone, email=ours.email))
    return "\n\n".join(said)
