"""What goes into a pack, and the ZIP of plain pages it becomes: both languages, no script, nothing from outside."""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from design.dates import LONDON
from putright.cases.models import Case
from putright.contacts.channels.email.language import of as language_of
from putright.documents import drawing, serving, shelf
from putright.excellence import catalogue, words
from putright.excellence import queries as evidence
from putright.excellence import rules as scale
from putright.excellence.models import Item, Mark, Use
from putright.excellence.shape import Standard
from putright.law.calendar import day_of
from putright.people.queries import office

from .models import Cycle

WIDTH = 1600
LANGUAGES = ("en", "cy")
TONGUES = {"en": _("In English"), "cy": _("In Welsh")}


@dataclass(frozen=True)
class Gathered:
    """What this person may see of a standard that day. `items` may go; `wrong` and `narratives` say what may not, and why."""

    standard: Standard
    items: list[Item]
    scores: dict[str, Mark]
    wrong: list[tuple[str, list[str]]]
    narratives: list[tuple[str, list[str]]]
    speaks: dict[str, list[Item]] = field(default_factory=dict)
    named: list[Case] = field(default_factory=list)  # of what may not go: its title is shown with the reason

    @cached_property
    def told(self) -> dict[str, int]:
        shown = sum(bool(self.speaks.get(one.ref)) for one in self.standard.elements)
        files = sum(item.document_id is not None for item in self.items)
        return {"elements": len(self.standard.elements), "shown": shown, "items": len(self.items), "files": files}


def gathered(cycle: Cycle, open_cases: QuerySet[Case], at: datetime) -> Gathered:
    """Four queries, and the text of each file that is text."""
    standard = catalogue.the(cycle.standard)
    refs = {one.ref for one in standard.elements}
    uses = [use for use in Use.objects.filter(standard=standard.slug).order_by("ref", "item") if use.ref in refs]
    rows = evidence.open_items(open_cases).filter(pk__in={use.item_id for use in uses})
    judged = [(item, unfit(item, at)) for item in rows.order_by("-on", "pk")]
    fit = {item.pk: item for item, why in judged if not why}
    scores = {ref: mark for ref, mark in evidence.newest(Mark, standard.slug).items() if ref in refs}
    narratives = [(ref, ["reaches"]) for ref, mark in sorted(scores.items()) if scale.REACHES.search(mark.narrative)]
    speaks: dict[str, list[Item]] = {}
    for use in uses:
        if use.item_id in fit:
            speaks.setdefault(use.ref, []).append(fit[use.item_id])
    wrong = [(item.title, why) for item, why in judged if why] + narratives
    named = [item.case for item, why in judged if why and item.case]
    return Gathered(standard, list(fit.values()), scores, wrong, narratives, speaks, named)


def unfit(item: Item, at: datetime) -> list[str]:
    """As `evidence.why_not`, and what a file of text says is read as well."""
    why = evidence.why_not(item, day_of(at))
    if item.document and item.document.content.shown_as == "text":
        said, names = serving.text(item.document)[0], evidence.held(item).names
        why += ["reaches"] if scale.REACHES.search(said) and "reaches" not in why else []
        why += (
            ["names"] if item.consent != scale.GIVEN and scale.names_anybody(said, names) and "names" not in why else []
        )
    if item.document and shelf.find(item.document.content.sha256) is None:
        why.append("file")
    return why


@dataclass(frozen=True)
class Shown:
    """An item in the pack: its words, the names of the pictures of its file, the text of a file of text. `title_in`, `words_in`
    and `text_in` are their languages where they are not the page's, so that they are marked and read aloud as what they are."""

    item: Item
    pictures: list[str]
    text: str
    title_in: str
    words_in: str
    text_in: str


def zipped(cycle: Cycle, found: Gathered, at: datetime) -> bytes:
    """The same evidence on the same day gives the same bytes."""
    pictures = {name: body for item in found.items for name, body in drawn(item)}
    files: dict[str, bytes] = {"index.html": page("assessors/pack/start.html", {}, "en")}
    for language in LANGUAGES:
        for name, body in pages(cycle, found, list(pictures), at, language):
            files[f"{language}/{name}"] = body
    files |= {f"files/{name}": body for name, body in pictures.items()}
    listed = "".join(f"{hashlib.sha256(body).hexdigest()}  {name}\n" for name, body in sorted(files.items()))
    files["fingerprints.txt"] = listed.encode()
    out, stamp = io.BytesIO(), at.astimezone(LONDON).timetuple()[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, body in files.items():
            whole.writestr(zipfile.ZipInfo(name, stamp), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def drawn(item: Item) -> Iterator[tuple[str, bytes]]:
    """Each page of its file as a new picture: nothing that was hidden in the file comes along."""
    document = item.document
    if document is None or document.content.shown_as == "text":
        return
    path = shelf.find(document.content.sha256)
    for number in range(1, max(serving.pages_shown(document), 1) + 1):
        if path is not None:
            yield f"{item.pk}-{number:02}.jpg", drawing.draw(path, document.content.shown_as, number, WIDTH)


def pages(
    cycle: Cycle, found: Gathered, pictures: list[str], at: datetime, language: str
) -> Iterator[tuple[str, bytes]]:
    """The contents, and a page for each criterion with all its elements."""
    known = {
        "cycle": cycle, "standard": found.standard, "scores": found.scores, "words": words, "at": at, "language": language,
        "office": office().name(language), "told": found.told, "speaks": found.speaks,
    }  # fmt: skip
    finding = scale.passed(found.standard, {ref: mark.score for ref, mark in found.scores.items()}, None)
    yield "index.html", page("assessors/pack/contents.html", known | {"finding": finding}, language)
    for criterion in found.standard.criteria:
        rows = [
            (one, found.scores.get(one.ref), [shown(item, pictures, language) for item in found.speaks.get(one.ref, ())])
            for one in found.standard.of(criterion.ref)
        ]
        narrated = {ref: other(mark.narrative, language) for ref, mark in found.scores.items()}
        values = known | {"criterion": criterion, "rows": rows, "narrated": narrated, "tongues": TONGUES}
        yield f"{criterion.ref}.html", page("assessors/pack/criterion.html", values, language)


def shown(item: Item, pictures: list[str], language: str) -> Shown:
    text = serving.text(item.document)[0] if item.document and item.document.content.shown_as == "text" else ""
    words_in = other(item.words, language)
    title_in = other(item.title if language_of(item.title) else item.words, language)  # a short one by its words
    drawings = [name for name in pictures if name.startswith(f"{item.pk}-")]
    return Shown(item, drawings, text, title_in, words_in, other(text, language))


def other(said: str, language: str) -> str:
    """The language of some words where it is not the page's; nothing where it is, or cannot be told."""
    found = language_of(said)
    return found if found != language else ""


def page(name: str, values: dict[str, object], language: str) -> bytes:
    with override(language):
        return render_to_string(name, values).encode()
