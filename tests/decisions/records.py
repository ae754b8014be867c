"""Records as they are written."""

from datetime import date

from putright.decisions import actions, rules

WORDS = {
    "en": {
        "title": "A joint team", "category": "Professionalism", "purpose": "To set up a joint team.",
        "summary": "The team begins in May.\n\nIt is led by [[personal: Inspector Quillfeather]] of the force.",
        "recommendation": "That the team is set up.", "interests": "None.",
    },
    "cy": {
        "title": "Tîm ar y cyd", "category": "Proffesiynoldeb", "purpose": "Sefydlu tîm ar y cyd.",
        "summary": "Mae’r tîm yn dechrau ym mis Mai.\n\nFe’i harweinir gan [[personal: Arolygydd Quillfeather]] o’r heddlu.",
        "recommendation": "Sefydlu’r tîm.", "interests": "Dim.",
    },
}  # fmt: skip
DAY = date(2026, 3, 27)


def written(texts=WORDS, *, on=DAY, nolan=True) -> actions.Written:
    return actions.Written("routine", on, texts, nolan)


def record(by, at, texts=WORDS, **more):
    return actions.write(written(texts, **more), by=by, at=at)


def approved(by, at, texts=WORDS, **more):
    made = record(by, at, texts, **more)
    actions.approve(made, actions.Signed("Gwen Prys", DAY, "G. Prys", "Commissioner"), by=by, at=at)
    return made


def published(by, at, texts=WORDS, **more):
    return actions.publish(approved(by, at, texts, **more), by=by, at=at)


def changed(language: str, part: str, words: str) -> dict[str, dict[str, str]]:
    return {one: {**WORDS[one], **({part: words} if one == language else {})} for one in rules.LANGUAGES}
