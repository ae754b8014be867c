"""The outbox and what can be pressed there: every page, its queries, both languages, and that nothing walled shows."""

import pytest

from design.testing import MannerlyClient
from gateways import clock
from putright.cases.actions import wall_off
from putright.letters import actions
from putright.letters.models import GOING, MADE, SENT, Letter, Mention, Withheld
from putright.outbox import queries
from putright.outbox.actions import came_back
from putright.outbox.holding import ask_to_withhold
from putright.outbox.models import Batch
from putright.outbox.sending import send
from putright.people.actions import note_person
from tests.letters import cases

from .rounds import again, go_round, somebody, update
from .test_holding import ask

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


def test_the_outbox_says_how_many_wait_to_be_printed_and_a_batch_is_made_and_printed(sam, cast):
    letter = update(cases.told(somebody(cast), at=cast.at), cast)
    assert "Letters to print (1)" in text(sam.get("/en/staff/outbox/"))
    assert letter.case.reference in text(sam.get("/en/staff/outbox/to-print/"))
    answer = sam.post("/en/staff/outbox/to-print/", {"size": "ordinary"})
    made = Batch.objects.get()
    assert answer["Location"].endswith(f"/staff/outbox/batches/{made.pk}/") and again(letter).status == GOING
    assert "Download all of them as one PDF" in text(sam.get(answer["Location"]))
    sheets = sam.get(f"/en/staff/outbox/batches/{made.pk}/letters.pdf")
    assert sheets["Content-Type"] == "application/pdf" and sheets.content.startswith(b"%PDF")
    assert sam.post(f"/en/staff/outbox/batches/{made.pk}/printed/", {}).status_code == 302
    assert again(letter).status == SENT
    assert "You can print it again." in text(sam.get(answer["Location"]))
    assert "already said" in text(sam.post(f"/en/staff/outbox/batches/{made.pk}/printed/", {}))
    assert "Choose only letters" in text(sam.post(f"/en/staff/outbox/batches/{made.pk}/printed/", {"left_out": ["99999"]}))
    assert sam.post("/en/staff/outbox/to-print/", {"size": "large"})["Location"].endswith("/to-print/")


def test_a_batch_with_a_walled_case_in_it_is_not_there(sam, client, cast):
    letter = update(cases.told(somebody(cast), at=cast.at), cast)
    sam.post("/en/staff/outbox/to-print/", {"size": "ordinary"})
    wall_off(letter.case, cast.sam, "Knows them.", by=cast.jo, at=cast.at)
    for end in ("", "letters.pdf"):
        assert sam.get(f"/en/staff/outbox/batches/{Batch.objects.get().pk}/{end}").status_code == 404
    assert sam.get("/en/staff/outbox/batches/99999/").status_code == 404
    assert letter.case.reference not in text(sam.get("/en/staff/outbox/to-print/"))


def test_a_letter_that_came_back_is_on_the_outbox_and_the_case_and_goes_by_post_with_one_press(sam, cast):
    note_person({"address": "1 Mill Road", "postcode": "SG13 7AA"}, at=cast.at, person=cast.ffion)
    letter = update(cases.told(cast.ffion, at=cast.at), cast)
    go_round(cast.at)
    came_back(letter, "email", "550 no such person", by=None, at=cast.at)
    outbox = text(sam.get("/en/staff/outbox/"))
    assert outbox.index("You need to look at these") < outbox.index("Came back") < outbox.index("Newest first")
    case = text(sam.get(f"/en/staff/cases/{letter.case.reference}/"))
    assert "Came back" in case and "still runs" in case and "A letter did not reach them" in case
    page = text(sam.get(f"/en/staff/letters/{letter.pk}/"))
    assert "Send it by post" in page and "Send it by email" not in page and "550 no such person" in page
    assert sam.post(f"/en/staff/letters/{letter.pk}/other-way/", {"way": "carrier pigeon"}).status_code == 200
    assert sam.post(f"/en/staff/letters/{letter.pk}/other-way/", {"way": "post"}).status_code == 302
    assert Letter.objects.filter(medium="post", status=MADE).count() == 1
    assert "You need to look at these" not in text(sam.get("/en/staff/outbox/"))


def test_they_were_told_themselves_is_one_press_too(sam, cast, case):
    letter = update(case, cast)
    go_round(cast.at)
    came_back(letter, "email", "", by=None, at=cast.at)
    assert sam.post(f"/en/staff/letters/{letter.pk}/told/", {"told": "yes"}).status_code == 302
    assert "Came back" not in text(sam.get("/en/staff/outbox/"))


def test_it_is_pulled_back_with_a_press_while_it_waits(sam, cast, case, settings):
    settings.COOL_OFF = 5
    letter = update(case, cast)
    assert "Pull it back" in text(sam.get(f"/en/staff/letters/{letter.pk}/"))
    assert sam.post(f"/en/staff/letters/{letter.pk}/pull-back/").status_code == 302
    page = text(sam.post(f"/en/staff/letters/{letter.pk}/pull-back/"))
    assert "Pulled back" in page and "too late" in page


def test_a_text_is_chosen_and_never_typed(sam, cast, case, service):
    address = f"/en/staff/cases/{case.reference}/text/"
    page = text(sam.get(address))
    assert f"Eich cyfeirnod yw {case.reference}." in page and "<textarea" not in page
    assert "Choose a text" in text(sam.post(address, {}))
    assert sam.post(address, {"which": "ring"}).status_code == 302
    letter = Letter.objects.get()
    assert "Text message" in text(sam.get(f"/en/staff/letters/{letter.pk}/"))
    nobody = cases.told(somebody(cast), at=cast.at)
    page = text(sam.get(f"/en/staff/cases/{nobody.reference}/text/"))
    assert "We cannot text this person" in page and "Send the text" not in page


def test_something_is_held_back_by_two_and_looked_at_again(client, sam, cast, case):
    address = f"/en/staff/cases/{case.reference}/hold-back/"
    given = {"part": "progress", "ground": "crime", "because": "It names a witness.", "look_again_on-day": "20",
             "look_again_on-month": "4", "look_again_on-year": "2026"}  # fmt: skip
    assert "Choose a ground" in text(sam.post(address, given | {"ground": ""}))
    far = text(sam.post(address, given | {"look_again_on-year": "2027"}))
    assert "within the next 90 days" in far and "It names a witness." in far
    assert sam.post(address, given).status_code == 302
    row = Withheld.objects.get()
    waits = text(sam.get("/en/staff/outbox/"))
    assert "Waits for a second person" in waits and case.reference in waits
    assert "Waits for a second person" in text(sam.get(f"/en/staff/cases/{case.reference}/"))
    assert "Somebody else must agree" in text(sam.post(f"{address}{row.pk}/", {"keep": "yes"}))
    client.force_login(cast.jo.user)
    assert client.post(f"{address}{row.pk}/", {"keep": "yes"}).status_code == 302
    row.refresh_from_db()
    assert row.agreed_by == cast.jo
    later = {"keep": "yes", "until-day": "1", "until-month": "5", "until-year": "2026"}
    assert client.post(f"{address}{row.pk}/", later).status_code == 302
    assert client.post(f"{address}{row.pk}/", {"keep": "no"}).status_code == 302
    assert client.get(f"{address}{row.pk}/").status_code == 404


def test_a_supervisor_lets_letters_name_another_case(client, cast, case):
    other, strange = cases.told(cast.ffion, at=cast.at), cases.told(cast.amir, at=cast.at)
    address = f"/en/staff/cases/{case.reference}/name-another/"
    with clock.fixed(cast.at):
        client.force_login(cast.sam.user)
        assert client.get(address).status_code == 403
        client.force_login(cast.jo.user)
        assert "no such case" in text(client.post(address, {"other": "PR-AAAAA-AAAAA", "because": "Because."}))
        assert "not about the same person" in text(client.post(address, {"other": strange.reference, "because": "Because."}))
        assert client.post(address, {"other": other.reference.lower(), "because": "One night."}).status_code == 302
    assert Mention.objects.get().other == other


@pytest.mark.parametrize("page", ["outbox", "queue", "batch", "one", "text", "withhold", "agree"])
def test_each_page_is_in_both_languages_with_few_queries(sam, cast, case, service, page, django_assert_max_num_queries):
    paper = [update(cases.told(somebody(cast), at=cast.at), cast) for _ in range(3)]
    row = ask_to_withhold(case, ask(cast), by=cast.jo, at=cast.at)
    sam.post("/en/staff/outbox/to-print/", {"size": "ordinary"})
    paths = {
        "outbox": "outbox/", "queue": "outbox/to-print/", "batch": f"outbox/batches/{Batch.objects.get().pk}/",
        "one": f"letters/{paper[0].pk}/", "text": f"cases/{case.reference}/text/",
        "withhold": f"cases/{case.reference}/hold-back/", "agree": f"cases/{case.reference}/hold-back/{row.pk}/",
    }  # fmt: skip
    english = text(sam.get(f"/en/staff/{paths[page]}"))
    with django_assert_max_num_queries(14):
        welsh = text(sam.get(f"/cy/staff/{paths[page]}"))
    assert 'lang="cy"' in welsh and english.split("<h1")[1].split("<")[0] not in welsh


def test_nobody_who_is_not_signed_in_sees_any_of_it(cast, case):
    stranger = MannerlyClient()
    for path in ("outbox/", "outbox/to-print/", f"cases/{case.reference}/text/"):
        assert stranger.get(f"/en/staff/{path}").status_code == 302
