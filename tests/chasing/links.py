"""A case asked outside by a link."""

from putright.allocation.rules import Asked
from putright.chasing.actions.outside import Addressee, ask_outside
from putright.chasing.models import Link
from tests.make import allocation as make

WHO = {
    "name": "Sgt Nia Bowen", "email": "nia@force.example", "superior": "Insp Huw Lloyd",
    "superior_email": "huw@force.example", "told": "He shouted at my mother.", "site": "http://testserver/",
}  # fmt: skip


def asked(cast, *, at=None, **more):
    """The case and the link's secret."""
    case = make.case(cast.ffion, stage="in_recovery")
    make.contact(case)
    who = Addressee(**{**WHO, **more})
    at = at or cast.at
    secret = ask_outside(case, cast.dana.team, Asked("Please ring her", "apology"), who, by=cast.sam, at=at)
    case.refresh_from_db()
    return case, secret


def link_of(case):
    return Link.objects.filter(allocation__case=case).latest("pk")
