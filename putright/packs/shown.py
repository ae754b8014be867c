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
from .words import BODIES, GROUNDS, LEVELS, PARTS_NAMED, REFERRAL

Row = tuple[str, str]
YES_NO = {"yes": gettext_lazy("yes"), "no": gettext_lazy("no"), "not_known": gettext_lazy("Not known")}
LABELS = {
    "name": gettext_lazy("Name"), "anonymous": gettext_lazy("Chose to be anonymous"), "email": gettext_lazy("Email"),
    "phone": gettext_lazy("Phone"), "address": gettext_lazy("Address"), "postcode": gettext_lazy("Postcode"),
    "language": gettext_lazy("Language"), "prefers": gettext_lazy("Prefers"),
    "safe_contact": gettext_lazy("Safe contact"), "adjustments": gettext_lazy("What helps them"),
    "at_risk": gettext_lazy("May be at risk"), "representative": gettext_lazy("Speaks for them"),
    "capacity": gettext_lazy("As their"), "consent_seen_on": gettext_lazy("Written consent seen on"),
    "kind": gettext_lazy("What kind of contact"),
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
    "complaint": gettext_lazy("Complaint"),
    "dissatisfaction": gettext_lazy("Unhappy"),
    "compliment": gettext_lazy("Thanks"),
    "enquiry": gettext_lazy("Question"),
}  # fmt: skip


def sections(pack: Pack, language: str) -> list[tuple[str, list[Row]]]:
    """What goes, in the order a person needs it; a section with nothing in it says so by its absence. Packs of the first
    format, as they went, are read as well."""
    decisions: list[Pack] = pack.get("decisions") or [one for one in (pack.get("decision", {}),) if one]
    made = [
        (_("This pack"), list(_heading(pack, language))),
        (_("What is not in it"), [*_incomplete(pack), *_withheld(pack)]),
        (_("The person"), list(_plain(pack["complainant"], language))),
        *_numbered(_("What they told us"), pack["contacts"], language, _plain),
        *_numbered(_("Who it is about"), pack["officers"], language, _plain),
        (_("Allegations"), [row for one in pack["allegations"] for row in _allegation(one, pack, language)]),
        (_("For the IOPC"), list(_referral(pack.get("referral") or {}, language))),
        *_numbered(_("The decision"), decisions, language, _decision),
        (_("Attempts to put it right"), [_attempt(one, language) for one in pack["recovery"]]),
        (_("Documents"), [_document(one) for one in pack.get("documents", ())]),
        (_("Dates promised by law"), [_promise(one, language) for one in pack["promised"]]),
        (
            _("What has happened"),
            [_event(one, pack, language) for one in pack.get("chronology") or pack.get("events") or ()],
        ),
    ]
    return [(title, rows) for title, rows in made if rows]


def _incomplete(pack: Pack) -> Iterator[Row]:
    lacks = pack.get("incomplete") or {}
    for part in lacks.get("missing", ()):
        yield str(PARTS_NAMED.get(part, part)), _("Not known when it was sent")
    if lacks:
        yield _("Why it went all the same"), lacks["because"]


def _withheld(pack: Pack) -> Iterator[Row]:
    for one in pack.get("withheld", ()):
        part = str(PARTS_NAMED.get(one["part"], one["part"]))
        ground = f"{GROUNDS[one['ground']]} ({one['source']})" if one["source"] else str(GROUNDS[one["ground"]])
        yield (f"{part}: {one['what']}" if one["what"] else part), _("Withheld. %(ground)s") % {"ground": ground}


def _referral(made: Pack, language: str) -> Iterator[Row]:
    if not made:
        return
    for one in made["criteria"]:
        yield _("Criterion met"), f"{one['id']} {one['source']}"
    if made["became_clear_at"]:
        yield _("It became clear"), _when(made["became_clear_at"], language)
    for name, words in made["recalled"].items():
        if words:
            yield f"{REFERRAL.get(name, name)} ({_('what the form asks, from general knowledge')})", words


def _document(one: Pack) -> Row:
    held = {"sealed": _("kept sealed"), "elsewhere": _("with the office that had the case before")}.get(one["held"], "")
    return one["name"], "; ".join(filter(None, [held, f"SHA-256 {one['sha256']}"]))


def _numbered(
    title: str, parts: list[Pack], language: str, rows: Callable[[Pack, str], Iterator[Row]]
) -> list[tuple[str, list[Row]]]:
    many = len(parts) > 1
    return [(f"{title} ({i})" if many else title, list(rows(part, language))) for i, part in enumerate(parts, 1)]


def _heading(pack: Pack, language: str) -> Iterator[Row]:
    yield _("Reference"), pack["reference"]
    if came_from := pack.get("from"):
        yield _("From"), came_from["name"].get(language) or came_from["name"]["en"]
    yield _("For"), " – ".join(filter(None, [str(BODIES[pack["for"]]), pack.get("receiver", "")]))
    yield _("Received"), _when(pack["received_at"], language)
    if pack["recorded_at"]:
        yield _("Recorded on"), _when(pack["recorded_at"], language)
    handling = pack.get("handling", {})
    if handling.get("level", "normal") != "normal":
        yield _("Handle it as"), str(LEVELS[handling["level"]])
    for one in handling.get("keep_from", ()):
        yield _("Do not show it to"), f"{one['name']}: {one['why']}"
    for one in pack.get("references", ()):
        yield _("Its reference elsewhere"), f"{one['reference']} ({one['office']})"


def _plain(part: Pack, language: str) -> Iterator[Row]:
    for key, value in part.items():
        if value not in ("", None, {}, False) or key == "identified":
            yield str(LABELS.get(key, key)), _value(key, value, language)


def _value(key: str, value: Any, language: str) -> str:
    if isinstance(value, bool):
        return str(YES_NO["yes" if value else "no"])
    if isinstance(value, dict):
        return "; ".join(f"{LABELS.get(key, key)}: {_value(key, one, language)}" for key, one in value.items() if one)
    if key in CODED or key == "kind":
        return str(CODES.get(value, value))
    if key.endswith("_at"):
        return _when(value, language)
    return day(date.fromisoformat(value), language) if key.endswith("_on") else str(value)


def _allegation(one: Pack, pack: Pack, language: str) -> Iterator[Row]:
    category = one["category_words"].get(language, "")
    officers = [_officer(who, pack) for who in one["officers"]]
    about = f" ({', '.join(officers)})" if officers else ""
    yield f"{one['number']}. {one['category']} {category}{about}", one["words"]
    named = {"factors": _("What else was going on"), "outcomes": _("What came of it"), "actions": _("What was done")}
    for which, title in named.items():
        if chosen := one.get(which):
            yield title, ", ".join(code["words"].get(language) or code["code"] for code in chosen)


def _officer(who: int | str, pack: Pack) -> str:
    """Who an allegation is about; the first format had their names there."""
    if isinstance(who, str):
        return who
    it = pack["officers"][who - 1]
    return " ".join(filter(None, [it["rank"], it["name"], it["collar_number"]])) or (
        _("The force itself, not one person") if it["organisational"] else _("Not identified")
    )


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


def _event(one: Pack, pack: Pack, language: str) -> Row:
    """When and what, with the few facts of it that mean something outside, in the words each room gives its events."""
    happened = str(table("EVENTS").get(one["verb"], one["verb"]))
    details = [_value(key, value, language) for key, value in one.items() if key in CODED and value]
    if one.get("office") and one["office"] != pack["from"]["slug"]:
        details.append(one["office"])
    return _when(one["at"], language), f"{happened} ({', '.join(details)})" if details else happened


def _when(text: str, language: str) -> str:
    return moment(datetime.fromisoformat(text), language)
