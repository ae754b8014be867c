"""Our fields, and which of them a heading probably means, in both languages. No database.

The guess is only where the mapping screen begins; a person says what is so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from unicodedata import category, normalize

from django.utils.translation import gettext_lazy as _

KEEP, LEAVE = "keep", "leave"
FIELDS = {
    "id": _("Its number in that log"),
    "received": _("The day it was received"),
    "closed": _("The day it was closed"),
    "status": _("Open or closed"),
    "kind": _("What kind of contact"),
    "channel": _("How they got in touch"),
    "words": _("What they said"),
    "answer": _("What was done about it"),
    "allegation": _("What is complained of (a category)"),
    "name": _("Name of the person"),
    "phone": _("Telephone number"),
    "email": _("Email address"),
    "postcode": _("Postcode"),
    "place": _("Where it happened"),
    "about": _("Which officer or service"),
    "crime_reference": _("Crime or incident number"),
}
# What headings are called, folded. Longer ones are looked for first: “date closed” is no “closed”.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "ref", "reference", "ref no", "reference number", "log no", "log number", "number", "case no", "entry no",
           "diss sat no", "diss sat ref", "unique id", "no", "cyf", "cyfeirnod", "rhif", "rhif y cofnod", "complaint no"),
    "received": ("received", "date received", "date", "date of call", "date of contact", "date logged", "date reported",
                 "received on", "opened", "date opened", "derbyniwyd", "dyddiad derbyn", "dyddiad", "dyddiad y cyswllt"),
    "closed": ("closed", "date closed", "date resolved", "resolved on", "closed on", "completed", "date completed",
               "date finalised", "cau", "dyddiad cau", "caewyd", "dyddiad cwblhau"),
    "status": ("status", "state", "open closed", "resolved", "finalised", "statws", "cyflwr", "ar agor ar gau"),
    "kind": ("kind", "type", "type of contact", "nature", "contact type", "category of contact", "math", "math o gyswllt"),
    "channel": ("channel", "method", "how received", "contact method", "source", "received by", "via", "sianel", "dull", "sut"),
    "words": ("details", "summary", "description", "complaint", "dissatisfaction", "circumstances", "narrative", "notes",
              "what happened", "manylion", "crynodeb", "disgrifiad", "beth ddigwyddodd", "nodiadau"),
    "answer": ("outcome", "action taken", "resolution", "result", "response", "what was done", "canlyniad", "ymateb",
               "beth a wnaed", "camau a gymerwyd"),
    "allegation": ("allegation", "allegation type", "category", "allegation category", "honiad", "categori"),
    "name": ("name", "complainant", "caller", "full name", "complainant name", "caller name", "enw", "achwynydd", "enw llawn"),
    "phone": ("phone", "telephone", "tel", "tel no", "mobile", "phone number", "contact number", "telephone number", "ffon",
              "rhif ffon", "symudol"),
    "email": ("email", "e mail", "email address", "ebost", "e bost", "cyfeiriad ebost"),
    "postcode": ("postcode", "post code", "cod post"),
    "place": ("place", "location", "where", "area", "district", "division", "bcu", "lle", "lleoliad", "ardal", "rhanbarth"),
    "about": ("officer", "officers", "officer name", "department", "service", "subject", "swyddog", "adran", "gwasanaeth"),
    "crime_reference": ("crime number", "crime ref", "crime reference", "incident number", "incident no", "crime no", "urn",
                        "rhif trosedd", "rhif y digwyddiad"),
}  # fmt: skip
# Their words for ours, folded. What is not here is asked for.
VALUES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "status": {
        "open": ("open", "ongoing", "live", "pending", "active", "in progress", "ar agor", "parhaus", "no", "n", "na"),
        "closed": ("closed", "resolved", "complete", "completed", "finalised", "filed", "no further action", "nfa", "ar gau",
                   "wedi cau", "datryswyd", "yes", "y", "ie", "do"),
    },
    "kind": {
        "complaint": ("complaint", "police complaint", "cwyn"),
        "dissatisfaction": ("dissatisfaction", "diss sat", "dissat", "diss", "unhappy", "service issue", "anfodlonrwydd"),
        "compliment": ("compliment", "thanks", "praise", "appreciation", "canmoliaeth", "diolch"),
        "enquiry": ("enquiry", "inquiry", "question", "query", "information", "ymholiad", "cwestiwn"),
    },
    "channel": {
        "phone": ("phone", "telephone", "call", "101", "tel", "by phone", "ffon", "galwad"),
        "email": ("email", "e mail", "ebost", "e bost"),
        "letter": ("letter", "post", "in writing", "llythyr"),
        "web": ("web", "website", "online", "internet", "web form", "ar lein", "gwefan"),
        "counter": ("counter", "front counter", "in person", "walk in", "station", "face to face", "wyneb yn wyneb", "cownter"),
        "officer": ("officer", "via officer", "supervisor", "swyddog"),
        "social": ("social media", "facebook", "twitter", "x", "cyfryngau cymdeithasol"),
        "chat": ("chat", "live chat", "webchat", "sgwrs"),
    },
}  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """What a person said of one layout: column to our field, their words to our codes, which number of a day is first."""

    source: str
    columns: Mapping[str, str] = field(default_factory=dict)  # heading -> field, keep or leave
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # field -> their word, folded -> our code
    order: str = "day"
    kind: str = "dissatisfaction"  # of entries whose kind no column says

    def column(self, wanted: str) -> str:
        """The heading that holds a field; empty when none does."""
        return next((name for name, meant in self.columns.items() if meant == wanted), "")

    def kept(self) -> list[str]:
        return [name for name, meant in self.columns.items() if meant == KEEP]


def folded(text: str) -> str:
    """Without capitals, marks and accents on letters: what two people write for one thing is one."""
    plain = "".join(one for one in normalize("NFKD", text.casefold()) if category(one) != "Mn")
    return " ".join("".join(one if one.isalnum() else " " for one in plain).split())


def guesses(names: Iterable[str]) -> dict[str, str]:
    """Heading to field. Each field once; what nobody recognises is kept in their own words."""
    names, taken, found = list(names), set(), {}
    for exact in (True, False):
        for name in names:
            meant = "" if name in found else _meant(folded(name), exact=exact)
            if meant and meant not in taken:
                found[name] = meant
                taken.add(meant)
    return {name: found.get(name, KEEP) for name in names}


def _meant(heading: str, *, exact: bool) -> str:
    best = ("", 0)
    for meant, known in HEADINGS.items():
        for one in known:
            fits = heading == one if exact else len(one) > 3 and f" {one} " in f" {heading} "
            if fits and len(one) > best[1]:
                best = (meant, len(one))
    return best[0]


def value_guess(meant: str, theirs: str) -> str:
    """Our code for a word of theirs; empty when a person has to say."""
    word = folded(theirs)
    return next((code for code, known in VALUES.get(meant, {}).items() if word in known or word == code), "")
