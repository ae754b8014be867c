"""The code for somebody's own page in a letter on paper. The letter is kept with the place it stands in; the code is made
again for the sheet that is printed, until it was first used. It never stands in an email: email alone opens nothing."""

from copy import copy
from datetime import datetime

from django.conf import settings

from putright.passes import actions as passes
from putright.passes import codes
from putright.passes.models import Pass
from putright.people.models import Handler
from putright.people.queries import speaks_for

from .addressee import Addressee
from .drawn import again
from .models import Letter
from .rules import POST, medium

FIGURES = "XXXXXX"  # the place of six figures that check a new address
PLACE = "XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
REPLACES = "page_code"  # the kind of letter that brings a new code in place of every older one


def place_for(to: Addressee) -> str:
    """What stands in the letter as it is kept; empty for a letter that does not go on paper."""
    return PLACE if to.person and medium(to.reach) == POST else ""


def keep(letter: Letter, *, by: Handler | None, at: datetime) -> dict[str, object]:
    """Keep the pass of a letter that has a place for its code, and say so in the letter and in its event."""
    if PLACE not in letter.body or letter.person is None:
        return {}
    speaks = speaks_for(letter.case.complainant) if letter.person_id != letter.case.complainant_id else None
    made = passes.make_for_letter(letter.case, passes.Holder(letter.person, speaks), by=by, at=at)
    if letter.kind == REPLACES:
        passes.end_older(letter.case, letter.person, at=at, besides=[made.pk])
    letter.values["pass"] = made.pk
    return {"pass": made.pk}


def printed(letter: Letter) -> Letter:
    """The letter as it goes on paper, the code in its place and its paper drawn with it. Not to be saved."""
    sheet = worded(letter)
    if sheet is not letter:
        sheet.pdf = again(sheet, letter.address.split("\n"))
    return sheet


def worded(letter: Letter) -> Letter:
    """The letter with the code in its place; as it is kept, where there is none or it was used. Not to be saved."""
    number = letter.values.get("pass")
    one = Pass.objects.filter(pk=number).first() if number else None
    code = passes.code_of(one) if one else ""
    salt = letter.values.get("to", {}).get("to_check", "")
    if not code and not salt:
        return letter
    sheet = copy(letter)
    if code:
        sheet.body = letter.body.replace(PLACE, code)
    if salt:
        sheet.body = letter.body.replace(FIGURES, codes.figures(settings.SECRET_KEY, salt))
    return sheet

