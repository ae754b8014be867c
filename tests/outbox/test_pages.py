"""The outbox and what can be pressed there: every page, its queries, both languages, and that nothing walled shows."""

import pytest

from gateways import clock
from putright.letters import actions
from putright.outbox import queries
from putright.outbox.sending import send
from putright.people.actions import note_person
from tests.letters import cases

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        yield client


@pytest.fixture
def case(cast):
    return cases.told(cast.ffion, at=cast.at)


def text(page):
    return page.content.decode()


def letter_of(case, cast, *, gone=True):
    letter = actions.write_letter(case, "acknowledgement", {}, by=None, at=cast.at)
    if gone:
        send(letter, at=cast.at)
    return letter


def test_the_outbox_is_newest_first_by_pages_with_troubled_ones_on_top(sam, cast, case):
    letters = [letter_of(case, cast) for _ in range(queries.PAGE + 2)]
    kept = cases.told(note_person({"name": "Kit"}, at=cast.at), at=cast.at)
    letter_of(kept, cast)
    page = text(sam.get("/en/staff/outbox/"))
    assert page.index("You need to look at these") < page.index(kept.reference) < page.index("Newest first")
    oldest_shown = letters[-queries.PAGE].pk
    assert f"?before={oldest_shown}" in page
    older = text(sam.get(f"/en/staff/outbox/?before={oldest_shown}"))
    assert older.count("/staff/letters/") == 2 and "You need to look" not in older
    assert sam.get("/en/staff/outbox/?before=nonsense").status_code == 200


def test_the_outbox_takes_few_queries(sam, cast, case, django_assert_max_num_queries):
    for _ in range(queries.PAGE):
        letter_of(case, cast)
    sam.get("/en/staff/outbox/")  # the first request of a session also notes that it is in use
    with django_assert_max_num_queries(12):
        sam.get("/en/staff/outbox/")


def test_a_kept_letter_is_settled_by_saying_they_were_told(sam, cast):
    kept = letter_of(cases.told(note_person({"name": "Kit"}, at=cast.at), at=cast.at), cast)
    page = text(sam.get(f"/en/staff/letters/{kept.pk}/"))
    assert "Tell them yourself in a safe way" in page and "Send it again" not in page
    assert sam.post(f"/en/staff/letters/{kept.pk}/told/", {"told": "no"}).status_code == 200
    assert sam.post(f"/en/staff/letters/{kept.pk}/told/", {"told": "yes"}).status_code == 302
    kept.refresh_from_db()
    assert kept.status == "sent"
    assert "already said" in text(sam.post(f"/en/staff/letters/{kept.pk}/told/", {"told": "yes"}))
