"""The letters by which thanks are passed on: to the officer, to the supervisor or whoever is in charge, and to the sender."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from putright.cases.models import Case, ComplainedOf
from putright.contacts.models import Contact
from putright.letterkinds import phrases_ours as phrases
from putright.letterkinds.parts import SUBJECT
from putright.letters.addressee import WORK
from putright.letters.models import Letter
from putright.letters.rules import is_work
from putright.people.queries import office

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


def unasked(rows: Sequence[ComplainedOf]) -> Iterator[tuple[str, dict[str, str]]]:
    """The same letters for officers with an account: at the address they log in with. Their manager's must be one of work, else
    the note is kept on the case for somebody to hand over."""
    ours, whom = office().contact.email, {language: list[str]() for language in LANGUAGES}
    for row in rows:
        boss = row.handler.managed_by if row.handler else None
        email = boss.user.email if boss and is_work(boss.user.email, ours) else ""
        one = Thanks(str(row.officer), supervisor=boss.name if boss else "", supervisor_email=email, unnamed=True)
        _officer, (_kind, to_boss), _sender = letters(one)
        yield "thanks_officer", {"unnamed": "yes", "to": f"{SUBJECT}:{row.pk}"}
        yield "thanks_supervisor", to_boss
        for language, told in whom.items():
            told.append(whom_we_told(one, language))
    yield "thanks_told", {"unnamed": "yes"} | {f"told_whom_{language}": "\n".join(told) for language, told in whom.items()}


def whom_we_told(thanks: Thanks, language: str) -> str:
    told = [] if thanks.station else [thanks.thanked]
    return "\n".join([*told, thanks.in_charge(language)])


def are_there(case: Case) -> bool:
    """Whether anybody was thanked on the case. At most one query."""
    return case.kind == "compliment" or Contact.objects.filter(case=case, kind="compliment").exists()


def are_owed(case: Case) -> bool:
    """Thanks that nobody in charge was told of yet. At most one query, none for other cases."""
    return case.kind == "compliment" and not Letter.objects.filter(case=case, kind="thanks_supervisor").exists()
