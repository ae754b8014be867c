"""Which template texts go by is dated office data: an earlier row stays, a later one holds from its day, none sends none."""

from datetime import date, timedelta

import pytest

from putright.letters.models import FAILED, SENT
from putright.outbox.models import TextTemplate
from putright.outbox.queries import text_template
from putright.outbox.refusals import NoTemplate
from putright.outbox.texting import name_template, write_text
from putright.people.gates import NotAllowed
from tests.letters import cases

from .conftest import TEMPLATE
from .rounds import again, go_round

OTHER = "44444444-4444-4444-8444-444444444444"
pytestmark = pytest.mark.django_db


def test_the_newest_row_that_has_begun_holds(cast, service):
    name_template(OTHER, date(2026, 6, 1), "A new one", by=cast.jo, at=cast.at)
    assert (text_template(date(2026, 5, 31)), text_template(date(2026, 6, 1))) == (TEMPLATE, OTHER)
    assert text_template(date(2019, 1, 1)) == ""


def test_with_no_number_no_text_goes_from_that_day(cast, service):
    case = cases.told(cast.ffion, at=cast.at)
    first = write_text(case, "ring", by=cast.sam, at=cast.at)
    go_round(cast.at)
    assert again(first).status == SENT and service.taken[0]["told"]["template_id"] == TEMPLATE
    name_template("", cast.at.date() + timedelta(days=1), "Too dear", by=cast.jo, at=cast.at)
    second = write_text(case, "look", by=cast.sam, at=cast.at)
    go_round(cast.at + timedelta(days=1))
    assert again(second).status == FAILED and len(service.taken) == 1


def test_only_a_number_of_theirs_is_kept_and_only_by_who_may(cast):
    with pytest.raises(NoTemplate):
        name_template("our template", date(2026, 1, 1), "x", by=cast.jo, at=cast.at)
    with pytest.raises(NotAllowed):
        name_template(OTHER, date(2026, 1, 1), "x", by=cast.sam, at=cast.at)
    assert not TextTemplate.objects.exists()


@pytest.mark.parametrize(("lang", "words"), [("en", "Use another from a day"), ("cy", "Defnyddio un arall o ryw ddiwrnod")])
def test_a_supervisor_writes_it_on_its_screen(cast, client, lang, words, django_assert_max_num_queries):
    client.force_login(cast.jo.user)
    address = f"/{lang}/staff/outbox/texts/"
    with django_assert_max_num_queries(14):
        assert words in client.get(address).content.decode()
    asked = {"number": "wrong", "since-day": "1", "since-month": "4", "since-year": "2026", "why": "The first"}
    answer = client.post(address, asked)
    assert answer.status_code == 422 and "wrong" in answer.content.decode()
    assert client.post(address, asked | {"number": OTHER.upper()}).status_code == 302
    assert TextTemplate.objects.get().number == OTHER and OTHER in client.get(address).content.decode()
