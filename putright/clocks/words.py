"""The sentences of the working-out, in both languages, beside each other so that neither is forgotten.

The Welsh is machine-written; awaiting a translator. No Django: the words are as plain as the rules."""

from datetime import date, datetime

from putright.law.calendar import in_london
from putright.law.words import LANGUAGES, long_date

NAMES = {
    "first-contact": ("First contact", "Cysylltiad cyntaf"),
    "refer": ("Put right or pass on", "Unioni neu drosglwyddo"),
    "iopc-referral": ("Referral to the IOPC", "Cyfeirio at yr IOPC"),
    "update": ("Tell them how it stands", "Dweud sut mae pethau"),
    "outcome": ("Tell them the outcome", "Dweud beth yw’r canlyniad"),
    "vrr-acknowledge": ("Victim’s review: say that we have it", "Adolygiad dioddefwr: dweud ei fod gennym"),
    "vrr-complete": ("Victim’s review: tell the result", "Adolygiad dioddefwr: dweud y canlyniad"),
}
STATES = {
    "running": ("Running", "Yn rhedeg"),
    "warning": ("Due soon", "I’w gyflawni’n fuan"),
    "kept": ("Kept", "Wedi’i gadw"),
    "kept_late": ("Done late", "Wedi’i wneud yn hwyr"),
    "missed": ("Missed", "Wedi’i fethu"),
    "ended": ("No longer needed", "Dim angen mwyach"),
}
# What happened, by the verb of the event; a verb and a detail are joined by a full stop.
HAPPENED = {
    "received": ("we heard from the person", "clywsom gan y person"),
    "clarified": ("it was found to be a complaint", "gwelwyd mai cwyn ydyw"),
    "reopened": ("it was opened again", "fe’i hailagorwyd"),
    "asked_to_record": ("the person asked for it to be recorded", "gofynnodd y person iddi gael ei chofnodi"),
    "decided": ("it was decided how to deal with it", "penderfynwyd sut i ddelio â hi"),
    "decided.must_refer": ("it became clear that it must be referred", "daeth yn amlwg fod rhaid ei chyfeirio"),
    "decided.recorded": ("it was recorded", "fe’i cofnodwyd"),
    "decided.not_complaint": ("it was decided that it is not a complaint", "penderfynwyd nad cwyn ydyw"),
    "decided.no_referral": (
        "a later decision found no need to refer it",
        "gwelodd penderfyniad diweddarach nad oedd angen ei chyfeirio",
    ),
    "put_right": ("it was put right", "fe’i hunionwyd"),
    "outcome_back": ("the outcome came back", "daeth y canlyniad yn ôl"),
    "spoke": ("we spoke with the person", "siaradom â’r person"),
    "settled": ("it was settled", "fe’i setlwyd"),
    "offered": ("we offered to put it right", "cynigiwyd ei hunioni"),
    "handed_over": ("it was handed over", "fe’i trosglwyddwyd"),
    "sent": ("we wrote to the person", "ysgrifennom at y person"),
    "closed": ("the case was closed", "caewyd yr achos"),
    "victim_review_opened": ("a victim asked for a review", "gofynnodd dioddefwr am adolygiad"),
    "victim_review_longer": (
        "the victim was told why it takes longer, and by when they hear",
        "dywedwyd wrth y dioddefwr pam mae’n cymryd mwy o amser, ac erbyn pryd y bydd yn clywed",
    ),
    "victim_review_ended": ("the review ended", "daeth yr adolygiad i ben"),
}
SENTENCES = {
    "began": ("It began because {why}.", "Dechreuodd oherwydd: {why}."),
    "began_again": (
        "It first began on {first}. It began again because {why}.",
        "Dechreuodd yn gyntaf ar {first}. Dechreuodd eto oherwydd: {why}.",
    ),
    "promise": ("Our promise: “{words}”", "Ein haddewid: “{words}”"),
    "check": (
        "This promise is a default that the office has not confirmed.",
        "Addewid diofyn yw hwn nad yw’r swyddfa wedi’i gadarnhau.",
    ),
    "must_refer": (
        "It is kept by handing it to whoever must refer it, or to the IOPC itself.",
        "Caiff ei gadw drwy ei throsglwyddo i’r corff sy’n gorfod ei chyfeirio, neu i’r IOPC ei hun.",
    ),
    "kept": ("Kept on {when}: {why}.", "Cadwyd ar {when}: {why}."),
    "kept_late": ("Done on {when}, after it was due: {why}.", "Gwnaed ar {when}, ar ôl y dyddiad: {why}."),
    "ended": ("Not needed after {when}: {why}.", "Dim angen ar ôl {when}: {why}."),
    "missed": (
        "It has not been done, and the time has passed.",
        "Nid yw wedi’i wneud, ac mae’r amser wedi mynd heibio.",
    ),
    "beyond": (
        "We do not hold the bank holidays of that time yet, so only weekends were left out. It may fall due later.",
        "Nid yw gwyliau banc y cyfnod hwnnw gennym eto, felly penwythnosau yn unig a adawyd allan. Gall fod yn hwyrach.",
    ),
    "not_promised_then": (
        "There was no such promise on that day. It is counted by the first there was, from {since}.",
        "Nid oedd addewid o’r fath ar y diwrnod hwnnw. Fe’i cyfrifir yn ôl y cyntaf a fu, o {since}.",
    ),
}  # fmt: skip

Said = dict[str, str]


def in_both(pair: tuple[str, str]) -> Said:
    return dict(zip(LANGUAGES, pair, strict=True))


def say(sentence: str, **values: Said) -> Said:
    """A sentence in both languages; each value is given in both too."""
    said = in_both(SENTENCES[sentence])
    return {lang: text.format(**{key: value[lang] for key, value in values.items()}) for lang, text in said.items()}


def day(on: date) -> Said:
    return {lang: long_date(on, lang) for lang in LANGUAGES}


def moment(at: datetime) -> Said:
    """“Friday 27 March 2026, 16:50” in London, in both languages."""
    local = in_london(at)
    return {lang: f"{written}, {local:%H:%M}" for lang, written in day(local.date()).items()}
