"""The law said a second time, as plainly as it can be, to hold the rule rows against. Nothing here comes from `putright`.

Written from the text of the provisions. An answer is known when every way of filling in what is not known agrees.
`python -m tests.law.statement` writes the exhaustive decision tables in `tables/`.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

TABLES = Path(__file__).parent / "tables"
ANSWERS = ("yes", "no", "not_known")

RECORDING = ("complainant_wishes_recording", "body_decides_recording", "death_or_serious_injury",
             "might_be_crime_or_discipline", "might_infringe_article_2_or_3", "mandatory_referral_type")
AUTHORITY = ("about_chief_officer_conduct", "about_commissioner_or_deputy", "about_someone_serving_here",
             "about_service_or_policy_here", "about_another_force", "about_office_staff")
COMPLAINT = ("dissatisfied_with_force", "by_or_for_member_of_public", "adversely_affected", "about_conduct",
             "conduct_done_to_them", "witness_to_conduct", "made_for_another", "written_consent", "designated_by_iopc")


def recording(wishes: bool, decides: bool, harm: bool, crime: bool, rights: bool, referral: bool) -> str:
    """Sch 3 para 2(6A): record if the complainant wishes or the body decides; it must so decide in the cases of (6B)."""
    must_decide = harm or crime or rights or referral
    return "yes" if wishes or decides or must_decide else "no"


def authority(chief: bool, commissioner: bool, serving: bool, service: bool, other: bool, staff: bool) -> str:
    """s.29(1), most protective owner first; nobody's if it is about none of them."""
    if chief:
        return "local_policing_body"
    if commissioner:
        return "police_and_crime_panel"
    if serving or service:
        return "chief_officer"
    if other:
        return "other_force"
    return "office_procedure" if staff else "not_a_police_matter"


def complaint(*answers: bool) -> str:
    """s.12(1), (1A), (1B), (6)."""
    unhappy, public, affected, conduct, done, witness, for_another, consent, designated = answers
    if not unhappy or not public:
        return "no"
    if for_another and not (consent or designated):
        return "no"
    entitled = (done or affected or witness) if conduct else affected
    return "yes" if entitled else "no"


def known(says: Callable[..., str], answers: tuple[str, ...]) -> str:
    """What `says` on every way of filling in the gaps, or not_known where they differ."""
    ways = product(*((True, False) if answer == "not_known" else (answer == "yes",) for answer in answers))
    told = {says(*way) for way in ways}
    return told.pop() if len(told) == 1 else "not_known"


def table(says: Callable[..., str], facts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for answers in product(ANSWERS, repeat=len(facts)):
        yield (*answers, known(says, answers))


COMMITTED = {"recording": (recording, RECORDING), "authority": (authority, AUTHORITY)}


def write() -> None:
    for name, (says, facts) in COMMITTED.items():
        with (TABLES / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow((*facts, "expected"))
            writer.writerows(table(says, facts))


if __name__ == "__main__":
    write()
