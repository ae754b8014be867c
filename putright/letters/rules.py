"""How a letter may safely reach the person, and which addresses are of work. No Django."""

from collections.abc import Mapping
from dataclasses import dataclass

EMAIL, POST, NONE = "email", "post", "none"
WORK = (".police.uk", ".gov.uk")


@dataclass(frozen=True)
class Reach:
    """What is known of how somebody may be reached. `rule` is people.Person.safe_contact."""

    name: str = ""
    email: str = ""
    address: str = ""
    postcode: str = ""
    prefers: str = ""
    rule: Mapping[str, object] | None = None

    def refuses(self, what: str) -> bool:
        return bool((self.rule or {}).get(what))


def medium(reach: Reach) -> str:
    """E-mail if it is known and allowed, else post, else none; post first for somebody who prefers it.

    Nobody is reached by a way they said is not safe, whatever they prefer: better no letter than a dangerous one."""
    can = {
        EMAIL: bool(reach.email) and not reach.refuses("no_email"),
        POST: bool(reach.address) and not reach.refuses("no_post"),
    }
    order = (POST, EMAIL) if reach.prefers == "post" else (EMAIL, POST)
    return next((way for way in order if can[way]), NONE)


def address(reach: Reach, way: str) -> str:
    """Where it goes, as it stands on the envelope; empty when there is no safe way."""
    if way == EMAIL:
        return reach.email
    if way == POST:
        return "\n".join(line for line in (reach.name, reach.address, reach.postcode) if line)
    return ""


def is_work(email: str, ours: str, known: str = "") -> bool:
    """Whether an address is one of work: the office's own, of the police or of government, or the one they log in with.

    A copy of a complaint never goes to somebody's home. No address at all is no danger."""
    domain = email.casefold().rpartition("@")[2]
    of_office = domain == ours.casefold().rpartition("@")[2]
    return not email or email == known or of_office or domain.endswith(WORK)
