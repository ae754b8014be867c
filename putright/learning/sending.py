"""The email that asks the force again. The mail server is spoken to outside any transaction."""

from datetime import datetime

from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import override

from design.dates import day
from gateways import post
from putright.people.queries import office

from .models import Chase


def send(chase: Chase, *, at: datetime) -> None:
    """Send one that waits; one that does not is left alone. Raises post.Later when nobody took it: it stays owed. Dropped
    when an answer came meanwhile."""
    row = Chase.objects.select_related("recommendation").get(pk=chase.pk)
    if row.status != "made":
        return
    if row.recommendation.answer:
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


def _settle(row: Chase, status: str, trouble: str = "") -> None:
    Chase.objects.filter(pk=row.pk, status="made").update(status=status, trouble=trouble[:2000])


def parcel(row: Chase, *, at: datetime) -> post.Parcel:
    asked = row.recommendation
    with override(asked.language):
        here = office()
        subject = _("Please answer our recommendation of %(day)s") % {"day": day(asked.sent_on, asked.language)}
        lines = [
            _("To %(name)s") % {"name": asked.to},
            _("We asked for an answer by %(day)s and have none yet.") % {"day": day(asked.due_on, asked.language)},
            asked.words,
            _("Please tell us whether you accept it, accept part of it or do not, and why."),
            f"{here.name(asked.language)}, {here.contact.email}",
        ]
    html = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return post.Parcel(
        message_id=row.message_id, to=asked.email, subject=subject, plain="\n\n".join(lines) + "\n",
        html=f'<!DOCTYPE html>\n<html lang="{asked.language}"><body>{html}</body></html>\n', pdf=b"", pdf_name="",
        languages=(asked.language,), at=at,
    )  # fmt: skip
