"""How each element stands, and the evidence this person may see: what hangs on a case only through that case's door."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from putright.cases.models import Case
from putright.documents.models import Document

from . import rules
from .models import Comment, Item, Mark, Meeting, Plan, Stakeholder, Use
from .shape import Part, Standard

SHOWN = 300
FEW = 50


@dataclass(frozen=True)
class Row:
    """One element as the board shows it. `fit` of `items` may go to an assessor today."""

    part: Part
    mark: Mark | None
    plan: Plan | None
    items: int
    fit: int

    @property
    def is_gap(self) -> bool:
        return self.mark is None or self.mark.score in (rules.NONE, rules.PARTIAL) or not self.fit


def open_items(open_cases: QuerySet[Case]) -> QuerySet[Item]:
    """Items in use that this person may see."""
    mine = Q(case=None) | Exists(open_cases.filter(pk=OuterRef("case_id")))
    return Item.objects.filter(mine, ended_at=None).select_related("case__complainant", "document__content", "owner")


def newest(model: type[Mark] | type[Plan], slug: str) -> dict[str, "Mark | Plan"]:
    """The line that holds for each element: one query."""
    last = model.objects.filter(standard=OuterRef("standard"), ref=OuterRef("ref")).order_by("-pk").values("pk")[:1]
    rows = model.objects.filter(standard=slug, pk=last)
    return {
        row.ref: row for row in (rows.select_related("owner", "by") if model is Plan else rows.select_related("by"))
    }


def scores(slug: str) -> dict[str, str]:
    return {ref: row.score for ref, row in newest(Mark, slug).items()}


def board(standard: Standard, open_cases: QuerySet[Case], on: date) -> list[Row]:
    """Every element: four queries, however much evidence there is."""
    marks, plans = newest(Mark, standard.slug), newest(Plan, standard.slug)
    uses = Use.objects.filter(standard=standard.slug, item__in=open_items(open_cases).values("pk")).values_list(
        "ref", "item_id"
    )
    good = {one.pk for one in open_items(open_cases) if not why_not(one, on)}
    counts, fit = Counter(ref for ref, _ in uses), Counter(ref for ref, item in uses if item in good)
    return [
        Row(one, marks.get(one.ref), plans.get(one.ref), counts[one.ref], fit[one.ref]) for one in standard.elements
    ]


def held(item: Item) -> rules.Held:
    person = item.case.complainant if item.case else None
    names = (person.name,) if person and person.name else ()
    has = bool(item.words.strip() or item.document_id or item.link)
    return rules.Held(
        item.title, item.words, item.redaction, item.consent, item.expires_on, has, shows(item.document), names
    )


def why_not(item: Item, on: date) -> list[str]:
    """Codes of words.UNFIT: why an assessor may not have it that day."""
    return rules.unfit(held(item), on)


def shows(document: Document | None) -> bool:
    """Whether its pages can be drawn anew, so that nothing hidden in the file goes along."""
    return document is None or (
        document.content.shown_as in ("image", "pdf", "text") and not document.content.sealed_for
    )


@dataclass(frozen=True)
class Listed:
    item: Item
    refs: list[tuple[str, str]] = field(default_factory=list)
    why: list[str] = field(default_factory=list)


def listed(items: QuerySet[Item], on: date) -> list[Listed]:
    """With what each speaks for and why it may not go yet: two queries."""
    rows = list(items.order_by("-on", "-pk")[:SHOWN])
    speaks = defaultdict(list)
    for use in Use.objects.filter(item__in=[row.pk for row in rows]):
        speaks[use.item_id].append((use.standard, use.ref))
    return [Listed(row, sorted(speaks[row.pk]), why_not(row, on)) for row in rows]


def of_element(slug: str, ref: str, open_cases: QuerySet[Case]) -> QuerySet[Item]:
    uses = Use.objects.filter(item=OuterRef("pk"), standard=slug, ref=ref)
    return open_items(open_cases).filter(Exists(uses))


def history(slug: str, ref: str) -> list[Mark]:
    """Every score ever given, the newest first: one query."""
    return list(Mark.objects.filter(standard=slug, ref=ref).select_related("by").order_by("-pk")[:FEW])


def plan_of(slug: str, ref: str) -> Plan | None:
    return Plan.objects.filter(standard=slug, ref=ref).select_related("owner").order_by("-pk").first()


def comments(slug: str, ref: str) -> list[Comment]:
    return list(Comment.objects.filter(standard=slug, ref=ref).select_related("by").order_by("-pk")[:FEW])


def refs_of(item: Item) -> list[tuple[str, str]]:
    return list(Use.objects.filter(item=item).order_by("standard", "ref").values_list("standard", "ref"))


def meetings() -> list[Meeting]:
    return list(Meeting.objects.select_related("by", "stakeholder").order_by("-on", "-pk")[:SHOWN])


def stakeholders() -> list[Stakeholder]:
    return list(Stakeholder.objects.filter(ended_at=None).order_by("body", "name")[:SHOWN])


def stakeholder(pk: int) -> Stakeholder | None:
    return Stakeholder.objects.filter(pk=pk, ended_at=None).first()


def used(source: str) -> Item | None:
    return Item.objects.filter(source=source, ended_at=None).first()
