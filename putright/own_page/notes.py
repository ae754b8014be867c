"""The short emails and texts of this room. They say nothing of what they are about: anybody may be reading over a shoulder."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape
from django.utils.translation import gettext as _

from gateways.post import Parcel
from putright.people.models import Person
from putright.people.queries import office

from .models import Change, Link


def link(one: Link, secret: str, to: Person, *, at: datetime) -> Parcel:
    with translation.override(to.language or one.language):
        address = one.site.rstrip("/") + reverse("own_page:link", args=[secret])
        lines = [
            _("Somebody asked for this link. If it was you, open it within 30 minutes:"), address,
            _("You will be asked for the word you chose. If it was not you, do nothing. Without the word it opens nothing."),
        ]  # fmt: skip
        return _parcel(f"link-{one.digest[:24]}", to.email, _("The link you asked for"), lines, at=at)


def code(change: Change, figures: str, *, at: datetime) -> Parcel:
    with translation.override(change.held.person.language or "en"):
        lines = [
            _("Your code is %(code)s. Type it on the page where you gave us this address.") % {"code": figures},
            _("If you did not give anybody this address, do nothing."),
        ]  # fmt: skip
        return _parcel(f"code-{change.salt}", change.value, _("The code you asked for"), lines, at=at)


def code_text(change: Change, figures: str) -> str:
    with translation.override(change.held.person.language or "en"):
        return _("Your code is %(code)s. Type it on the page where you gave us this number.") % {"code": figures}


def old_number(change: Change) -> str:
    with translation.override(change.held.person.language or "en"):
        asked = _("Somebody asked us to reach you in another way from now on. If it was not you, please ring %(phone)s.")
        return asked % {"phone": office().contact.phone}


def old_address(change: Change, to: str, *, at: datetime) -> Parcel:
    with translation.override(change.held.person.language or "en"):
        lines = [
            _("Somebody asked us to write to you in another way from now on. If it was you, you need do nothing."),
            _("If it was not you, please ring %(phone)s.") % {"phone": office().contact.phone},
        ]  # fmt: skip
        return _parcel(f"old-{change.salt}", to, _("A change you asked for"), lines, at=at)


def _parcel(name: str, to: str, subject: str, lines: list[str], *, at: datetime) -> Parcel:
    language = translation.get_language() or "en"
    html = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return Parcel(
        message_id=f"<{name}@{settings.EMAIL_FROM.rpartition('@')[2]}>", to=to, subject=subject, plain="\n\n".join(lines) + "\n",
        html=f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8"></head><body>{html}</body></html>\n',
        pdf=b"", pdf_name="", languages=(language,), at=at,
    )  # fmt: skip
