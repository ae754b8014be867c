"""What this room owes unasked: links and codes to be sent, and word to the address somebody had before.

- `own_page:link:<pk>`: a link somebody asked for; sent only where there is somebody to send it to.
- `own_page:change:<pk>`: the code to a new email address, and a neutral note to the old one."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from gateways import post

from . import changes, links, notes
from .models import Change, Link
from .rules import LINK_LASTS

PREFIX = "own_page:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Two queries, by their indexes."""
    for link in Link.objects.filter(looked_at=None).only("pk", "asked_at").order_by("asked_at")[:limit]:
        yield f"{PREFIX}link:{link.pk}", link.asked_at
    new = Change.objects.filter(told_at=None, done_at=None, ended_at=None)
    for change in new.only("pk", "asked_at").order_by("asked_at")[:limit]:
        yield f"{PREFIX}change:{change.pk}", change.asked_at


def fulfil(key: str, *, at: datetime) -> None:
    """Done three times it has one effect in our record; what it sends has the same message id each time."""
    _prefix, what, number = key.split(":")
    if what == "link":
        _link(int(number), at=at)
    else:
        _change(int(number), at=at)


def _link(pk: int, *, at: datetime) -> None:
    links.prune(at=at)
    link = Link.objects.filter(pk=pk, looked_at=None).first()
    if link is None:
        return
    held = links.whose(link, at=at) if at - link.asked_at < LINK_LASTS else None
    if held and not changes.emailing_is_unsafe(held.person):
        with transaction.atomic():  # the link opens from before it is sent
            Link.objects.filter(pk=pk).update(held=held)
        _offer(notes.link(link, links.secret_of(link.salt), held.person, at=at))
    Link.objects.filter(pk=pk).update(looked_at=at)


def _change(pk: int, *, at: datetime) -> None:
    found = Change.objects.select_related("held__person").filter(pk=pk, told_at=None).first()
    if found is None:
        return
    if changes.by_code(found):
        _offer(notes.code(found, changes.code_of(found), at=at))
    known = found.before if found.field == "email" else found.held.person.email
    if known and not changes.emailing_is_unsafe(found.held.person):
        _offer(notes.old_address(found, known, at=at))
    Change.objects.filter(pk=pk).update(told_at=at)


def _offer(parcel: post.Parcel) -> None:
    """Later stays owed. Refused or in doubt: they ask again, for a link or a code is worth nothing an hour later."""
    try:
        post.post().send(parcel)
    except (post.Refused, post.Uncertain):
        return
