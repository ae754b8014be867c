"""The short e-mails of this room. They go straight from here: what another room sends, the team can see. None of them says what
was told, nor whom it is about. The mail server is spoken to outside any transaction."""

from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override

from design.dates import day
from gateways import post
from putright.contacts.channels.email.addresses import message_number
from putright.people.models import Handler
from putright.people.queries import office

from . import actions, queries, rules
from .models import Message, Sealed


def send(sealed: Sealed, kind: str, reader: Handler | None, *, at: datetime) -> None:
    """Once; one that went, or of which we do not know, is left alone. Raises post.Later when nobody took it: it stays owed."""
    row = queries.message(sealed, kind, reader) or Message.objects.get_or_create(
        message_id=number(sealed, kind, reader),
        defaults={"sealed": sealed, "kind": kind, "reader": reader, "state": rules.MADE, "at": at},
    )[0]
    if row.state != rules.MADE:
        return
    try:
        post.post().send(parcel(row, at=at))
    except post.Refused:
        state = rules.FAILED
    except post.Uncertain:
        state = rules.UNCERTAIN
    else:
        state = rules.SENT
    if state == rules.SENT and kind == rules.HAVE:
        actions.they_were_told(sealed, at=at)
    Message.objects.filter(pk=row.pk, state=rules.MADE).update(state=state)


def number(sealed: Sealed, kind: str, reader: Handler | None) -> str:
    """One of the house's: a report that it did not arrive is known by it, and never lies in the tray that the team reads."""
    told = sha256(f"{sealed.key}\n{kind}\n{reader.pk if reader else 0}".encode()).hexdigest()
    return f"<{message_number(told[:12])}@{settings.EMAIL_FROM.rpartition('@')[2]}>"


def parcel(row: Message, *, at: datetime) -> post.Parcel:
    to, languages = (row.reader.user.email, ("en", "cy")) if row.reader else (
        rules.email_in(row.sealed.reach), (row.sealed.language,)
    )  # fmt: skip
    subjects, lines = [], []
    for language in languages:
        with override(language):
            subject, words = (_to_reader if row.reader else _to_them)(row, language)
        subjects.append(subject)
        lines += words
    return post.Parcel(
        message_id=row.message_id, to=to, subject=" / ".join(subjects), plain="\n\n".join(lines) + "\n",
        html=f'<!DOCTYPE html>\n<html lang="{languages[0]}"><body>{_paragraphs(lines)}</body></html>\n',
        pdf=b"", pdf_name="", languages=languages, at=at,
    )  # fmt: skip


def _paragraphs(lines: list[str]) -> str:
    return "".join(format_html("<p>{}</p>", line) for line in lines)


def _to_reader(row: Message, language: str) -> tuple[str, list[str]]:
    """Nothing but the reference: an open screen tells no more."""
    given = {"reference": row.sealed.reference}
    first = _("%(reference)s came. Please sign in and read it.") % given
    if row.kind == rules.LATE:
        first = _("%(reference)s is late. Please sign in and look at it.") % given
    if row.kind == rules.BACK:
        first = _("Our email about %(reference)s came back. Please sign in and tell them yourself.") % given
    return _("Something for you to read"), [first, _("Please do not forward this.")]


def _to_them(row: Message, language: str) -> tuple[str, list[str]]:
    """An answer to it would lie where the team reads: it says so."""
    warned = _("Please do not reply to this email. The team would read your reply.")
    return _("We have what you sent"), [*letter(row.sealed, language), warned]


def letter(sealed: Sealed, language: str) -> list[str]:
    """The words that say that we have it, by e-mail or on paper; in the language that is set."""
    told_on = queries.told_on(sealed)
    due = queries.allowed(told_on).answer_by(told_on)
    return [
        _("We have what you sent us on %(day)s. Its reference is %(reference)s.")
        % {"day": day(told_on, language), "reference": sealed.reference},
        _("You have an answer by %(day)s.") % {"day": day(due, language)},
        _("Only the monitoring officer reads it. Nobody else here knows that you wrote."),
        office().name(language),
    ]
