"""A pack as a person reads it: sections of (what, value), in the reader's language. Everything in the pack is here."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from design.dates import day, moment
from putright.law import words as law_words
from putright.people.gates import table

from .rules import Pack
from .words import BODIES

Row = tuple[str, str]
YES_NO = {"yes": gettext_lazy("yes"), "no": gettext_lazy("no"), "not_known": gettext_lazy("Not known")}
LABELS = {
    "name": gettext_lazy("Name"), "anonymous": gettext_lazy("Chose to be anonymous"), "email": gettext_lazy("Email"),
    "phone": gettext_lazy("Phone"), "address": gettext_lazy("Address"), "postcode": gettext_lazy("Postcode"),
    "language": gettext_lazy("Language"), "prefers": gettext_lazy("Prefers"),
    "safe_contact": gettext_lazy("Safe contact"), "adjustments": gettext_lazy("What helps them"),
    "at_risk": gettext_lazy("May be at risk"), "representative": gettext_lazy("Speaks for them"),
    "capacity": gettext_lazy("As their"), "consent_seen_on": gettext_lazy("Written consent seen on"),
    "received_at": gettext_lazy("Received"), "channel": gettext_lazy("How it came"),
    "words": gettext_lazy("Their words"),
    "wants": gettext_lazy("What they want"), "about": gettext_lazy("Who or what it is about"),
    "happened_on": gettext_lazy("When it happened"), "happened_words": gettext_lazy("When, in their words"),
    "place": gettext_lazy("Where"), "crime_reference": gettext_lazy("Crime or incident number"),
    "rank": gettext_lazy("Rank"), "collar_number": gettext_lazy("Collar number"), "station": gettext_lazy("Station"),
    "description": gettext_lazy("Description"), "organisational": gettext_lazy("The force itself"),
    "office_holder": gettext_lazy("Office held"), "identified": gettext_lazy("Identified"),
    "no_email": gettext_lazy("Not by email"), "no_phone": gettext_lazy("Not by phone"),
    "no_post": gettext_lazy("Not by post"), "no_voicemail": gettext_lazy("No voicemail"),
    "not_before": gettext_lazy("Not before"), "not_after": gettext_lazy("Not after"), "note": gettext_lazy("Note"),
}  # fmt: skip
CODED = frozenset({"channel", "prefers", "language", "office_holder", "medium", "body", "route", "content"})
CODES = {
    **YES_NO, **BODIES,
    "web": gettext_lazy("Web form"), "phone": gettext_lazy("Phone"), "email": gettext_lazy("Email"),
    "letter": gettext_lazy("Letter"), "post": gettext_lazy("Post"), "counter": gettext_lazy("At a counter"),
    "officer": gettext_lazy("Told an officer"), "social": gettext_lazy("Social media"), "chat": gettext_lazy("Live chat"),
    "en": gettext_lazy("English"), "cy": gettext_lazy("Welsh"), "chief_officer": gettext_lazy("Chief Constable"),
    "outside": gettext_lazy("Put right outside Schedule 3"), "recorded": gettext_lazy("Recorded under Schedule 3"),
    "not_complaint": gettext_lazy("Not a complaint"),
}  # fmt: skip


def sections(pack: Pack, language: str) -> list[tuple[str, list[Row]]]:
    """What goes, in the order a person needs it; a section with nothing in it says so by its absence."""
    made = [
        (_("This pack"), list(_heading(pack, language))),
        (_("The person"), list(_plain(pack["complainant"], language))),
        *_numbered(_("What they told us"), pack["contacts"], language, _plain),
        *_numbered(_("Who it is about"), pack["officers"], language, _plain),
        (_("Allegations"), [_allegation(one, language) for one in pack["allegations"]]),
        (_("The decision"), list(_decision(pack["decision"], language))),
        (_("Attempts to put it right"), [_attempt(one, language) for one in pack["recovery"]]),
        (_("Dates promised by law"), [_promise(one, language) for one in pack["promised"]]),
        (_("What has happened"), [_event(one, language) for one in pack["events"]]),
    ]
    return [(title, rows) for title, rows in made if rows]


def _numbered(
    title: str, parts: list[Pack], language: str, rows: Callable[[Pack, str], Iterator[Row]]
) -> list[tuple[str, list[Row]]]:
    many = len(parts) > 1
    return [(f"{title} ({i})" if many else title, list(rows(part, language))) for i, part in enumerate(parts, 1)]


def _heading(pack: Pack, language: str) -> Iterator[Row]:
    yield _("Reference"), pack["reference"]
    yield _("For"), str(BODIES[pack["for"]])
    yield _("Received"), _when(pack["received_at"], language)
    if pack["recorded_at"]:
        yield _("Recorded on"), _when(pack["recorded_at"], language)


def _plain(part: Pack, language: str) -> Iterator[Row]:
    for key, value in part.items():
        if value not in ("", None, {}, False) or key == "identified":
            yield str(LABELS.get(key, key)), _value(key, value, language)


def _value(key: str, value: Any, language: str) -> str:
    if isinstance(value, bool):
        return str(YES_NO["yes" if value else "no"])
    if isinstance(value, dict):
        return "; ".join(f"{LABELS.get(key, key)}: {_value(key, one, language)}" for key, one in value.items() if one)
    if key in CODED:
        return str(CODES.get(value, value))
    if key.endswith("_at"):
        return _when(value, language)
    return day(date.fromisoformat(value), language) if key.endswith("_on") else str(value)


def _allegation(one: Pack, language: str) -> Row:
    category = one["category_words"].get(language, "")
    about = f" ({', '.join(one['officers'])})" if one["officers"] else ""
    return f"{one['number']}. {one['category']} {category}{about}", one["words"]


def _decision(decision: Pack, language: str) -> Iterator[Row]:
    if not decision:
        return
    yield _("Decided"), f"{_when(decision['at'], language)}, {decision['by']}"
    yield _("How it must be dealt with"), _value("route", decision["route"], language)
    yield _("Must be referred to the IOPC"), str(YES_NO["yes" if decision["must_refer"] else "no"])
    for question, finding in decision["findings"].items():
        yield law_words.question_text(question, language), _finding(question, finding, language)
    for fact, answer in decision["facts"].items():
        yield law_words.fact_question(fact, language), str(YES_NO.get(answer, answer))
    if decision["because"]:
        yield _("Reasons"), decision["because"]


def _finding(question: str, finding: Pack, language: str) -> str:
    rules = "; ".join(f"{rule['id']} {rule['source']}" for rule in finding.get("rules", ()))
    return " ".join(filter(None, [law_words.answer_text(question, finding["answer"], language), rules]))


def _attempt(one: Pack, language: str) -> Row:
    """That it was tried and what came of it; never what was said (PRA 2002 Sch 3 para 6(2E))."""
    return _when(one["at"], language), _("Was the person content? %(answer)s") % {"answer": YES_NO[one["content"]]}


def _promise(one: Pack, language: str) -> Row:
    names = {"iopc-referral": _("Refer it to the IOPC by"), "update": _("Tell the person how it stands by")}
    return names[one["promise"]], f"{_when(one['due_at'], language)} ({one['source']})"


def _event(one: Pack, language: str) -> Row:
    """When and what, with the few facts of it that mean something outside, in the words each room gives its events."""
    happened = str(table("EVENTS").get(one["verb"], one["verb"]))
    details = [_value(key, value, language) for key, value in one.items() if key in CODED and value]
    return _when(one["at"], language), f"{happened} ({', '.join(details)})" if details else happened


def _when(text: str, language: str) -> str:
    return moment(datetime.fromisoformat(text), language)
