"""An e-mail to somebody without an account: its words, made as it goes. The mail server is spoken to outside any transaction."""

from datetime import datetime

from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import override

from design.dates import day
from gateways import post
from putright.allocation.words import ASKS
from putright.people.queries import office

from . import queries, rules
from .models import Link, Message
from .secret import secret_of


def send(message: Message, *, at: datetime) -> None:
    """Send one that waits; one that does not is left alone. Raises post.Later when nobody took it: it stays owed.

    Dropped, when the link takes no answer any more: nobody is asked for what is no longer needed."""
    row = Message.objects.select_related("link__allocation__case", "link__allocation__team").get(pk=message.pk)
    link = row.link
    if row.status != "made":
        return
    if queries.trouble(link, at):
        _settle(row, "dropped")
        return
    try:
        post.post().send(parcel(row, at=at))
    except post.Refused as trouble:
        _settle(row, "failed", str(trouble))
    except post.Uncertain as trouble:
        _settle(row, "uncertain", str(trouble))
    else:
        _settle(row, "sent")


def _settle(row: Message, status: str, trouble: str = "") -> None:
    Message.objects.filter(pk=row.pk, status="made").update(status=status, trouble=trouble[:2000])


def parcel(row: Message, *, at: datetime) -> post.Parcel:
    link = row.link
    with override(link.language):
        subject, lines = words(row)
    html = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return post.Parcel(
        message_id=row.message_id, to=link.email, subject=subject, plain="\n\n".join(lines) + "\n",
        html=f'<!DOCTYPE html>\n<html lang="{link.language}"><body>{html}</body></html>\n', pdf=b"", pdf_name="",
        languages=(link.language,), at=at,
    )  # fmt: skip


def words(row: Message) -> tuple[str, list[str]]:
    """Subject and paragraphs, in the language that is on. Nothing of the complaint: that is behind the link."""
    link, case = row.link, row.link.allocation.case
    subject = {
        rules.ASK: _("Please put something right: %(reference)s"),
        rules.AGAIN: _("Reminder: please put something right: %(reference)s"),
        rules.SUPERIOR: _("No answer yet: %(reference)s"),
    }[row.kind] % {"reference": case.reference}
    opening = {
        rules.ASK: _("We ask you to put something right for somebody. It takes a minute to answer."),
        rules.AGAIN: _("We asked you on %(day)s and have no answer yet."),
        rules.SUPERIOR: _("Somebody in your team was asked on %(day)s. We have no answer. Please answer, or see that they do."),
    }[row.kind] % {"day": day(link.allocation.at, link.language)}
    return subject, [
        _("To %(name)s") % {"name": link.name},
        opening,
        _("What we ask: %(ask)s") % {"ask": ASKS[link.allocation.asks]},
        _("Answer here, without an account: %(address)s") % {"address": address(link)},
        _("The link works once, until %(day)s. Do not pass it on: it is for you.") % {"day": day(link.until, link.language)},
        office().name(link.language),
    ]


def address(link: Link) -> str:
    with override(link.language):
        return link.site.rstrip("/") + reverse("chasing:answer", args=[secret_of(link.salt)])
