"""Areas beside one another: who writes down what they put right, and who leaves the team to find out."""

from uuid import uuid4

import pytest

from putright.allocation.actions import allocate
from putright.contacts.channels.officer.actions import Locally, log_locally, look_over
from putright.contacts.models import Contact
from putright.contacts.said import Said
from putright.reports.areas import Area, areas, overall
from tests.make import allocation as make


def area(entered, sent):
    return Area(None, entered, 0, sent)


def test_low_is_more_than_chance_and_never_of_fewer_than_ten():
    assert area(2, 38).is_low(0.5)
    assert not area(18, 22).is_low(0.5)
    assert not area(0, 9).is_low(0.5)
    assert not area(0, 40).is_low(0.0)


def test_all_areas_together_weigh_each_contact_once():
    assert overall([area(1, 99), area(9, 1)]) == pytest.approx(10 / 110)
    assert overall([]) == 0.0


@pytest.fixture
def told(cast):
    def tell(by):
        said = Said(key=uuid4(), channel="officer", words="Nobody rang back.")
        return log_locally(Locally(said, "both", "no", "yes", "I said sorry."), {}, by=by, at=cast.at)

    return tell


@pytest.mark.django_db
def test_each_area_has_what_it_wrote_what_was_opened_again_and_what_was_sent_there(cast, told, django_assert_num_queries):
    for _ in range(3):
        told(cast.dana)
    look_over(Contact.objects.first(), agree=False, words="She was told nothing.", by=cast.sam, at=cast.at)
    case = make.case(cast.ffion, stage="in_recovery")
    allocate(case, cast.chris.team, "Please ring her.", by=cast.jo, at=cast.at)
    with django_assert_num_queries(5):
        found = {one.team.slug: one for one in areas(cast.at.replace(year=2025), cast.at.replace(year=2027))}
    north, elsewhere = found["north"], found["elsewhere"]
    assert (north.entered, north.reopened, north.sent, north.share) == (3, 1, 0, 100)
    assert (elsewhere.entered, elsewhere.sent, elsewhere.share) == (0, 1, 0)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "cy"])
def test_an_analyst_sees_no_small_numbers(cast, client, told, language):
    told(cast.dana)
    client.force_login(cast.robin.user)
    page = client.get(f"/{language}/staff/reports/areas/").content.decode()
    assert {"en": "fewer than five", "cy": "llai na phump"}[language] in page
    client.force_login(cast.jo.user)
    page = client.get(f"/{language}/staff/reports/areas/").content.decode()
    assert {"en": "fewer than five", "cy": "llai na phump"}[language] not in page
