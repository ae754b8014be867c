"""The report for the rural crime forum: one press on the themes, by area, and from there into the cases."""

import pytest

from gateways import clock
from putright.allocation.actions import allocate
from tests.make import allocation as make
from tests.make.contacts import contact

from .test_pages import said

pytestmark = pytest.mark.django_db


def sent_to(team, cast, topic):
    case = make.case(cast.ffion, stage="in_recovery")
    contact(cast.ffion, joins=case, topic=topic)
    allocate(case, team, "Please ring her.", by=cast.jo, at=cast.at)
    return case


@pytest.mark.parametrize(("lang", "press"), [("en", "Report on rural crime"), ("cy", "Adroddiad ar droseddau cefn gwlad")])
def test_the_report_on_rural_crime_counts_those_cases_alone_and_opens_into_them(cast, client, lang, press):
    rural, other = (sent_to(cast.dana.team, cast, topic) for topic in ("rural-crime", "business-crime"))
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        start = client.get(f"/{lang}/staff/learning/themes/").content.decode()
        link = start.split(press)[0].rpartition('href="')[2].partition('"')[0].replace("&amp;", "&")
        counted = said(client.get(f"/{lang}/staff/learning/themes/{link}"))
        into = counted.split("/learning/themes/cases/?")[1].partition('"')[0].replace("&amp;", "&")
        behind = said(client.get(f"/{lang}/staff/learning/themes/cases/?{into}"))
    assert "kind=rural-crime" in link and cast.dana.team.name(lang) in counted
    assert rural.reference in behind and other.reference not in behind
