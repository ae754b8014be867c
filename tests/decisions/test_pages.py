"""The staff's pages and the public's, in both languages, and that the public's never hold what is taken out."""

from datetime import timedelta

import pytest

from gateways import clock
from putright.decisions import actions
from putright.decisions.models import Published, Version

from . import records

REMOVED = {"en": "[removed: personal information]", "cy": "[tynnwyd: gwybodaeth bersonol]"}


@pytest.fixture
def jo(client, cast):
    client.force_login(cast.jo.user)
    with clock.fixed(cast.at):
        yield client


def said(response) -> str:
    return " ".join(response.content.decode().split())


def typed(**more) -> dict[str, object]:
    texts = {f"{part}_{one}": text for one, parts in records.WORDS.items() for part, text in parts.items()}
    return {"timing": "routine", "nolan": ["yes"], **day("decided_on"), **texts, **more}


def day(name: str) -> dict[str, str]:
    return {f"{name}-day": "27", f"{name}-month": "3", f"{name}-year": "2026"}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_written_approved_and_published_from_the_pages_and_read_by_anybody(jo, language):
    staff = f"/{language}/staff/decisions/"
    assert jo.post(f"{staff}new/", typed()).status_code == 302
    number = Version.objects.get().record.number
    page = said(jo.get(f"{staff}{number}/"))
    assert REMOVED[language] in page and "Quillfeather" in page  # in full, and as the public will read it
    assert jo.get(f"/{language}/decisions/{number}/").status_code == 404
    signed = {"name": "Gwen Prys", "post": "", "signature": "G. Prys", **day("on")}
    assert jo.post(f"{staff}{number}/approve/", signed).status_code == 302
    assert jo.get(f"{staff}{number}/publish/").status_code == 200
    assert jo.post(f"{staff}{number}/publish/", {}).status_code == 302
    jo.logout()
    listed = said(jo.get(f"/{language}/decisions/"))
    assert records.WORDS[language]["title"] in listed and f"/{language}/decisions/{number}/" in listed
    page = said(jo.get(f"/{language}/decisions/{number}/"))
    assert REMOVED[language] in page and "G. Prys" in page and "Quillfeather" not in page
    paper = jo.get(f"/{language}/decisions/{number}.pdf")
    assert paper["Content-Type"] == "application/pdf" and paper.content.startswith(b"%PDF")
    assert b"Quillfeather" not in paper.content
    assert f"/{language}/decisions/" in said(jo.get(f"/{language}/"))  # from the foot of every public page


def test_a_refusal_keeps_what_was_typed_and_says_how_a_mark_is_written(jo):
    page = jo.post("/en/staff/decisions/new/", typed(summary_en="Led by [[personal: Ann"))
    assert page.status_code == 422 and "Led by [[personal: Ann" in said(page) and "This mark cannot be read" in said(page)
    assert not Version.objects.exists()


def test_a_handler_writes_and_only_a_supervisor_publishes(client, cast):
    made = records.record(cast.sam, cast.at)
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        number = made.record.number
        page = said(client.get(f"/en/staff/decisions/{number}/"))
        assert "Note who approved it" not in page and "Write a new version" in page
        for one in ("approve", "publish", "withdraw"):
            assert client.get(f"/en/staff/decisions/{number}/{one}/").status_code == 403
        assert client.post(f"/en/staff/decisions/{number}/change/", typed(title_en="Another")).status_code == 302
        assert "Another" in said(client.get("/en/staff/decisions/")) and "Versions before" in said(
            client.get(f"/en/staff/decisions/{number}/"))  # fmt: skip
        assert client.get("/en/staff/decisions/999/").status_code == 404


def test_the_clock_is_shown_and_late_says_why(client, cast):
    made = records.approved(cast.jo, cast.at)
    later = cast.at + timedelta(days=20)
    with clock.fixed(later):
        client.force_login(cast.jo.user)
        number = made.record.number
        page = said(client.get("/en/staff/decisions/"))
        assert "Late" in page and "To be published by 7 April 2026" in page
        assert client.post(f"/en/staff/decisions/{number}/publish/", {"why_en": "Ill.", "why_cy": ""}).status_code == 422
        assert client.post(f"/en/staff/decisions/{number}/publish/", {"why_en": "Ill.", "why_cy": "Yn sâl."}).status_code == 302
        assert "Yn sâl." in said(client.get(f"/cy/decisions/{number}/")) and Published.objects.count() == 1


def test_withdrawn_says_so_to_the_public(jo, cast):
    done = records.published(cast.jo, cast.at)
    number = done.record.number
    answer = {"why_en": "It was overtaken.", "why_cy": "Fe’i disodlwyd."}
    assert jo.post(f"/en/staff/decisions/{number}/withdraw/", answer).status_code == 302
    now = Version.objects.order_by("-pk")[0]
    actions.approve(now, actions.Signed("Gwen Prys", records.DAY, "G. Prys"), by=cast.jo, at=cast.at)
    actions.publish(now, by=cast.jo, at=cast.at)
    page = said(jo.get(f"/en/decisions/{number}/"))
    assert "This decision was withdrawn." in page and "It was overtaken." in page
    assert "Withdrawn" in said(jo.get("/en/decisions/"))


def test_a_longer_list_asks_no_more_of_the_database(jo, cast, django_assert_max_num_queries):
    def asked(path: str) -> int:
        with django_assert_max_num_queries(15) as seen:
            assert jo.get(path).status_code == 200
        return len(seen)

    first = records.published(cast.jo, cast.at)
    paths = ("/en/decisions/", "/en/staff/decisions/", f"/en/decisions/{first.record.number}/",
             f"/en/staff/decisions/{first.record.number}/")  # fmt: skip
    jo.get("/en/staff/decisions/")  # the first page after signing in writes the session
    before = {path: asked(path) for path in paths}
    for _ in range(4):
        records.published(cast.jo, cast.at)
    actions.write(records.written(), first.record, by=cast.jo, at=cast.at)
    assert {path: asked(path) for path in paths} == before
