"""What kind of message it is, and where it goes. Pure: it is told everything and asks nobody. No Django.

Who a message says it is from decides nothing about a case: anybody can write any From. It only keeps machines from
being answered, and floods from burying people."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from .headers import Head
from .parsing import Parsed
from .signing import GOOD, HOUSE, Claim

PERSON, AUTO, BOUNCE, LIST, LOOP = "person", "auto", "bounce", "list", "loop"
NATURES = (PERSON, AUTO, BOUNCE, LIST, LOOP)
OUR_MARK = "x-putright"  # on every letter we send: gateways.post
FLOOD = 20  # messages from one sender in an hour: the next ones wait together in the tray
MANY = 50  # recipients: not written to us in particular
LABEL = r"[^\s@\"<>(),:;\\\[\]_\x00-\x20\x7f]"
SENDER = re.compile(rf"[^\s@\"<>(),:;\\\[\]\x00-\x20\x7f]{{1,64}}@{LABEL}+\.{LABEL}{{2,63}}")
AWAY = re.compile(
    r"^(out of (the )?office|automatic reply|auto(matic)?[- ]?(reply|response)|autoreply|auto:|i am out of|away from|"
    r"ateb awtomatig|allan o['’]r swyddfa|ymateb awtomatig)", re.I,
)  # fmt: skip
RETURNED = re.compile(
    r"^(undeliver(ed|able)|mail delivery (failed|failure|subsystem)|delivery (status notification|failure|has failed)|"
    r"returned mail|failure notice|non[- ]?delivery)", re.I,
)  # fmt: skip
POSTMEN = ("mailer-daemon", "postmaster", "mail-daemon")


def nature(parsed: Parsed, *, sender: str, envelope: str | None, ours: bool) -> str:
    """Who wrote it: a person, or one of the machines that must never be answered by a machine (RFC 3834)."""
    head = parsed.head
    if ours or head.all(OUR_MARK):
        return LOOP
    if _came_back(head, parsed, sender, envelope):
        return BOUNCE
    if _by_itself(head):
        return AUTO
    return LIST if _to_many(head) else PERSON


def _came_back(head: Head, parsed: Parsed, sender: str, envelope: str | None) -> bool:
    kind = head.one("content-type").lower()
    if parsed.returned or ("multipart/report" in kind and "delivery-status" in kind):
        return True
    postman = sender.partition("@")[0].casefold() in POSTMEN or bool(head.all("x-failed-recipients"))
    if postman and (RETURNED.search(head.words("subject")) or head.all("x-failed-recipients")):
        return True
    null_path = envelope == "" or head.one("return-path").strip() == "<>"
    return null_path and not _by_itself(head)


def _by_itself(head: Head) -> bool:
    said = head.one("auto-submitted").lower().partition(";")[0].strip()
    if said and said != "no":
        return True
    if any(head.all(name) for name in ("x-autoreply", "x-autorespond", "x-auto-response-suppress", "x-autoresponder")):
        return True
    if head.one("precedence").strip().lower() in ("auto_reply", "auto-reply"):
        return True
    kind = head.one("content-type").lower()
    if "multipart/report" in kind:  # a receipt for reading, or another machine's report
        return True
    return bool(AWAY.search(head.words("subject")))


def _to_many(head: Head) -> bool:
    lists = ("list-id", "list-unsubscribe", "list-post", "mailing-list", "x-mailing-list")
    return any(head.all(name) for name in lists) or head.one("precedence").strip().lower() in ("list", "bulk", "junk")


@dataclass(frozen=True)
class Told:
    """All that the way of a message depends on. `known` are the references, of those named, that are cases of ours."""

    nature: str
    sender: str
    claims: Sequence[Claim] = ()
    threads: Sequence[str] = ()
    subjects: Sequence[str] = ()
    known: frozenset[str] = frozenset()
    recipients: int = 1
    whole: bool = True
    flags: frozenset[str] = frozenset()
    says: bool = True  # it has words, a subject or a file
    words: bool = True
    this_hour: int = 0  # messages from this sender in the hour before
    wrote_today: bool = False  # a contact was opened for this sender's mail in the day before


@dataclass(frozen=True)
class Way:
    """Where a message goes. `to` is land, new, note or tray; `why` a code of words.WHY for the tray."""

    to: str
    why: str = ""
    reference: str = ""
    how: str = ""


def way(told: Told) -> Way:
    """On its case, to a new contact, or to a person: in that order only where nothing speaks against it.

    Refuses to guess: a false signature, two references, or a machine where a person should be go to the tray."""
    reference, how, doubt = _meant(told)
    if told.nature in (BOUNCE, AUTO) and HOUSE in told.threads and not reference:
        return Way("note", "", "", "thread")  # thousands may come back from one mailing: no flood, and nobody's work
    if held := _held(told):
        return Way("tray", held, reference, how)
    if told.nature in (BOUNCE, AUTO):
        return Way("note", "", reference, how) if reference and not doubt else Way("tray", doubt or told.nature, reference, how)
    if doubt:
        return Way("tray", doubt, reference, how)
    if reference:
        return Way("land", "", reference, how)
    return Way("tray", why) if (why := _not_new(told)) else Way("new")


def _meant(told: Told) -> tuple[str, str, str]:
    """(reference, how, doubt): the case a message means, how it says so, and why we do not believe it, if we do not."""
    good = [claim.reference for claim in told.claims if claim.state == GOOD and claim.reference in told.known]
    if len(set(good)) == 1:
        return good[0], "signed", ""
    if good:
        return "", "", "several"
    if told.claims:
        claim = told.claims[0]
        doubt = "no_case" if claim.state == GOOD else claim.state
        return (claim.reference if claim.reference in told.known else ""), "", doubt
    for named, how in ((told.threads, "thread"), (told.subjects, "subject")):
        ours = list(dict.fromkeys(one for one in named if one in told.known))
        if how == "thread" and ours:
            return ours[0], how, ""  # the nearest letter first: one answer may hang on letters about two cases
        if len(ours) > 1:
            return "", "", "several"
        if ours:
            return ours[0], how, ""
    return "", "", "no_case" if told.subjects else ""


def _held(told: Told) -> str:
    """Why a message waits for a person whatever case it names; empty when it need not."""
    if told.nature == LOOP:
        return "loop"
    if told.this_hour >= FLOOD:
        return "flood"
    if not told.whole:
        return "too_large"
    if told.flags & {"bomb", "broken"}:
        return "unreadable"
    if "encrypted" in told.flags and not told.words:
        return "encrypted"
    return "" if told.nature != PERSON or told.says else "empty"


def _not_new(told: Told) -> str:
    """Why no new contact is opened by itself; empty when it is."""
    if told.nature == LIST:
        return "list"
    if not usable(told.sender):
        return "no_sender"
    if told.recipients > MANY:
        return "many"
    return "again" if told.wrote_today else ""


def usable(sender: str) -> bool:
    """Whether an answer could go to that address."""
    return len(sender) <= 254 and sender.isascii() and bool(SENDER.fullmatch(sender)) and ".." not in sender


def is_verified(how: str, sender: str, known: Sequence[str]) -> bool:
    """It came by an address or a letter that only they had, and bears an address we hold for them. Even then somebody else
    may have written it; without it nobody should think otherwise."""
    return how in ("signed", "thread") and bool(sender) and sender.casefold() in {one.casefold() for one in known if one}


def twin(parsed: Parsed, sender: str) -> str:
    """The same for the same message that came by two ways, with other marks of the way on it. Empty without a number of its
    own: then only the same bytes are the same message. The words are in it, since a number can be borrowed."""
    number = parsed.head.one("message-id").strip()
    if not number:
        return ""
    files = [hashlib.sha256(part.content).hexdigest() for part in parsed.parts]
    said = "\0".join([number, sender.casefold(), parsed.head.one("subject"), parsed.words, *files])
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()
