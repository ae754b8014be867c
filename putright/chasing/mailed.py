"""An e-mail to somebody without an account: its words, made as it goes. The room `messages` sends it."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from design.dates import day
from putright.allocation.words import ASKS
from putright.messages.models import Message as Mail
from putright.messages.rules import Made
from putright.people.queries import office

from . import queries, rules
from .models import Link, Message
from .secret import secret_of


def made(mail: Mail, *, at: datetime) -> Made | None:
    """Its words as it goes; none when the link takes no answer any more: nobody is asked for what is no longer needed."""
    row = Message.objects.select_related("link__allocation__case", "link__allocation__team").get(mail=mail)
    if queries.trouble(row.link, at):
        return None
    with override(row.link.language):
        subject, lines = words(row)
    return Made(subject, "\n\n".join(lines))


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
