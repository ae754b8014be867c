"""The email that asks the force again: its words, made as it goes."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from design.dates import day
from putright.messages.models import Message as Mail
from putright.messages.rules import Made
from putright.people.queries import office

from .models import Chase


def made(mail: Mail, *, at: datetime) -> Made | None:
    """Its words as it goes; none when an answer came meanwhile."""
    asked = Chase.objects.select_related("recommendation").get(mail=mail).recommendation
    if asked.answer:
        return None
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
    return Made(subject, "\n\n".join(lines))
