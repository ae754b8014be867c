"""The letters by which thanks are passed on: to the officer, to the supervisor or whoever is in charge, and to the sender."""

from collections.abc import Iterator
from dataclasses import dataclass

from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.letterkinds import phrases_ours as phrases
from putright.letters.addressee import WORK
from putright.letters.models import Letter

LANGUAGES = ("en", "cy")


@dataclass(frozen=True)
class Thanks:
    """Who was thanked (an officer, or with `station` everybody at a place), and who is to be told of it, at what address."""

    thanked: str
    officer_email: str = ""
    supervisor: str = ""
    supervisor_email: str = ""
    station: bool = False
    unnamed: bool = False

    def in_charge(self, language: str) -> str:
        phrase = phrases.IN_CHARGE if self.station else phrases.SUPERVISOR
        return self.supervisor or phrase[language].format(name=self.thanked, place=self.thanked)

    def praised(self, language: str) -> str:
        return phrases.STATION[language].format(place=self.thanked) if self.station else self.thanked


def letters(thanks: Thanks) -> Iterator[tuple[str, dict[str, str]]]:
    """(kind, what it is made from) of each letter, the sender's last: it says whom we told."""
    common = {"unnamed": "yes"} if thanks.unnamed else {}
    if not thanks.station:
        yield "thanks_officer", common | {"to": WORK, "to_name": thanks.thanked, "to_email": thanks.officer_email}
    praised = {f"thanked_{language}": thanks.praised(language) for language in LANGUAGES}
    yield "thanks_supervisor", common | praised | {
        "to": WORK, "to_name": thanks.supervisor, "to_email": thanks.supervisor_email
    }  # fmt: skip
    yield "thanks_told", common | {f"told_whom_{language}": whom_we_told(thanks, language) for language in LANGUAGES}


def whom_we_told(thanks: Thanks, language: str) -> str:
    told = [] if thanks.station else [thanks.thanked]
    return "\n".join([*told, thanks.in_charge(language)])


def are_there(case: Case) -> bool:
    """Whether anybody was thanked on the case. At most one query."""
    return case.kind == "compliment" or Contact.objects.filter(case=case, kind="compliment").exists()


def are_owed(case: Case) -> bool:
    """Thanks that nobody in charge was told of yet. At most one query, none for other cases."""
    return case.kind == "compliment" and not Letter.objects.filter(case=case, kind="thanks_supervisor").exists()
