"""A signed report on its way to a board: the words of its e-mail and the PDF, made as it goes."""

from datetime import datetime

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from putright.messages.models import Message
from putright.messages.rules import Made
from putright.people.queries import office

from . import drawing, queries
from .models import Sending


def made(mail: Message, *, at: datetime) -> Made | None:
    """None where a revision took its place meanwhile, or the board was ended."""
    row = Sending.objects.select_related("report__signed", "board").get(mail=mail)
    report, language = row.report, row.board.language
    if row.board.ended_at or queries.revised_by(report):
        return None
    pdf = drawing.pdf(report, language) if row.board.encloses else b""
    with translation.override(language):
        title = f"{report.figures['title'][language]}: {report.figures['named'][language]}"
        words = [title, office().name(language)]
        if report.revision > 1:
            words.append(_("This is revision %(number)s: %(why)s") % {"number": report.revision, "why": report.why})
        link = f"{office().contact.website}{reverse('months:one', args=[report.pk])}"
        words.append(_("The report is enclosed.") if pdf else _("The report is here: %(address)s") % {"address": link})
    return Made(title, "\n\n".join(words), pdf=pdf, pdf_name=drawing.file_name(report, "pdf"))
