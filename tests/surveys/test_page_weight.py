"""Every page that the public meets on the way to an answer is one light page with few questions, in both languages."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gateways import clock
from putright.invited.models import Invite
from putright.questionnaires import rules
from putright.surveys.actions import answering
from tests.make import campaigns, contacts, surveys
from tests.surveys.test_campaign_lists import other

pytestmark = pytest.mark.django_db
HEAVIEST, QUERIES = 50_000, 5  # bytes, and questions to the database, of a page that is looked at
WRITES = 22  # questions where an answer is kept: its case is locked, and its log goes on
NEW, USED, BACK, LATE = "new", "used", "back", "late"
PAGES = [  # which code, the page, what is pressed on it, what it answers with, at most how many questions
    (NEW, "", None, 200, QUERIES), (NEW, "", {}, 422, QUERIES), (NEW, "", {"overall": "9"}, 422, QUERIES),
    (NEW, "", {"overall": "4", "better": "x" * 100_000}, 422, QUERIES), (NEW, "", {"overall": "4", "do": "keep"}, 302, 12),
    (NEW, "?kept=1", None, 200, QUERIES), (NEW, "", {"overall": "4", "better": "\u202eda\U0001f600"}, 302, WRITES),
    (NEW, "no-more/", None, 200, QUERIES), (NEW, "no-more/", {"do": "yes"}, 200, 16), (USED, "", None, 200, QUERIES),
    (USED, "", {"overall": "4"}, 200, QUERIES), (BACK, "", None, 200, QUERIES), (LATE, "", None, 200, QUERIES),
    (LATE, "", {"overall": "1"}, 200, QUERIES), ("0000-0000-0000", "", None, 404, QUERIES),
    ("0000-0000-0000", "no-more/", {"do": "yes"}, 404, QUERIES), ("", "", None, 200, QUERIES),
    ("", "", {"code": "7K3M"}, 422, QUERIES), ("", "", {"code": "\x00" * 9}, 422, QUERIES), ("thank-you", "", None, 200, QUERIES),
]  # fmt: skip


@pytest.fixture
def code(cast):
    """A code in that state, of somebody's complaint."""
    surveys.surveys(cast.at)
    case = contacts.contact(cast.ffion, at=cast.at, kind="complaint").case

    def made(state: str) -> str:
        if state not in (NEW, USED, BACK, LATE):
            return state
        invite, code = surveys.asked(case, cast.ffion, at=cast.at)
        if state == USED:
            answering.answer(invite, rules.Given({"overall": "4"}, {}, "en"), by=None, at=cast.at)
        ends = {BACK: {"ended_at": cast.at}, LATE: {"until": cast.at}}
        Invite.objects.filter(pk=invite.pk).update(**ends.get(state, {"until": invite.until}))
        return code

    return made


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("given", PAGES, ids=lambda given: f"{given[0]}-{given[1]}-{given[3]}")
def test_the_page_is_light_and_asks_little(client, cast, code, language, given):
    state, page, pressed, answers, most = given
    address = f"/{language}/survey/" + (f"{code(state)}/" if state else "") + page
    with clock.fixed(cast.at + timedelta(days=3)):
        if not pressed:
            client.get(address)
        with CaptureQueriesContext(connection) as asked:
            got = client.get(address) if pressed is None else client.post(address, pressed)
    assert got.status_code == answers
    if "x" * 100_000 in str(pressed):
        assert "x" * 100_000 in got.content.decode() and len(got.content) < HEAVIEST + 100_000  # nothing typed is lost
    else:
        assert len(got.content) < HEAVIEST
    assert len(asked) <= most, [one["sql"] for one in asked.captured_queries]
    assert "Ffion" not in got.content.decode()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_so_is_the_page_of_somebody_from_a_list(client, cast, language):
    one = campaigns.campaign(cast.jo, cast.at)
    entry = campaigns.load(one, [{"Name": "Ann", "Email": "ann@list.example"}], by=cast.jo, at=cast.at)[0]
    campaigns.sent(campaigns.let_go(one, cast.jo, other(cast), cast.at), cast.at)
    for place in ("", "no-more/"):
        with clock.fixed(cast.at + timedelta(days=1)):
            client.get(f"/{language}/survey/{campaigns.code(entry)}/{place}")
            with CaptureQueriesContext(connection) as asked:
                page = client.get(f"/{language}/survey/{campaigns.code(entry)}/{place}")
        assert page.status_code == 200 and len(page.content) < HEAVIEST and len(asked) <= QUERIES
        assert "ann@list.example" not in page.content.decode()
