"""Makers of codes, and of somebody at their own page."""

from datetime import datetime
from typing import Any

from design.testing import MannerlyClient
from gateways import clock
from putright.cases.models import Case
from putright.passes import actions, codes
from putright.passes.models import Pass
from putright.people.models import Handler, Person, Representation

from .people import AT


def code(
    case: Case, person: Person | None = None, *, by: Handler | None = None, at: datetime = AT,
    speaks: Representation | None = None, acts: bool = True,
) -> tuple[Pass, str]:  # fmt: skip
    """A pass of that person on that case, and its code."""
    made = codes.make()
    holder = actions.Holder(person or case.complainant, speaks, acts)
    return actions.make(case, holder, made, by=by, at=at), made


class Guest:
    """A browser of somebody outside, at a moment: it follows redirects, and each page is checked for its manners."""

    def __init__(self, lang: str = "en", at: datetime = AT) -> None:
        self.client, self.lang, self.at = MannerlyClient(), lang, at

    def get(self, address: str = "", /, **more: Any) -> Any:
        with clock.fixed(self.at):
            return self.client.get(f"/{self.lang}/your-page/{address}", **more)

    def post(self, address: str, /, **typed: Any) -> Any:
        with clock.fixed(self.at):
            return self.client.post(f"/{self.lang}/your-page/{address}", typed)

    def come_in(self, case: Case, code: str) -> Any:
        return self.post("come-in/", reference=case.reference, code=code)


def at_home(case: Case, person: Person | None = None, *, lang: str = "en", at: datetime = AT, **held: Any) -> Guest:
    """Somebody who has come in."""
    guest = Guest(lang, at)
    came = guest.come_in(case, code(case, person, at=at, **held)[1])
    assert came.status_code == 302, came.content.decode()
    return guest
