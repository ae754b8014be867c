"""One way to make a letter, for preview and for keeping alike. Reads; stores nothing."""

from collections.abc import Mapping
from datetime import datetime

from putright.cases.models import Case
from putright.cases.remit import check_remit
from putright.interested.rules import BOTH
from putright.interested.rules import languages as languages_of
from putright.invited import actions as invited
from putright.law.calendar import day_of
from putright.letterkinds import catalogue, phrases, phrases_ours
from putright.letterkinds.catalogue import in_force
from putright.letterkinds.kinds import DECISIONS, KINDS, required
from putright.letterkinds.parts import COMPLAINANT
from putright.paper import blocks, pdf
from putright.paper.head import Head
from putright.people.gates import check
from putright.people.models import Handler
from putright.people.queries import office
from putright.people.remit import Function
from putright.words import queries as worded
from putright.words.queries import Book
from putright.words.template import Filled, Template, Value, fill
from putright.words.welsh import BEHIND, CHECKED

from . import addressee, drawn, guard, offered, rules, withholding
from .award.queries import mark
from .filling import Filling
from .models import KEPT, MADE, Letter
from .refusals import PartMissing


def preview(case: Case, kind: str, given: Mapping[str, str], *, by: Handler, at: datetime) -> Letter:
    """The letter exactly as `actions.write_letter` would keep it, PDF and all. Refuses as that does, OutsideRemit and
    WrongCase too; stores nothing."""
    check(by, "letters.write")
    return for_this_case(case, kind, given, by=by, at=at)


def for_this_case(case: Case, kind: str, given: Mapping[str, str], *, by: Handler | None, at: datetime) -> Letter:
    if by and kind in DECISIONS:
        check_remit(case, by, Function.NOTIFY)
    letter = make(case, kind, given, by=by, at=at)
    guard.refuse_others(letter)
    return letter


def make(case: Case, kind: str, given: Mapping[str, str], *, by: Handler | None, at: datetime) -> Letter:
    """A whole letter, not stored. `given` are the handler's own words by name (those of a part that is held back are left out:
    withholding.py); `to` and what else addressee.KEYS names when it is not for the complainant. Refuses PartMissing, which says
    what it still needs; NotForThisCase and what else unfit.py has."""
    offered.refuse_unfit(case, kind, at)
    given = withholding.applied(case, kind, given)
    to, book = addressee.to(case, given), worded.book(day_of(at))
    given = invited.placed(kind, given, case, to.person, at=at)
    filling = Filling(case, given, office(), by, at, to, book)
    code = code_of(book, kind, to.language)
    languages = languages_of(code)
    words = in_force(book, kind, languages)
    filling.both = len(languages) > 1
    values = {language: filling.values(kind, language) for language in languages}
    filled = {language: fill(words[language], values[language]) for language in languages}
    points = KINDS[kind].by_point and bool(filling.chosen)
    for language in languages:
        refuse_holes(kind, filled[language], recorded=case.recorded_at is not None, points=points)
    offered.refuse_wrong(case, kind, given)
    way = rules.medium(to.reach)
    letter = Letter(
        case=case, person=to.person, kind=kind, language=code, medium=way, made_at=at, by=by,
        address=rules.address(to.reach, way), status=KEPT if way == rules.NONE else MADE,
        subject=subject(words, case.reference),
    )  # fmt: skip
    welsh = catalogue.welsh(book, kind) if "cy" in languages else ""
    letter.body, passages = put_together(filling, filled, welsh)
    letter.values = {
        "passages": passages, "words": {language: used(words[language], values[language]) for language in languages},
        "version": book.number(f"letter:{kind}"), "digests": {code: one.digest for code, one in words.items()}, "welsh": welsh,
    }  # fmt: skip
    if given.get("to", COMPLAINANT) not in {"", COMPLAINANT}:
        letter.values["to"] = {key: given[key] for key in addressee.KEYS if given.get(key)}
    if drawn.is_large(letter):
        letter.values["large"] = True
    letter.pdf = pdf.make(head(letter, filling, to.reach, words), blocks.passages(letter.body, passages))
    return letter


def code_of(book: Book, kind: str, language: str) -> str:
    """The language of a letter. Welsh never waits, and never goes alone while the English has moved on: then both do."""
    return BOTH if "cy" in language and catalogue.welsh(book, kind) == BEHIND else language


def refuse_holes(kind: str, filled: Filled, *, recorded: bool, points: bool = False) -> None:
    missing = [part for part in required(kind, recorded=recorded, points=points) if part.name not in filled.parts]
    if missing or filled.holes:
        raise PartMissing(missing, filled.holes)


def put_together(filling: Filling, filled: Mapping[str, Filled], welsh: str) -> tuple[str, list[str]]:
    """The body, and the language of each of its passages. An office that offers Welsh unasked says so in English letters;
    Welsh that no translator has read says so at its end."""
    parts = [
        (language, f"{words.body}{unread(welsh) if language == 'cy' else ''}") for language, words in filled.items()
    ]
    if filling.both:
        parts.insert(0, ("en", phrases.ENGLISH_FOLLOWS["en"]))
    elif filling.office.languages.active_offer and "en" in filled:
        parts.append(("cy", filling.office.languages.welcome.cy))
    return blocks.BETWEEN.join(words for _, words in parts), [language for language, _ in parts]


def unread(welsh: str) -> str:
    return "" if welsh == CHECKED else f"\n\n{phrases_ours.UNREAD[welsh]}"


def used(words: Template, values: Mapping[str, Value]) -> dict[str, Value]:
    """Only the values the words name: the letter's merge data, kept with it."""
    return {name: values[name] for name in sorted(words.places)}


def subject(words: Mapping[str, Template], reference: str) -> str:
    """Neutral on purpose: it may be read over somebody's shoulder. It never says what the letter is about."""
    return f"{' / '.join(one.subject for one in words.values())} – {reference}"


def head(letter: Letter, filling: Filling, reach: rules.Reach, words: Mapping[str, Template]) -> Head:
    """On paper: the postal address for the window, or only the name when it goes by e-mail."""
    to = letter.address.split("\n") if letter.medium == rules.POST else [reach.name]
    subjects = [one.subject for one in words.values()]
    said = {language: filling.said.strapline(language) for language in words}
    award = mark(day_of(letter.made_at))
    large = drawn.is_large(letter)
    return Head(filling.office, list(words), to, letter.case.reference, subjects, letter.made_at, said, award, large)
