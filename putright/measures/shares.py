"""Shares of what was counted. The Welsh is machine-written; awaiting a translator."""

from offices import Text
from putright.facts.of_answers import GIVEN_UP, GOOD, IN_TIME, MARKS, TOO_SOON

from .figure import PER_CENT, Of, Share

ASKED = ("yes", "no")  # who answered yes or no; not known is in neither


def _share(key: str, name: tuple[str, str], means: tuple[str, str], part: Of, whole: Of, published: str = "") -> Share:
    unless: Of | None = ("stayed", (TOO_SOON,)) if part[0] == "stayed" else None
    return Share(key, Text(*name), Text(*means), PER_CENT, part[0], published, part, whole, unless)


SHARES = (
    _share(
        "stayed-share", ("Share settled for good", "Cyfran a setlwyd yn derfynol"),
        ("Contacts settled at first contact with nobody else asked, and not in touch again within 28 days, divided by contacts"
         " received in the same month. The stricter of the two shares. Not known until 28 days after the month.",
         "Cysylltiadau a setlwyd ar y cyswllt cyntaf heb ofyn i neb arall, ac nad oeddent mewn cysylltiad eto o fewn 28 diwrnod,"
         " wedi’u rhannu â’r cysylltiadau a dderbyniwyd yn yr un mis. Y llymaf o’r ddwy gyfran. Ddim yn hysbys tan"
         " 28 diwrnod ar ôl y mis."),
        ("stayed", (GOOD,)), ("contacts", ()),
    ),
    _share(
        "after-first-try",
        ("Share recorded after we first tried otherwise", "Cyfran a gofnodwyd ar ôl i ni geisio fel arall gyntaf"),
        ("Cases first recorded in the month because the person was unhappy after we first tried to put it right, divided by all"
         " first recorded in the month. A high share says that the first try was not good enough.",
         "Achosion a gofnodwyd gyntaf yn y mis am fod y person yn anfodlon ar ôl i ni geisio ei hunioni gyntaf, wedi’u rhannu â’r"
         " cyfan a gofnodwyd gyntaf yn y mis. Mae cyfran uchel yn dweud nad oedd y cynnig cyntaf yn ddigon da."),
        ("recorded", ("dissatisfaction_after_initial_handling",)), ("recorded", ()), "K21",
    ),
    _share(
        "given-up-share", ("Share of callers who gave up", "Cyfran y galwyr a roddodd y gorau iddi"),
        ("Calls given up, divided by calls offered in the month. Those given up almost at once are among the offered and are not"
         " counted as given up.",
         "Galwadau y rhoddwyd y gorau iddynt, wedi’u rhannu â’r galwadau a gynigiwyd yn y mis. Mae’r rhai y rhoddwyd y gorau"
         " iddynt bron ar unwaith ymhlith y rhai a gynigiwyd ac ni chânt eu cyfrif fel rhai y rhoddwyd y gorau iddynt."),
        ("waits", (GIVEN_UP,)), ("waits", ()),
    ),
    _share(
        "in-time-share", ("Share of calls answered in time", "Cyfran y galwadau a atebwyd mewn pryd"),
        ("Calls answered within the seconds that the office says, divided by calls offered in the month. Also called the service"
         " level.",
         "Galwadau a atebwyd o fewn yr eiliadau y mae’r swyddfa’n eu dweud, wedi’u rhannu â’r galwadau a gynigiwyd yn y mis."
         " Gelwir hyn hefyd yn lefel gwasanaeth."),
        ("waits", (IN_TIME,)), ("waits", ()),
    ),
    _share(
        "vehicles-unhappy", ("Vehicles in a pound: share still unhappy", "Cerbydau mewn pwynd: cyfran sy’n dal yn anfodlon"),
        ("Contacts about vehicles in a pound whose person was still unhappy at the end, divided by those of whom it is known.",
         "Cysylltiadau am gerbydau mewn pwynd lle’r oedd y person yn dal yn anfodlon ar y diwedd, wedi’u rhannu â’r rhai y mae’n"
         " hysbys amdanynt."),
        ("vehicles", ("yes",)), ("vehicles", ASKED),
    ),
    _share(
        "content-unhappy", ("Share still unhappy with what was offered", "Cyfran sy’n dal yn anfodlon ar yr hyn a gynigiwyd"),
        ("Offers to put it right answered in the month that left the person unhappy, divided by those of which it is known.",
         "Cynigion i’w unioni a atebwyd yn y mis ac a adawodd y person yn anfodlon, wedi’u rhannu â’r rhai y"
         " mae’n hysbys amdanynt."),
        ("content", ("no",)), ("content", ASKED),
    ),
    _share(
        "satisfied-share", ("Share of answers that were satisfied", "Cyfran yr atebion a oedd yn fodlon"),
        ("Answers of 4 or 5 to our surveys in the month, divided by all answers from 1 to 5.",
         "Atebion o 4 neu 5 i’n harolygon yn y mis, wedi’u rhannu â’r holl atebion o 1 i 5."),
        ("satisfaction", MARKS[:2]), ("satisfaction", ()),
    ),
    _share(
        "welsh-share", ("Share of contacts in Welsh", "Cyfran y cysylltiadau yn Gymraeg"),
        ("Contacts by people who asked us to use Welsh, divided by those of whom the language is known.",
         "Cysylltiadau gan bobl a ofynnodd i ni ddefnyddio’r Gymraeg, wedi’u rhannu â’r rhai y mae’r iaith yn hysbys amdanynt."),
        ("languages", ("cy",)), ("languages", ("cy", "en")),
    ),
    _share(
        "nothing-missing", ("Share with nothing missing", "Cyfran heb ddim ar goll"),
        ("Contacts received in the month with what it was, the reason and the person written down, divided by all contacts"
         " received in the month.",
         "Cysylltiadau a dderbyniwyd yn y mis lle mae’r hyn ydoedd, y rheswm a’r person wedi’u hysgrifennu,"
         " wedi’u rhannu â’r holl"
         " gysylltiadau a dderbyniwyd yn y mis."),
        ("gaps", ("whole",)), ("contacts", ()),
    ),
)  # fmt: skip
