"""The words this room itself has: the lists of plain words, the standard paragraphs, and what an office says of itself."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from . import plain
from .paragraphs import seeded
from .subjects import LIST, PLAIN, Subject

_JARGON = Path(__file__).with_name("shipped") / "jargon.toml"
SIGNATURE = "{{ name }}\n{{ team }}"
OFFICE: dict[str, tuple[str, str, frozenset[str]]] = {
    "strapline": ("The line below our name on letters", "Y llinell o dan ein henw ar lythyrau", frozenset()),
    "signature": ("How letters are signed", "Sut mae llythyrau’n cael eu llofnodi", frozenset({"name", "team"})),
    "phone": ("Phone number to reply to", "Rhif ffôn i ateb iddo", frozenset()),
    "email": ("Email address to reply to", "Cyfeiriad e-bost i ateb iddo", frozenset()),
    "post": ("Postal address to reply to", "Cyfeiriad post i ateb iddo", frozenset()),
}
LISTS = {
    "jargon": {"en": "Words most people do not use", "cy": "Geiriau nad yw’r rhan fwyaf yn eu defnyddio"},
    "blame": {"en": "Sentences that blame the reader", "cy": "Brawddegau sy’n beio’r darllenydd"},
}


def subjects() -> Iterable[Subject]:
    yield from seeded()
    for name, (en, cy, places) in OFFICE.items():
        text = SIGNATURE if name == "signature" else ""
        yield Subject(f"office:{name}", {"en": en, "cy": cy}, {"en": text, "cy": text}, PLAIN, places, empty=not text)
    texts: dict[str, Any] = {"jargon": tomllib.loads(_JARGON.read_text(encoding="utf-8")), "blame": plain.data()["blame"]}
    for name, names in LISTS.items():
        yield Subject(f"list:{name}", names, texts[name], LIST)
