"""The states of a message, what it looks like, and how long anything personal of it is kept. No Django."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from html import escape

# going: from before the first word to the mail server. back: sent, and it did not arrive. dropped: wanted no more.
WAITING, GOING, SENT, UNCERTAIN, REFUSED, BACK, DROPPED = "waiting", "going", "sent", "uncertain", "refused", "back", "dropped"
STATES = (WAITING, GOING, SENT, UNCERTAIN, REFUSED, BACK, DROPPED)
NOT_THERE = (UNCERTAIN, REFUSED, BACK)  # as far as we know they have not read it
OVER = (SENT, UNCERTAIN, REFUSED, BACK, DROPPED)
KEPT = timedelta(days=60)  # the address: mail servers give up within days, and no bounce is looked at that came later
ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")


@dataclass(frozen=True)
class Made:
    """A message as it goes. `enclosed` are the name and the bytes of each file."""

    subject: str
    words: str  # paragraphs, with an empty line between
    pdf: bytes = b""
    pdf_name: str = ""
    enclosed: Sequence[tuple[str, bytes]] = ()


def plain(words: str) -> str:
    return words.strip() + "\n"


def html(words: str, language: str) -> str:
    """A page that loads nothing from anywhere. Addresses can be pressed."""
    said = "".join(f"<p>{_linked(one)}</p>" for one in re.split(r"\n\s*\n", words.strip()))
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    return f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head><body>{said}</body></html>\n'


def _linked(paragraph: str) -> str:
    made, last = [], 0
    for found in ADDRESS.finditer(paragraph):
        address = escape(found[0])
        made += [escape(paragraph[last : found.start()]), f'<a href="{address}">{address}</a>']
        last = found.end()
    return "".join([*made, escape(paragraph[last:])]).replace("\n", "<br>")
