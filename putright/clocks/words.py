"""The sentences of the working-out, in both languages, beside each other so that neither is forgotten.

The Welsh is machine-written; awaiting a translator. No Django: the words are as plain as the rules."""

from datetime import date, datetime

from putright.law.calendar import in_london
from putright.law.words import LANGUAGES, long_date

REASONS = "clock-reasons"  # the list of why a clock stood still, got longer, was excused or was missed
NAMES = {
    "first-contact": ("First contact", "Cysylltiad cyntaf"),
    "refer": ("Put right or pass on", "Unioni neu drosglwyddo"),
    "iopc-referral": ("Referral to the IOPC", "Cyfeirio at yr IOPC"),
    "update": ("Tell them how it stands", "Dweud sut mae pethau"),
    "outcome": ("Tell them the outcome", "Dweud beth yw’r canlyniad"),
    "review-received": ("Say that the review came", "Dweud bod yr adolygiad wedi dod"),
    "review-done": ("Decide the review", "Penderfynu’r adolygiad"),
    "review-answer": ("The force answers the recommendation", "Yr heddlu’n ateb yr argymhelliad"),
    "vrr-acknowledge": ("Victim’s review: say that we have it", "Adolygiad dioddefwr: dweud ei fod gennym"),
    "vrr-complete": ("Victim’s review: tell the result", "Adolygiad dioddefwr: dweud y canlyniad"),
}
STATES = {
    "running": ("Running", "Yn rhedeg"),
    "warning": ("Due soon", "I’w gyflawni’n fuan"),
    "standing": ("Standing still", "Yn sefyll"),
    "kept": ("Kept", "Wedi’i gadw"),
    "kept_late": ("Done late", "Wedi’i wneud yn hwyr"),
    "missed": ("Missed", "Wedi’i fethu"),
    "excused": ("Excused", "Wedi’i esgusodi"),
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
    "review_asked": ("they asked for a review", "gofynasant am adolygiad"),
    "review_decided": ("the review was decided", "penderfynwyd yr adolygiad"),
    "review_refused": ("the review was refused", "gwrthodwyd yr adolygiad"),
    "review_forwarded": ("the application was sent on", "anfonwyd y cais ymlaen"),
    "review_withdrawn": ("the application was withdrawn", "tynnwyd y cais yn ôl"),
    "review_finished": ("the review was finished", "gorffennwyd yr adolygiad"),
    "review_recommended": ("the review recommended something", "argymhellodd yr adolygiad rywbeth"),
    "review_answered": ("the force answered", "atebodd yr heddlu"),
    "victim_review_opened": ("a victim asked for a review", "gofynnodd dioddefwr am adolygiad"),
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
    "standing": (
        "It has stood still since {since}. When it goes on, {left} are still to be counted.",
        "Mae’n sefyll ers {since}. Pan aiff ymlaen, mae {left} i’w cyfrif o hyd.",
    ),
    "longer": ("It was given {by} more on {when}.", "Rhoddwyd {by} yn fwy iddo ar {when}."),
    "until": (
        "On {when} it was given until the end of {day}.",
        "Ar {when} fe’i hestynnwyd hyd ddiwedd {day}.",
    ),
    "until_late": (
        "On {when}, when the time had passed already, a new day was set: {day}. That does not undo that it was missed.",
        "Ar {when}, a’r amser eisoes wedi mynd heibio, pennwyd diwrnod newydd: {day}. Nid yw hynny’n dadwneud y methiant.",
    ),
    "until_by": ("Given longer by {name}: {why}", "Rhoddwyd mwy o amser gan {name}: {why}"),
    "before_day": (
        "Until {agreed} it was due on {was}. Then a bank holiday was added or moved.",
        "Hyd {agreed} y dyddiad oedd {was}. Yna ychwanegwyd neu symudwyd gŵyl banc.",
    ),
    "before_promise": (
        "Until {agreed} it was due on {was}. Then the promise itself was changed.",
        "Hyd {agreed} y dyddiad oedd {was}. Yna newidiwyd yr addewid ei hun.",
    ),
    "excused": (
        "Exceptional circumstances: decided on {when} that no time limit applies (CMR 2020 reg 51(2)). It still has to be done.",
        "Amgylchiadau eithriadol: penderfynwyd ar {when} nad oes terfyn amser (CMR 2020 rheoliad 51(2)). Rhaid ei wneud o hyd.",
    ),
    "due": (
        "Due on {when}. The promise is {length}, counted from {start}.",
        "I’w gyflawni: {when}. Yr addewid yw {length}, o {start}.",
    ),
    "left_out": ("{days} in between did not count.", "Nid oedd {days} rhyngddynt yn cyfrif."),
    "given": ("It was given {by} more.", "Rhoddwyd {by} yn fwy iddo."),
    "stood": ("Stood still from {since} to {until}: {why}.", "Safodd o {since} hyd {until}: {why}."),
    "stands": ("Standing still since {since}: {why}.", "Yn sefyll ers {since}: {why}."),
    "longer_because": ("Given longer on {when}: {why}.", "Rhoddwyd mwy o amser ar {when}: {why}."),
    "excused_because": ("Excused on {when}: {why}.", "Esgusodwyd ar {when}: {why}."),
    "missed_because": ("Missed because: {why}.", "Methwyd oherwydd: {why}."),
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
AMOUNTS = {
    "days": ("{n} days", "{n} diwrnod"),
    "working_days": ("{n} working days", "{n} diwrnod gwaith"),
    "weeks": ("{n} weeks", "{n} wythnos"),
    "months": ("{n} months", "{n} mis"),
    "end_of_next_day": ("the end of the next day", "diwedd y diwrnod nesaf"),
    "hours": ("{n} hours of opening", "{n} awr o fod ar agor"),
    "minutes": ("{n} minutes of opening", "{n} munud o fod ar agor"),
}
ONE = {
    "days": ("1 day", "1 diwrnod"),
    "working_days": ("1 working day", "1 diwrnod gwaith"),
    "weeks": ("1 week", "1 wythnos"),
    "months": ("1 month", "1 mis"),
    "end_of_next_day": ("the end of the next day", "diwedd y diwrnod nesaf"),
    "hours": ("1 hour of opening", "1 awr o fod ar agor"),
    "minutes": ("1 minute of opening", "1 munud o fod ar agor"),
}

CALENDAR = {
    "outside": ("", ""),
    "starts": ("It starts. Not counted", "Mae’n dechrau. Heb ei gyfrif"),
    "counted": ("Counted: day {number}", "Wedi’i gyfrif: diwrnod {number}"),
    "due": ("Due: day {number}", "I’w gyflawni: diwrnod {number}"),
    "still": ("Not counted: it stood still", "Heb ei gyfrif: roedd yn sefyll"),
    "off": ("Not counted", "Heb ei gyfrif"),
    "shut": ("the office was shut when it came", "roedd y swyddfa ar gau pan ddaeth"),
}
WEEKDAYS = (
    (("Monday", "Mo"), ("Tuesday", "Tu"), ("Wednesday", "We"), ("Thursday", "Th"), ("Friday", "Fr"), ("Saturday", "Sa"),
     ("Sunday", "Su")),
    (("dydd Llun", "Ll"), ("dydd Mawrth", "Ma"), ("dydd Mercher", "Me"), ("dydd Iau", "Ia"), ("dydd Gwener", "Gw"),
     ("dydd Sadwrn", "Sa"), ("dydd Sul", "Su")),
)  # fmt: skip


def in_both(pair: tuple[str, str]) -> Said:
    return dict(zip(LANGUAGES, pair, strict=True))


def say(sentence: str, **values: Said) -> Said:
    """A sentence in both languages; each value is given in both too."""
    said = in_both(SENTENCES[sentence])
    return {lang: text.format(**{key: value[lang] for key, value in values.items()}) for lang, text in said.items()}


def amount(number: int, unit: str) -> Said:
    return {lang: text.format(n=number) for lang, text in in_both((ONE if number == 1 else AMOUNTS)[unit]).items()}


def day(on: date) -> Said:
    return {lang: long_date(on, lang) for lang in LANGUAGES}


def moment(at: datetime) -> Said:
    """“Friday 27 March 2026, 16:50” in London, in both languages."""
    local = in_london(at)
    return {lang: f"{written}, {local:%H:%M}" for lang, written in day(local.date()).items()}
