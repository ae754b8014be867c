"""Sending a signed report to a board. As with letters: the row is there before the first word to the mail server, the same
number is offered until it is taken, and where the line dropped too late we say that we do not know."""

import hashlib
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext as _

from gateways import post
from putright.people.queries import office

from . import drawing, queries, rules
from .models import Board, Report, Sending


def send(report: Report, board: Board, *, at: datetime) -> None:
    """To every address that has not had it. Raises post.Later when nobody took it: it stays owed."""
    pdf = drawing.pdf(report, board.language) if board.encloses else b""
    for address in queries.still_open(report, board):
        row, _new = Sending.objects.get_or_create(
            report=report, board=board, address=address,
            defaults={"state": rules.GOING, "message_id": number(report, board, address), "begun_at": at},
        )  # fmt: skip
        _offer(row, parcel(row, pdf, at=at), at=at)


def _offer(row: Sending, what: post.Parcel, *, at: datetime) -> None:
    try:
        post.post().send(what)
    except post.Refused as trouble:
        row.state, row.trouble = rules.FAILED, str(trouble)
    except post.Uncertain as trouble:
        row.state, row.trouble = rules.UNCERTAIN, str(trouble)
    else:
        row.state, row.trouble, row.settled_at, row.settled_by = rules.SENT, "", at, None
    row.save(update_fields=["state", "trouble", "settled_at", "settled_by"])


def number(report: Report, board: Board, address: str) -> str:
    """The same for the same report, board and address, so that a second offer is known for what it is."""
    told = hashlib.sha256(f"{report.pk}\n{report.fingerprint}\n{board.pk}\n{address}".encode()).hexdigest()
    return f"<report-{told[:32]}@{settings.EMAIL_FROM.rpartition('@')[2]}>"


def parcel(row: Sending, pdf: bytes, *, at: datetime) -> post.Parcel:
    report, language = row.report, row.board.language
    with translation.override(language):
        title = f"{report.figures['title'][language]}: {report.figures['named'][language]}"
        words = [title, office().name(language)]
        if report.revision > 1:
            words.append(_("This is revision %(number)s: %(why)s") % {"number": report.revision, "why": report.why})
        link = f"{office().contact.website}{reverse('months:one', args=[report.pk])}"
        words.append(_("The report is enclosed.") if pdf else _("The report is here: %(address)s") % {"address": link})
    paragraphs = [format_html("<p>{}</p>", one) for one in words]
    return post.Parcel(
        message_id=row.message_id, to=row.address, subject=title, plain="\n\n".join(words), html="".join(paragraphs),
        pdf=pdf, pdf_name=drawing.file_name(report, "pdf"), languages=(language,), at=at,
    )  # fmt: skip
