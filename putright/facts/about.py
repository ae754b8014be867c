"""Who answers for each measure, where it comes from, since when, and which published indicator it is.

The Welsh is machine-written; awaiting a translator."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from offices import Text

SUPERVISOR = Text("Supervisor", "Goruchwyliwr")
STANDARDS = Text("Professional standards", "Safonau proffesiynol")
REVIEWS = Text("Whoever decides reviews", "Pwy bynnag sy’n penderfynu ar adolygiadau")
CONTACTS = Text("The contacts as they were written down", "Y cysylltiadau fel yr ysgrifennwyd hwy")
CASES = Text("The case files", "Y ffeiliau achos")
LOG = Text("The log of each case", "Cofnod pob achos")
DECISIONS = Text("The decisions people made", "Y penderfyniadau a wnaeth pobl")
ALLEGED = Text("The allegations written down on cases", "Yr honiadau a ysgrifennwyd ar achosion")
REVIEWED = Text("The register of reviews", "Y gofrestr adolygiadau")
CODE = Text(
    "The register of victims’ reviews and of the Victims’ Code", "Y gofrestr o adolygiadau dioddefwyr ac o God y Dioddefwyr"
)
EXCHANGE = Text("What the telephone exchange told us", "Yr hyn a ddywedodd y gyfnewidfa ffôn wrthym")
SURVEYS = Text("What people answered to our surveys", "Yr hyn a atebodd pobl i’n harolygon")
ALWAYS = None
SCHEDULE_3 = date(2020, 2, 1)  # PCA 2017 ss 13 and 14 in force: before it, recording meant something else


@dataclass(frozen=True)
class About:
    """`since`: the day from which the figure means what it says; None where it always has. `published`: K1 to K21, the
    indicators that the IOPC publishes, by the numbers of our own notes."""

    owner: Text
    source: Text
    since: date | None = ALWAYS
    published: str = ""


def _all(owner: Text, source: Text, *keys: str, since: date | None = ALWAYS) -> dict[str, About]:
    """Keys may carry the number of an indicator after a colon."""
    split = (key.partition(":") for key in keys)
    return {key: About(owner, source, since, published) for key, _, published in split}


ABOUT: Mapping[str, About] = {
    **_all(SUPERVISOR, CONTACTS, "contacts", "kinds", "topics", "vehicles", "reason-groups", "reasons", "heard", "settled",
           "often", "soon:K5", "languages", "fraud", "gaps", "by-area", "stayed"),
    **_all(SUPERVISOR, CASES, "logged:K1"),
    **_all(SUPERVISOR, CASES, "finished:K10, K11, K13", since=SCHEDULE_3),
    **_all(SUPERVISOR, LOG, "passed-on", "handed-over", "put-right", "kept", "missed", "excused", "contacted:K6", "content"),
    **_all(SUPERVISOR, LOG, "referrals:K19"),
    **_all(SUPERVISOR, DECISIONS, "recorded:K7, K21", "converted", since=SCHEDULE_3),
    **_all(STANDARDS, ALLEGED, "allegations:K3, K8", "factors:K9", "outcomes:K14", "actions:K15", since=SCHEDULE_3),
    **_all(REVIEWS, REVIEWED, "reviews-asked:K16", "reviews-checked:K16", "reviews-decided:K16, K17, K18", since=SCHEDULE_3),
    **_all(SUPERVISOR, CODE, "victims-reviews", "victims-reviews-doors", "victims-reviews-ended", "victims-rights"),
    **_all(SUPERVISOR, EXCHANGE, "calls", "waits"),
    **_all(SUPERVISOR, SURVEYS, "satisfaction"),
}  # fmt: skip
NOT_HELD: Mapping[str, Text] = {
    "K12": Text(
        "Allegations investigated or not: the body that investigates holds it.",
        "Honiadau a ymchwiliwyd neu beidio: y corff sy’n ymchwilio sy’n ei gadw.",
    ),
    "K20": Text(
        "Who complains, by age, sex and so on: see the answers to the surveys.",
        "Pwy sy’n cwyno, yn ôl oed, rhyw ac ati: gweler yr atebion i’r arolygon.",
    ),
}
