"""The code for their own page, at the end of the form."""

from datetime import datetime, timedelta

from django.conf import settings

from putright.passes.actions import Holder, give_at_form
from putright.passes.codes import derived
from putright.people.queries import speaks_for

from .drafts import Open

SHOWN_FOR = timedelta(minutes=30)


def page_code(found: Open, *, at: datetime) -> str:
    """The code for their own page, shown at the end of the form for half an hour and kept nowhere: it is made again from the
    form's own code, which only they have. Empty once that time is over.

    Changes: the pass, the first time (passes.give_at_form)."""
    contact = found.draft.sent
    if contact is None or contact.person is None or at - contact.entered_at > SHOWN_FOR:
        return ""
    speaks = speaks_for(contact.person)  # who fills the form in for another is the one to whom it is shown
    holder = Holder(speaks.representative, speaks) if speaks else Holder(contact.person)
    code = derived(settings.SECRET_KEY, "form", found.code)
    give_at_form(contact.case, holder, code, at=at)
    return code
