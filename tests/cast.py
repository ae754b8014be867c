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
    people.office()
    front = people.team("front", "front")
    district = people.team("north", "local")
    standards = people.team("standards", "standards")
    return Cast(
        at=people.AT,
        ffion=people.person("Ffion Rees", language="cy", email="ffion@complainant.example", phone="07700 900123"),
        amir=people.person("Amir Haddad", language="en", adjustments="Needs an Arabic interpreter on the telephone."),
        sam=people.handler("Sam Adeyemi", "handler", front),
        jo=people.handler("Jo Marsh", "supervisor", front),
        chris=people.handler("Chris Vale", "local_supervisor", people.team("elsewhere", "local")),
        dana=people.handler("Dana Price", "local_supervisor", district, is_constable=True, collar_number="2417"),
        pat=people.handler("Pat Okoro", "standards", standards),
        robin=people.handler("Robin Lee", "analyst", people.team("board", "other")),
        toni=people.handler("Toni Ashe", "administrator", people.team("systems", "other")),
    )
