"""What contacts were about, and vehicles taken to a pound: how many people were still unhappy at the end."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from gateways import clock
from putright.contacts.models import Answer, Contact
from putright.facts.months import Month
from putright.facts.sources import Scope
from putright.people.queries import office
from putright.reports import queries
from tests.make import cases, contacts

AT = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)
ESSEX_2019 = (196, 9)  # contacts in February 2019, and those still dissatisfied


@pytest.fixture
def february(cast):
    """The Essex month: 196 contacts, of whom 60 were unhappy at first and 9 still were in the end; 5 were not asked."""
    files = [cases.case(cast.ffion, at=AT) for _number in range(5)]
    contacts.contact(cast.amir, at=AT - timedelta(days=1))
    made = Contact.objects.bulk_create(
        Contact(key=uuid4(), case=files[number % 5], channel="phone", kind="enquiry", topic="vehicle-recovery",
                words="Where is it?", received_at=AT - timedelta(days=1), entered_at=AT)
        for number in range(ESSEX_2019[0])
    )  # fmt: skip
    said = ["yes"] * ESSEX_2019[1] + ["not_known"] * 2 + ["no"] * 180
    day = AT.date()
    Answer.objects.bulk_create(
        [Answer(contact=one, topic="vehicle-recovery", question="unhappy-before", since=day, value="yes") for one in made[:60]]
        + [Answer(contact=one, topic="vehicle-recovery", question="unhappy-after", since=day, value=value)
           for one, value in zip(made, said, strict=False)]
    )  # fmt: skip


def test_196_contacts_and_9_still_dissatisfied(february):
    counted = queries.figures(Scope(Month(2026, 3), office(), AT))
    assert (counted.total("vehicles"), counted.parts("vehicles")["yes"]) == ESSEX_2019
    assert counted.parts("vehicles") == {"yes": 9, "no": 180, "not_known": 2, "not-told": 5}
    assert counted.parts("topics") == {"vehicle-recovery": 196, "not-told": 1}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_figure_is_on_the_month_and_opens_into_its_list(client, cast, february, language):
    client.force_login(cast.jo.user)
    with clock.fixed(AT):
        month = client.get(f"/{language}/staff/reports/2026/3/").text
        still = {"en": "Still unhappy", "cy": "Yn dal yn anfodlon"}[language]
        topic = {"en": "Vehicle taken to a pound", "cy": "Cerbyd a gymerwyd i bwynd"}[language]
        assert still in month and topic in month and f"/{language}/staff/reports/2026/3/vehicles/yes/" in month
        opened = client.get(f"/{language}/staff/reports/2026/3/vehicles/yes/")
    assert opened.status_code == 200 and "Ffion Rees" in opened.text
    assert {"en": "Altogether: 9", "cy": "Cyfanswm: 9"}[language] in opened.text
