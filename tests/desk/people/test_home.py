"""The household on a person's page: what was said for everybody, who else is there, nobody this handler may not look at."""

import pytest

from putright.cases.actions import wall_off
from putright.mailings.actions import choose_language
from putright.people.actions import note_person
from tests.letters import cases

pytestmark = pytest.mark.django_db
HOME = {"address": "4 Heol y Bont", "postcode": "CF10 1AA"}


def lives(cast, name, **more):
    return note_person({"name": name, **HOME} | more, at=cast.at)


@pytest.mark.parametrize(("lang", "nobody", "both", "welsh"), [
    ("en", "nobody was asked", "Both: they want different languages", "Welsh"),
    ("cy", "ni ofynnwyd i neb", "Y ddwy: maent am gael ieithoedd gwahanol", "Cymraeg"),
])  # fmt: skip
def test_what_was_said_for_the_household_and_who_else_is_there(cast, client, lang, nobody, both, welsh):
    gwen, huw = lives(cast, "Gwen Parry"), lives(cast, "Huw Parry", language="cy", address="4, Heol y Bont")
    lives(cast, "Next Door", address="5 Heol y Bont")
    case = cases.told(gwen, at=cast.at)
    cases.told(huw, at=cast.at)
    client.force_login(cast.sam.user)
    page = client.get(f"/{lang}/staff/people/{gwen.pk}/").content.decode()
    assert nobody in page and "Huw Parry" in page and welsh in page and "Next Door" not in page
    assert f"/staff/cases/{case.reference}/language" in page
    choose_language(case, "en", "cy+en", by=cast.sam, at=cast.at)
    assert both in client.get(f"/{lang}/staff/people/{gwen.pk}/").content.decode()


def test_somebody_in_a_walled_case_is_not_named(cast, client):
    gwen, huw = lives(cast, "Gwen Parry"), lives(cast, "Huw Parry")
    cases.told(gwen, at=cast.at)
    wall_off(cases.told(huw, at=cast.at), cast.sam, "related", by=cast.jo, at=cast.at)
    client.force_login(cast.sam.user)
    assert "Huw Parry" not in client.get(f"/en/staff/people/{gwen.pk}/").content.decode()
