"""What the parts of a figure are called. The Welsh is machine-written; awaiting a translator."""

from collections.abc import Callable, Mapping

from offices import Office, Text
from putright.clocks.words import NAMES as PROMISES
from putright.codes.rules import Rows

NOT_TOLD = "not-told"
UNLISTED = "not-in-the-list"
Parts = Mapping[str, Text]
Lists = Callable[[str], Rows]  # gives a list of codes by its name

CHANNELS: Parts = {
    "phone": Text("Telephone", "Ffôn"),
    "web": Text("Web form", "Ffurflen ar y we"),
    "email": Text("Email", "E-bost"),
    "chat": Text("Live chat", "Sgwrs fyw"),
    "letter": Text("Letter", "Llythyr"),
    "counter": Text("Counter", "Cownter"),
    "officer": Text("Passed on by an officer", "Wedi’i drosglwyddo gan swyddog"),
    "social": Text("Social media", "Cyfryngau cymdeithasol"),
    "import": Text("Imported history", "Hanes a fewnforiwyd"),
}
KINDS: Parts = {
    "complaint": Text("Complaint", "Cwyn"),
    "dissatisfaction": Text("Unhappy", "Anfodlon"),
    "enquiry": Text("Question", "Cwestiwn"),
    "compliment": Text("Thanks", "Diolch"),
    NOT_TOLD: Text("Not told", "Heb ei nodi"),
}
PASSED: Parts = {
    "once": Text("Once", "Unwaith"),
    "twice": Text("Twice", "Ddwywaith"),
    "more": Text("Three times or more", "Tair gwaith neu fwy"),
}
RECORDED: Parts = {
    "complainant_wishes": Text("The person wanted it recorded", "Roedd y person am iddi gael ei chofnodi"),
    "nature_of_allegation": Text("What is alleged is serious", "Mae’r hyn a honnir yn ddifrifol"),
    "dissatisfaction_after_initial_handling": Text(
        "Unhappy after we first tried to put it right", "Anfodlon ar ôl i ni geisio’i hunioni gyntaf"
    ),
    "body_decides": Text("We decided to record it", "Ni a benderfynodd ei chofnodi"),
    NOT_TOLD: Text("Not told", "Heb ei nodi"),
}
BODIES: Parts = {
    "standards": Text("Professional standards", "Safonau proffesiynol"),
    "commissioner": Text("The commissioner", "Y comisiynydd"),
    "iopc": Text("The Independent Office for Police Conduct", "Swyddfa Annibynnol Ymddygiad yr Heddlu"),
    "panel": Text("The police and crime panel", "Y panel heddlu a throsedd"),
    "other_force": Text("Another force", "Heddlu arall"),
}
CLOCKS: Parts = {key: Text(*both) for key, both in PROMISES.items()}
VEHICLES, STILL_UNHAPPY = "vehicle-recovery", "unhappy-after"  # a kind of contact, and a question it asks
UNHAPPY_AFTER: Parts = {
    "yes": Text("Still unhappy", "Yn dal yn anfodlon"),
    "no": Text("Content", "Bodlon"),
    "not_known": Text("Not known", "Ddim yn hysbys"),
    NOT_TOLD: Text("Not told", "Heb ei nodi"),
}
REVIEWED: Parts = {
    "investigated": Text("Of an investigation", "O ymchwiliad"),
    "otherwise": Text("Of other handling", "O ymdriniaeth arall"),
    "none": Text("No right to a review, or not known", "Dim hawl i adolygiad, neu ddim yn hysbys"),
}
CHECKED: Parts = {
    "accepted": Text("Accepted", "Derbyniwyd"),
    "refused": Text("Refused", "Gwrthodwyd"),
    "forwarded": Text("Sent on to the IOPC", "Anfonwyd ymlaen at yr IOPC"),
    "withdrawn": Text("Withdrawn", "Tynnwyd yn ôl"),
}
UPHELD: Parts = {
    f"{handled}-{outcome}": Text(f"{handled_words.en}: {en}", f"{handled_words.cy}: {cy}")
    for handled, handled_words in REVIEWED.items() if handled != "none"
    for outcome, en, cy in (("upheld", "upheld", "cadarnhawyd"), ("not_upheld", "not upheld", "ni chadarnhawyd"))
}  # fmt: skip
DECISIONS: Parts = {
    "police_decided_no_proceedings": Text("The police decided not to charge", "Penderfynodd yr heddlu beidio â chyhuddo"),
    "police_decided_no_cps_referral": Text("Not sent to prosecutors", "Heb ei anfon at erlynwyr"),
    "some_charged": Text("Some were charged, or with something else", "Cyhuddwyd rhai, neu o rywbeth arall"),
    "out_of_court_disposal": Text("Settled out of court", "Setlwyd y tu allan i’r llys"),
    "victim_withdrew_support": Text("The victim withdrew support", "Tynnodd y dioddefwr gefnogaeth yn ôl"),
    "crime_recording_decision": Text("Whether or how a crime was recorded", "A gofnodwyd trosedd, neu sut"),
    "enquiries_stopped": Text("Enquiries were stopped", "Rhoddwyd y gorau i ymholiadau"),
    "decided_by_cps": Text("The Crown Prosecution Service decided", "Gwasanaeth Erlyn y Goron a benderfynodd"),
    NOT_TOLD: Text("Not known", "Ddim yn hysbys"),
}
NOTHING_PARTICULAR = Text("Nothing in particular", "Dim byd penodol")
NO_REASON = Text("No reason given", "Dim rheswm wedi’i roi")
NOT_LISTED = Text("Not in the office’s list", "Ddim yn rhestr y swyddfa")


def topics(office: Office, lists: Lists) -> Parts:
    """Every kind of contact by its last name, closed ones too: a month long gone has them."""
    said = {row.code: Text(row.en, row.cy) for row in lists("kinds").rows}
    return {**said, NOT_TOLD: NOTHING_PARTICULAR}


def reasons(office: Office, lists: Lists) -> Parts:
    """The office's reasons by code, the groups first; then what stands for none and for codes it does not have."""
    said = {reason.code: reason.words for reason in office.reasons}
    return {**said, NOT_TOLD: NO_REASON, UNLISTED: NOT_LISTED}


def groups(office: Office, lists: Lists) -> Parts:
    said = {reason.code: reason.words for reason in office.reasons if reason.under is None}
    return {**said, NOT_TOLD: NO_REASON, UNLISTED: NOT_LISTED}


def heard(office: Office, lists: Lists) -> Parts:
    """How people heard of us, by code, closed ones too; then what stands for not asked."""
    said = {row.code: Text(row.en, row.cy) for row in lists("heard").rows}
    return {**said, NOT_TOLD: Text("Not asked", "Heb ofyn")}


def results(office: Office, lists: Lists) -> Parts:
    """What came of victims' reviews, by the list's last names, closed ones too."""
    return {row.code: Text(row.en, row.cy) for row in lists("review-results").rows}


def rights(office: Office, lists: Lists) -> Parts:
    return {row.code: Text(row.en, row.cy) for row in lists("victims-rights").rows}


def group_of(office: Office) -> Mapping[str, str]:
    """Each reason's group; a group is its own."""
    own = {reason.code: reason.under or reason.code for reason in office.reasons}
    return {**own, NOT_TOLD: NOT_TOLD, UNLISTED: UNLISTED}
