"""Codes on paper: a page for each, to post or to hand over, below a list of them. As PDF/UA, in the languages of each."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from design.dates import day
from offices import Office
from putright.invited import queries as invites
from putright.paper import blocks, pdf
from putright.paper.head import Cover, Head

from . import mailed, queries, rules
from .models import Campaign, Entry
from .words import LAST, NEED_NOT, TYPE_IT, YOUR_CODE

TOGETHER = 100  # pages in one file


def to_print(campaign: Campaign, after: int) -> list[Entry]:
    """The next that go on paper, by their place in the list. One query."""
    found = Entry.objects.filter(campaign=campaign, way__in=(rules.POST, rules.HAND), sent_at__isnull=False, number__gt=after)
    waits = found.filter(invite__answered_at=None, invite__ended_at=None)
    return list(waits.select_related("campaign__survey", "invite").order_by("number")[:TOGETHER])


def drawn(entries: Sequence[Entry], office: Office, language: str, *, at: datetime) -> bytes:
    """One document. Raises as `paper.pdf.together` does."""
    words = {
        "title": _("Codes to post or to hand over"), "number": pgettext("place in a list", "Number"),
        "reference": _("Code"), "to": _("To"),
        "how": _("Print it. Post each page, or give it to the worker named here. The list on top stays with us."),
    }  # fmt: skip
    rows = [(queries.code_of(one), _whom(one)) for one in entries]
    return pdf.together(Cover(language, words, rows), [_sheet(one, office, at) for one in entries], at=at)


def _whom(one: Entry) -> str:
    """On the list that stays here: the address, or who hands it over."""
    return one.address.replace("\n", ", ") if one.way == rules.POST else one.worker or one.name or str(one.number)


def _sheet(one: Entry, office: Office, at: datetime) -> tuple[Head, list[blocks.Passage]]:
    languages = one.language.split("+")
    to = [line for line in (one.name, *one.address.splitlines()) if line] if one.way == rules.POST else []
    head = Head(office, languages, to, queries.code_of(one), [mailed.subject(one, languages[0])], at)
    return head, [blocks.Passage(language, _worded(one, language)) for language in languages]


def _worded(one: Entry, language: str) -> str:
    said = [f"## {mailed.subject(one, language)}", mailed.words(one, language)]
    if one.campaign.survey is None:
        said.append(mailed.link(one, language))
    else:
        said.append(f"**{YOUR_CODE[language].format(code=queries.code_of(one))}**")
        said.append(TYPE_IT[language].format(address=f"{invites.site()}/{language}/survey/"))
    said += [LAST[language].format(day=day(one.campaign.ends_on, language)), NEED_NOT[language]]
    return "\n\n".join(said)
