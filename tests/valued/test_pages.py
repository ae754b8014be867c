"""The pages about working here, in both languages, with their questions to the database counted."""

from datetime import date

import pytest

from gateways import clock
from putright.valued import actions
from putright.valued.models import Asking, Switch
from tests.make import people

from .test_without_names import asked, browse, over, say, team  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db
HOME = "/en/staff/working-here/"


@pytest.fixture(autouse=True)
def now(cast):
    with clock.fixed(cast.at):
        yield


def test_a_supervisor_asks_everybody_answers_once_and_all_read_what_came_of_it(cast, team):  # noqa: F811
    client = browse(cast.jo)
    assert "Ask the team" in client.get(HOME).content.decode()
    page = client.post(HOME + "ask/", {"closes_on-day": "10", "closes_on-month": "4", "closes_on-year": "2026"})
    assert page.status_code == 302
    for who in team:
        theirs = browse(who)
        assert "My work here is valued." in theirs.get(HOME + "answer/").content.decode()
        assert theirs.post(HOME + "answer/", {"valued": "5", "words": f"A window, {who.name[0]}."}).status_code == 302
        assert "You have answered. Thank you." in theirs.get(HOME).content.decode()
        assert theirs.post(HOME + "answer/", {"valued": "1"}).status_code == 302  # a second press changes nothing
    asking = over(Asking.objects.get())
    assert asking.means == {"valued": 9}
    for language, words in (("en", "4½ or more"), ("cy", "4½ neu fwy")):
        page = browse(cast.sam).get(f"/{language}/staff/working-here/{asking.pk}/").content.decode()
        assert words in page and "A window, S." in page
    page = browse(cast.jo).get(f"{HOME}{asking.pk}/").content.decode()
    assert 'value="survey"' in page and 'value="2026-04-10"' in page  # one press makes it evidence


@pytest.mark.parametrize(
    ("language", "words"), [("en", "You are asked how it is to work here"), ("cy", "Gofynnir i chi sut beth yw")]
)
def test_my_work_says_that_one_is_asked_until_one_has_answered(cast, team, language, words):  # noqa: F811
    work = f"/{language}/staff/my-work/"
    assert words not in browse(cast.sam).get(work).content.decode()
    asking = asked(cast)
    assert words in browse(cast.sam).get(work).content.decode()
    say(asking, cast.sam, at=cast.at)
    assert words not in browse(cast.sam).get(work).content.decode()
    assert words in browse(cast.jo).get(work).content.decode() and words not in browse(cast.pat).get(work).content.decode()


def test_an_answer_without_anything_is_asked_again_and_odd_marks_are_refused_with_words_kept(cast, team):  # noqa: F811
    asked(cast)
    client = browse(cast.sam)
    assert client.post(HOME + "answer/", {"words": "  "}).status_code == 422
    page = client.post(HOME + "answer/", {"valued": "6", "words": "Keep \u202ethis 😀"})
    assert page.status_code == 422 and "this 😀" in page.content.decode()
    assert client.post(HOME + "answer/", {"valued": "5", "words": "x" * 100_000}).status_code == 422
    assert Asking.objects.get().taken == []


def test_why_a_team_is_not_asked_stands_on_the_page(cast):
    client = browse(cast.jo)
    assert "A team under five is not asked." in client.get(HOME).content.decode()
    page = client.post(HOME + "ask/", {"closes_on-day": "10", "closes_on-month": "4", "closes_on-year": "2026"})
    assert page.status_code == 422 and not Asking.objects.exists()
    assert "Ni ofynnir i dîm o lai na phump." in browse(cast.jo).get("/cy/staff/working-here/").content.decode()


def test_switched_off_is_said_and_can_be_switched_on_again(cast, team):  # noqa: F811
    client = browse(cast.jo)
    for answer in ("no", "no", "yes"):
        assert client.post(HOME + "switch/", {"on": answer}).status_code == 302
        assert ("Your office has switched this off." in client.get(HOME).content.decode()) is (answer == "no")
    assert Switch.objects.count() == 2
    assert browse(cast.sam).post(HOME + "switch/", {"on": "no"}).status_code == 403


def test_another_team_sees_nothing_of_it_and_a_senior_manager_every_team(cast, team):  # noqa: F811
    asking = asked(cast)
    for who in team:
        say(asking, who, at=cast.at)
    over(asking)
    front = people.team("another", "front")
    wyn, senior = people.handler("Wyn Ellis", "handler", front), people.handler("Mair Senior", "senior", front)
    assert browse(wyn).get(f"{HOME}{asking.pk}/").status_code == 404
    assert f"{asking.pk}/" not in browse(wyn).get(HOME).content.decode().split("<main")[1]
    assert browse(senior).get(f"{HOME}{asking.pk}/").status_code == 200
    assert "Front" in browse(senior).get(HOME).content.decode()
    assert browse(cast.robin).get(HOME).status_code == 403


def test_the_pages_ask_few_questions_however_many_askings_there_were(cast, team, django_assert_max_num_queries):  # noqa: F811
    for year in range(2010, 2026):
        Asking.objects.create(
            team=cast.jo.team, asked_on=date(year, 1, 1), closes_on=date(year, 2, 1), ended_at=cast.at, by=cast.jo
        )
    client = browse(cast.jo)
    with django_assert_max_num_queries(12):
        client.get(HOME)
    with django_assert_max_num_queries(8):
        client.get(f"{HOME}{Asking.objects.first().pk}/")
    actions.ask(date(2026, 4, 10), by=cast.jo, at=cast.at)
    with django_assert_max_num_queries(8):
        client.get(HOME + "answer/")
