"""From a kept message to the way it goes: it is parsed, and what the rules are told is asked of the database. Reads only."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings

from putright.cases.models import Case
from putright.cases.references import tidy
from putright.people.models import Person
from putright.people.queries import colleagues_in, speaks_for

from . import addresses, headers, language, parsing, rules
from .models import COPY, KEPT, Message, Reading
from .parsing import Parsed

REFERENCE = re.compile(r"\bPR[-– ]?[0-9A-Z]{5}[-– ]?[0-9A-Z]{5}\b", re.I)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
RECIPIENTS = ("delivered-to", "x-original-to", "to", "cc", "resent-to")
SEARCHED = 200_000  # bytes of a message that came back, looked through for the number of our letter


@dataclass(frozen=True)
class Seen:
    """What a message says about itself. None of it is to be believed without a signature."""

    parsed: Parsed
    sender: str
    sender_name: str
    to: tuple[str, ...]
    threads: tuple[tuple[str, str], ...]
    nature: str

    @property
    def sender_key(self) -> str:
        return self.sender.casefold()[:320]

    @property
    def subject(self) -> str:
        return self.parsed.head.words("subject")[:500]


@dataclass(frozen=True)
class Judged:
    """A message and the way the rules send it. `twin` is the earlier reading of the same message, if there is one."""

    message: Message
    seen: Seen
    way: rules.Way
    mark: str
    twin: Reading | None = None
    case: Case | None = None

    @property
    def key(self) -> UUID:
        """Of the contact it may become: the same for the same message, whichever way and however often it comes."""
        return key_of(self.mark, self.message.digest)


def key_of(mark: str, digest: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"putright:email:{mark or digest}")


def judge(message: Message, *, at: datetime, seen: Seen | None = None) -> Judged:
    """Read a kept message and say where it goes, as things stand at this moment. `seen` spares a second reading."""
    seen = seen or look(message)
    mark = rules.twin(seen.parsed, seen.sender)
    others = Reading.objects.filter(twin=mark).exclude(twin="").exclude(message=message).exclude(state__in=(KEPT, COPY))
    told, cases = told_of(seen, message, at=at)
    way = rules.way(told)
    return Judged(message, seen, way, mark, others.order_by("pk").first(), cases.get(way.reference))


def look(message: Message) -> Seen:
    content = bytes(message.content)
    parsed = parsing.parse(content)
    head = parsed.head
    name, sender = headers.mailbox_of(head.one("from"))
    arrivals = list(message.arrivals.order_by("pk")[:20])
    outside = [one for arrival in arrivals for one in arrival.recipients]
    inside = headers.addresses([value for field in RECIPIENTS for value in head.all(field)])
    envelope = next((one.sender for one in arrivals if one.sender is not None), None)
    nature = rules.nature(parsed, sender=sender, envelope=envelope, ours=addresses.is_ours(sender))
    named = " ".join([*head.all("in-reply-to"), *reversed(" ".join(head.all("references")).split())])
    if nature == rules.BOUNCE:
        named += " " + content[:SEARCHED].decode("latin-1")
    threads = tuple(dict.fromkeys(addresses.threads(named)))
    return Seen(parsed, sender[:320], name, tuple(dict.fromkeys([*outside, *inside])), threads, nature)


def told_of(seen: Seen, message: Message, *, at: datetime) -> tuple[rules.Told, dict[str, Case]]:
    """What the rules are told, and the cases it names. Three queries, however many addresses the message has."""
    claims = addresses.claims(seen.to, at=at)
    subjects = list(dict.fromkeys(filter(None, map(tidy, REFERENCE.findall(seen.subject)))))
    named = {claim.reference for claim in claims} | {one for one, _number in seen.threads} | set(subjects)
    cases = {case.reference: case for case in Case.objects.filter(reference__in=sorted(named - {""})[:200])}
    came = message.reading.came_at
    before = Reading.objects.filter(sender_key=seen.sender_key, came_at__lte=came).exclude(message=message)
    words = bool(seen.parsed.words)
    told = rules.Told(
        nature=seen.nature, sender=seen.sender, claims=claims, threads=[one for one, _number in seen.threads],
        subjects=subjects, known=frozenset(cases), recipients=len(seen.to), whole=message.whole, flags=seen.parsed.flags,
        says=words or bool(seen.subject) or bool(seen.parsed.parts), words=words,
        this_hour=before.filter(came_at__gt=came - HOUR).count(),
        wrote_today=before.filter(came_at__gt=came - DAY, contact__isnull=False).exists(),
    )  # fmt: skip
    return told, cases


def language_of(seen: Seen, case: Case | None) -> str:
    """Theirs as far as it can be told: the words themselves, then the address they chose, then what we know of them."""
    new, _old = parsing.without_quote(seen.parsed)
    if found := language.of(new):
        return found
    if settings.EMAIL_WELSH and settings.EMAIL_WELSH.casefold() in {one.casefold() for one in seen.to}:
        return "cy"
    return case.complainant.language or case.language if case and case.complainant else ""


def theirs(case: Case) -> list[Person]:
    """Whose address we hold for a case: the complainant's, and that of whoever speaks for them."""
    speaker = speaks_for(case.complainant)
    return [person for person in (case.complainant, speaker.representative if speaker else None) if person]


def named_in(seen: Seen) -> list[int]:
    """Colleagues whose name stands in it: they may be who it is about, so the tray does not show it to them."""
    return [one.pk for one in colleagues_in(f"{seen.subject} {seen.parsed.words} {seen.parsed.html}")]
