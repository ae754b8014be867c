"""The fixed cast. Ffion complains, in Welsh; Amir needs an interpreter; Sam handles; Jo supervises; Chris is in another
body and must see nothing; Dana is a sergeant; Pat works in standards; Robin sees figures; Toni keeps the accounts."""

from dataclasses import dataclass
from datetime import datetime

from putright.people.models import Handler, Person

from .make import people


@dataclass(frozen=True)
class Cast:
    at: datetime
    ffion: Person
    amir: Person
    sam: Handler
    jo: Handler
    chris: Handler
    dana: Handler
    pat: Handler
    robin: Handler
    toni: Handler


def assemble() -> Cast:
    """In a dozen statements: thousands of tests begin with it."""
    people.office()
    front, district, standards, elsewhere, board, systems = people.teams(
        ("front", "front"), ("north", "local"), ("standards", "standards"),
        ("elsewhere", "local"), ("board", "other"), ("systems", "other"),
    )  # fmt: skip
    sam, jo, chris, dana, pat, robin, toni = people.handlers(
        ("Sam Adeyemi", "handler", front),
        ("Jo Marsh", "supervisor", front),
        ("Chris Vale", "local_supervisor", elsewhere),
        ("Dana Price", "local_supervisor", district, {"is_constable": True, "collar_number": "2417"}),
        ("Pat Okoro", "standards", standards),
        ("Robin Lee", "analyst", board),
        ("Toni Ashe", "administrator", systems),
    )
    ffion = people.person("Ffion Rees", language="cy", email="ffion@complainant.example", phone="07700 900123")
    amir = people.person("Amir Haddad", language="en", adjustments="Needs an Arabic interpreter on the telephone.")
    return Cast(people.AT, ffion, amir, sam, jo, chris, dana, pat, robin, toni)
