"""A case for every letter of law, with everything it needs: what a test takes away must stop it.

`python -m tests.letters.whole` writes the golden texts anew; whoever does so reads the difference."""

import os
import re
import sys
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

GOLDEN = Path(__file__).with_name("golden")
LAW = (
    "acknowledgement", "outside", "recorded", "not_complaint", "passed_on", "update", "outcome", "referred", "subject_copy",
    "findings", "review_rights", "no_action", "meeting", "delay_notice", "withdrawal_query", "withdrawn", "review_received",
    "review_forwarded", "review_refused", "review_notice", "review_decision", "recommendation", "response_copy",
)  # fmt: skip
NOT_RECORDED = {"acknowledgement", "outside", "not_complaint", "passed_on", "update", "outcome", "referred"}
OTHERS = {"subject_copy": "subject", "review_notice": "force", "recommendation": "force", "delay_notice": "iopc"}
ONCE = {
    "review": "REV-4", "met_on": "2026-03-20", "said_on": "2026-03-19", "withdrawn_on": "2026-03-26", "asked_on": "2026-03-25",
    "recommended_on": "2026-03-24", "how_withdrawn": "silent", "investigated": "yes", "right_body": "iopc",
    "who_shown": "anonymous", "copy": "An officer shouted at my mother.\n\nNobody answered when I rang.",
}  # fmt: skip
SAID = {
    "en": "We looked at {what}, and this is what we can tell you.",
    "cy": "Edrychwyd ar {what}, a dyma’r hyn y gallwn ei ddweud wrthych.",
}
LONG = timedelta(days=400)


@dataclass
class Ready:
    case: object
    given: dict[str, str]
    at: datetime
    officer: object = None
    parts: set[str] = field(default_factory=set)


def ready(cast, kind: str, language: str = "en") -> Ready:
    """Everything a letter of that kind needs, in that language: en, cy or "" for both."""
    from putright.letterkinds.kinds import KINDS
    from putright.people.actions import note_person

    from . import cases

    who = note_person({"name": "Gwen Parry", "email": "gwen@complainant.example", "language": language}, at=cast.at)
    case = cases.told(who, at=cast.at)
    officer = named(case)
    decide(case, kind, cast)
    asks = KINDS[kind]
    given = {f"{ask}_{said}": SAID[said].format(what=ask) for ask in asks.asks for said in SAID}
    given |= {key: ONCE[key] for key in asks.once if key in ONCE}
    if asks.by_point and kind not in NOT_RECORDED:
        given |= {f"found_{n}_{said}": SAID[said].format(what=f"point {n}") for n in (1, 2) for said in SAID}
    if kind in OTHERS:
        given |= {"to": f"subject:{officer.pk}" if OTHERS[kind] == "subject" else OTHERS[kind]}
    return Ready(case, given, cast.at + LONG if kind == "delay_notice" else cast.at, officer)


def named(case):
    from putright.cases.models import ComplainedOf

    from ..make import people

    known = people.officer(name="Dai Rees", rank="PC", collar_number="2417", station="Hertford Police Station\nHertford")
    return ComplainedOf.objects.create(case=case, officer=known)


def decide(case, kind: str, cast) -> None:
    from putright.cases.models import Allegation, Choice

    from . import cases

    if kind in ("outside", "not_complaint"):
        cases.decided(case, kind, by=cast.sam, at=cast.at)
    elif kind not in NOT_RECORDED:
        cases.decided(case, "recorded", by=cast.sam, at=cast.at)
        on = cast.at.date()
        for n, alleged in enumerate(Allegation.objects.filter(case=case).order_by("number")):
            outcome = ("schedule-3.not-acceptable", "schedule-3.not-determined")[n]
            Choice.objects.create(allegation=alleged, which="outcomes", code=outcome, on=on)
            Choice.objects.create(allegation=alleged, which="actions", code=("apology", "explanation")[n], on=on)
    if kind in ("passed_on", "referred"):
        cases.handed_over(case, "iopc" if kind == "referred" else "standards", by=cast.sam, at=cast.at)


def letter(cast, kind: str, language: str = "en"):
    """The letter as it would go. What is for officers and bodies has the languages of the office."""
    from putright.letters import making

    from ..make import people

    if kind in OTHERS:
        people.office("hertfordshire" if language == "en" else "dyfed-powys")
    made = ready(cast, kind, language)
    return making.preview(made.case, kind, made.given, by=cast.sam, at=made.at)


def text(made) -> str:
    """What is compared: the subject, who it goes to, and every word, with the chance of the reference and of a code taken out."""
    whole = f"{made.subject}\n{made.medium} {made.address}\n\n{made.body}\n"
    whole = re.sub(r"/survey/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/", "/survey/XXXX-XXXX-XXXX/", whole)
    return re.sub(r"PR-[A-Z0-9]{5}-[A-Z0-9]{5}", "PR-XXXXX-XXXXX", whole)


def languages_of(kind: str) -> tuple[str, ...]:
    return ("en", "") if kind in OTHERS else ("en", "cy", "")


def path_of(kind: str, language: str) -> Path:
    return GOLDEN / f"{kind}.{language or 'both'}.md"


def main() -> int:
    """Written by the test run itself, since only that has a database to make cases in."""
    import pytest

    os.environ["WRITE_GOLDEN"] = "1"
    return int(pytest.main(["-q", "tests/letters/test_golden.py", "-k", "golden"]))


if __name__ == "__main__":
    sys.exit(main())
