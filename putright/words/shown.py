"""What the pages show of words: how a subject stands, an example of it, hints, and what differs between two versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import plain, queries, refusals, rules
from .queries import Standing
from .subjects import LANGUAGES, SHEET, Example, Subject, Texts

HINTS = {
    "jargon": gettext_lazy("“%(found)s”: most people do not say this."),
    "blame": gettext_lazy("“%(found)s” may sound as if it were the reader’s fault, or nobody’s."),
    "long": gettext_lazy("A long sentence, %(number)s words: “%(found)s”. Make two of it."),
    "hard": gettext_lazy("A reader of %(number)s could follow this. Aim for 11 or younger: shorter words and sentences."),
    "gap": gettext_lazy("%(found)s is still to be filled in."),
}
SORRY = {
    "fault": gettext_lazy("You say sorry. Say what we did wrong, too."),
    "impact": gettext_lazy("You say sorry. Say what it did to the person, too."),
    "change": gettext_lazy("You say sorry. Say what has changed because of it, too."),
}
INSTEAD = gettext_lazy("Try: %(instead)s.")
NAMED = {"en": gettext_lazy("English"), "cy": gettext_lazy("Welsh")}


@dataclass(frozen=True)
class Line:
    name: str
    standing: Standing
    tags: list[str]


def tags(one: Standing) -> list[str]:
    """How a subject stands, in a few words each."""
    made = [_("Changed here") if one.number else _("As it came")]
    made += [_("Waiting for sign-off")] if one.waiting else []
    made += [_("Begins later")] if one.coming else []
    return made + ([] if one.checked else [_("Welsh not checked")])


def lines(standings: list[Standing], language: str, which: Mapping[str, str]) -> list[Line]:
    """The list as it was asked for."""
    find = which.get("find", "").casefold()
    return [
        Line(one.subject.named(language), one, tags(one))
        for one in standings
        if which.get("group", "") in ("", one.subject.group)
        and is_so(one, which.get("state", ""))
        and find in "\n".join([*one.subject.names.values(), *one.newest.values()]).casefold()
    ]


def is_so(one: Standing, state: str) -> bool:
    so = {"edited": one.number > 0, "waiting": one.waiting is not None, "unchecked": not one.checked}
    return so.get(state, True)


def sentence(hint: plain.Hint) -> str:
    words = SORRY[hint.found] if hint.why == "apology" else HINTS[hint.why]
    said = str(words) % {"found": hint.found, "number": hint.number}
    return f"{said} {INSTEAD % {'instead': hint.instead}}" if hint.instead else said


def hinted(texts: Mapping[str, str], on: date) -> list[tuple[str, str, list[str]]]:
    """(language, its name, what to look at again) for each language something was written in. One query."""
    made = []
    with queries.held():
        for language in LANGUAGES:
            if text := texts.get(language, "").strip():
                found = [sentence(hint) for hint in queries.hints(text, language, on)]
                made.append((language, str(NAMED[language]), list(dict.fromkeys(found))))
    return made


def looked(subject: Subject, texts: Texts, on: date) -> dict[str, object]:
    """An example of both languages and the hints, for the box beside the words. A list is not prose: it has no hints."""
    said = {language: rules.prose(subject, texts[language]) for language in LANGUAGES}
    wrong = rules.problems(subject, texts)
    return {
        "hinted": [] if subject.group == "list" else hinted(said, on),
        "wrong": [refusals.sentence(problem) for problem in wrong] if any(texts.values()) else [],
        "examples": [] if wrong else examples(subject, texts, on),
    }


def examples(subject: Subject, texts: Texts, on: date) -> list[tuple[str, str, str]]:
    """(language, its name, safe HTML) for both languages."""
    return [(code, str(NAMED[code]), drawn(subject, code, texts[code], on).html) for code in LANGUAGES]


def drawn(subject: Subject, language: str, text: str, on: date, *, pdf: bool = False) -> Example:
    if subject.draw is not None:
        return subject.draw(language, text, on, pdf)
    chunks = rules.prose(subject, text).split("\n" if subject.shape != SHEET else "\n\n")
    return Example(format_html_join("\n", "<p>{}</p>", ((chunk,) for chunk in chunks if chunk.strip())))


def differences(subject: Subject, old: Texts, new: Texts) -> list[tuple[str, str, list[rules.Piece]]]:
    """(language, its name, the pieces) for both languages."""
    made = []
    for language in LANGUAGES:
        before, after = rules.prose(subject, old[language]), rules.prose(subject, new[language])
        made.append((language, str(NAMED[language]), rules.compared(before, after)))
    return made
