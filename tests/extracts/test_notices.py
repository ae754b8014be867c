"""A question whose day has come says so on the work page of whoever it is for, until they take it away or a week is over."""

from datetime import timedelta

import pytest

from gateways import clock
from putright.extracts import actions, owed
from putright.extracts.models import Ready

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
WORK = {"en": "Ready for you: By telephone", "cy": "Yn barod i chi: By telephone"}


def laid_ready(cast):
    """Sam's question of each week, on the Monday after."""
    question = actions.keep("By telephone", "contacts", "channel=phone", "week", by=cast.sam, at=cast.at)
    monday = cast.at + (7 - cast.at.weekday()) * DAY
    for key, _since in owed.owed(monday, limit=9):
        owed.fulfil(key, at=monday)
    assert Ready.objects.get().question == question
    return question, monday


def told(client, who, at, language="en"):
    with clock.fixed(at):
        client.logout()  # days later they sign in anew
        client.force_login(who.user)
        answer = client.get(f"/{language}/staff/my-work/")
    assert answer.status_code == 200
    return WORK[language] in answer.content.decode()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_it_is_on_the_work_page_until_it_is_taken_away(client, cast, language):
    _question, monday = laid_ready(cast)
    assert told(client, cast.sam, monday, language)
    with clock.fixed(monday):
        answer = client.get(f"/{language}/staff/extracts/contacts/file/?channel=phone")
        assert b"".join(answer.streaming_content)
    assert not told(client, cast.sam, monday + DAY, language)


def test_another_file_does_not_take_it_away_and_a_week_later_it_is_gone(client, cast):
    _question, monday = laid_ready(cast)
    client.force_login(cast.sam.user)
    with clock.fixed(monday):
        assert b"".join(client.get("/en/staff/extracts/contacts/file/?channel=email").streaming_content)
    assert told(client, cast.sam, monday + 6 * DAY) and not told(client, cast.sam, monday + 7 * DAY)


def test_only_those_it_is_for_are_told(client, cast):
    question, monday = laid_ready(cast)
    assert not told(client, cast.jo, monday)
    actions.share(question, cast.jo, "", by=cast.sam, at=cast.at)
    assert told(client, cast.jo, monday)
