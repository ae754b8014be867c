"""The code for their own page, at the end of the form: made again from the form's own code, which only they have."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from putright.passes.actions import Holder, make_at_form
from putright.passes.codes import derived

from .actions import send
from .drafts import Open

SHOWN_FOR = timedelta(minutes=30)


@transaction.atomic
def send_with_code(found: Open, given: dict[str, Any], *, at: datetime) -> None:
    """Send the form (`actions.send`), and keep the pass of its code in the same commit."""
    contact, speaker = send(found.draft, given, at=at)
    if contact.person is None:
        return
    holder = Holder(speaker.representative, speaker) if speaker else Holder(contact.person)  # whoever filled it in
    make_at_form(contact.case, holder, _code(found), at=at)


def page_code(found: Open, *, at: datetime) -> str:
    """The code, to be shown for half an hour from sending, in the browser that sent it. Empty after. No query."""
    contact = found.draft.sent
    return _code(found) if contact and contact.person and at - contact.entered_at <= SHOWN_FOR else ""


def _code(found: Open) -> str:
    return derived(settings.SECRET_KEY, "form", found.code)
