"""The pages of an assessment: the team's, the assessor's, and those of people who were invited; and that the team's never
tell who answered."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from gateways import clock
from putright.assessors import queries
from putright.assessors.actions import people
from putright.assessors.actions.packing import freeze
from putright.assessors.models import Agreed, Assessor, Cycle, Pack, Recommendation
from putright.cases.queries import open_to
from putright.letters.models import Letter
from putright.people import gates
from tests.excellence import items
from tests.make import cases

from . import made

pytestmark = pytest.mark.django_db
DAY = {"day": "20", "month": "4", "year": "2026"}


@pytest.fixture
def jo(client, cast):
    client.force_login(cast.jo.user)
    with clock.fixed(cast.at):
        yield client


def said(response) -> str:
    return " ".join(response.content.decode().split())


def day(name: str) -> dict[str, str]:
    return {f"{name}-{part}": value for part, value in DAY.items()}


def code_on(response) -> str:
    return re.search(r"(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}", response.content.decode())[0]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_an_assessment_from_its_beginning_to_a_recommendation_that_is_done(jo, cast, language):
    base = f"/{language}/staff/"
    begun = {"standard": "cse", "body": "Assessment Services Ltd", "years": "3", **day("begins_on"), "result": "", "summary": ""}
    assert jo.post(f"{base}assessments/new/", begun).status_code == 302
    one = f"{base}assessments/{Cycle.objects.get().pk}/"
    assert jo.post(f"{one}change/", begun | {"result": "passed", **day("decided_on")}).status_code == 302
    assert Cycle.objects.get().until.isoformat() == "2029-04-19"
    assert f"/{language}/staff/letters/award" in said(jo.get(one))
    assert jo.post(f"{one}score/", {"ref": "1.1.1", "score": "plus", "comment": "An example"}).status_code == 302
    assert jo.post(f"{one}recommendation/", {"ref": "", "words": "Shorten the survey"}).status_code == 302
    when = {"owner": str(cast.sam.pk), **day("on"), "clock": "10:00", "place": "Room 2"}
    assert jo.post(f"{one}interview/", when).status_code == 302
    row = f"{base}recommendations/{Recommendation.objects.get().pk}/"
    assert jo.post(f"{row}review/", {"answer": "accept", "owner": "", "why": ""}).status_code == 422
    assert jo.post(f"{row}review/", {"answer": "accept", "owner": str(cast.sam.pk), "why": "", **day("due")}).status_code == 302
    done = {"on-day": "2", "on-month": "3", "on-year": "2026", "words": "Six questions"}
    assert "Shorten the survey" in said(jo.get(f"{base}assessments/"))
    assert jo.post(f"{row}done/", done).status_code == 302
    page = said(jo.get(one))
    assert all(words in page for words in ("An example", "Six questions", "Sam Adeyemi", "Room 2"))
    assert "Shorten the survey" not in said(jo.get(f"{base}assessments/"))


def test_a_handler_sees_and_only_a_supervisor_leads(client, cast):
    one = made.a_cycle(cast.jo, cast.at)
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        assert "Freeze a pack" not in said(client.get(f"/en/staff/assessments/{one.pk}/"))
        for path in ("change/", "freeze/", "assessor/", "score/"):
            assert client.get(f"/en/staff/assessments/{one.pk}/{path}").status_code == 403


def test_freezing_names_what_may_not_go_and_the_pack_is_read_as_the_assessor_reads_it(jo, cast):
    items.item(cast.sam, cast.at, title="A good one")
    items.item(cast.sam, cast.at, title="A bad one", redaction="needed")
    one = made.a_cycle(cast.jo, cast.at)
    where = f"/en/staff/assessments/{one.pk}/freeze/"
    assert "A bad one" in said(jo.get(where))
    refused = jo.post(where, {})
    assert refused.status_code == 422 and "was not taken out yet" in said(refused) and not Pack.objects.exists()
    assert said(refused).count("A bad one") == said(jo.get(where)).count("A bad one")  # the refusal does not repeat the list
    assert jo.post(where, {"leave_out": ["yes"]}).status_code == 302
    pack = Pack.objects.get()
    assert pack.sha256 in said(jo.get(f"/en/staff/assessments/{one.pk}/"))
    plain = Client()  # a page of a pack opens from a disk too, so it is not dressed as one of ours
    plain.force_login(cast.jo.user)
    page = plain.get(f"/en/staff/packs-frozen/{pack.pk}/en/4.html")
    assert "A good one" in said(page) and "default-src 'none'" in page["Content-Security-Policy"]
    assert jo.get(f"/en/staff/packs-frozen/{pack.pk}.zip").content == bytes(pack.body)
    for wrong in ("en/9.html", "../settings.py", "fingerprints.exe"):
        assert jo.get(f"/en/staff/packs-frozen/{pack.pk}/{wrong}").status_code == 404


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_assessor_comes_in_reads_the_frozen_pack_opens_the_answers_and_sees_nothing_else(jo, cast, language):
    items.item(cast.sam, cast.at, title="A good one")
    one = made.a_cycle(cast.jo, cast.at)
    told = {"name": "Alis Prydderch", "reach": "01632 960333", **day("until")}
    given = jo.post(f"/en/staff/assessments/{one.pk}/assessor/", told)
    joining, outside = code_on(given), Client()
    base = f"/{language}/assessor/"
    assert outside.get(base).status_code == 200 and outside.get(f"{base}pack/").status_code == 404
    own = code_on(outside.post(base, {"code": joining}))
    assert outside.post(base, {"code": joining}).status_code == 422  # it opened once
    assert outside.get(f"{base}pack/").status_code == 404  # not yet: their own code opens it
    assert outside.post(base, {"code": own}).status_code == 302
    assert outside.get(f"{base}pack/").status_code == 200 and outside.get(f"{base}pack.zip").status_code == 404
    freeze(one, open_to(cast.jo, at=cast.at), by=cast.jo, at=cast.at)
    items.item(cast.sam, cast.at, title="Added later")
    read = said(outside.get(f"{base}pack/{language}/4.html"))
    assert "A good one" in read and "Added later" not in read
    assert outside.get(f"{base}pack.zip").content[:2] == b"PK"
    case = cases.case(cast.amir)
    people.agrees(case, True, by=cast.sam, at=cast.at)
    chosen = {"to": [str(case.pk)], "visit_en": "", "visit_cy": ""}
    assert jo.post(f"/en/staff/assessors/{Assessor.objects.get().pk}/people/", chosen).status_code == 302
    code = made.code_in(Letter.objects.get(kind="assessor"))
    invited = Client()
    form = {"code": code, "name": "Quibblethwaite", "reach": "0151 496 0777", "when": ""}
    assert invited.post(f"/{language}/speak-to-the-assessor/", form).status_code == 200
    assert "Quibblethwaite" in said(outside.post(f"{base}answers/", {"code": own}))
    assert outside.post(f"{base}answers/", {"code": joining}).status_code == 422
    for path in ("excellence/", "evidence/", f"assessments/{one.pk}/"):
        assert "/staff/sign-in/" in outside.get(f"/en/staff/{path}")["Location"]
    outside.post(f"{base}leave/")
    assert outside.get(f"{base}pack/").status_code == 404


def test_the_way_in_shuts_in_the_middle_of_reading(cast):
    _row, own = made.assessor(cast.jo, cast.at)
    outside = Client()
    with clock.fixed(cast.at):
        assert outside.post("/en/assessor/", {"code": own}).status_code == 302
        assert outside.get("/en/assessor/pack/").status_code == 200
    with clock.fixed(cast.at + timedelta(days=31)):
        assert outside.get("/en/assessor/pack/").status_code == 404


def test_no_page_of_the_team_changes_when_somebody_answers(jo, cast):
    row, own = made.assessor(cast.jo, cast.at)
    listed = [cases.case(cast.ffion), cases.case(cast.amir)]
    for case in listed:
        people.agrees(case, True, by=cast.sam, at=cast.at)
    code = made.code_in(people.invite(row, listed, {}, "office.example", by=cast.sam, at=cast.at)[0])
    paths = [
        f"assessors/{row.pk}/people/", f"assessments/{row.cycle_id}/", "assessments/", "my-work/", "reports/", "outbox/",
        *(f"cases/{case.reference}/" for case in listed),
    ]  # fmt: skip
    before = {path: whole(jo, path) for path in paths}
    Client().post("/en/speak-to-the-assessor/", {"code": code, **made.ANSWER})
    assert {path: whole(jo, path) for path in paths} == before
    assert list(queries.answered(row, own)) == [made.ANSWER]
    people.agrees(listed[0], False, by=cast.sam, at=cast.at)  # the control arm: a thing they may know does change a page
    assert whole(jo, paths[0]) != before[paths[0]]


def whole(client, path: str) -> str:
    """A page without what is new each time it is drawn."""
    return re.sub(r'name="(csrfmiddlewaretoken|press)" value="[^"]*"|nonce[-=][^ ;>]*', "", said(client.get(f"/en/staff/{path}")))


def test_the_same_words_come_back_for_a_first_and_a_second_answer_and_a_wrong_code_says_so(jo, cast):
    row, _own = made.assessor(cast.jo, cast.at)
    case = cases.case(cast.amir)
    people.agrees(case, True, by=cast.sam, at=cast.at)
    code = made.code_in(people.invite(row, [case], {}, "office.example", by=cast.sam, at=cast.at)[0])
    first, second = (said(Client().post("/en/speak-to-the-assessor/", {"code": code, **made.ANSWER})) for _ in "12")
    assert first == second
    wrong = Client().post("/en/speak-to-the-assessor/", {"code": "ABCD", **made.ANSWER})
    assert wrong.status_code == 422 and "Any Tuesday" in said(wrong)  # nothing typed is lost


def test_whether_somebody_agreed_is_written_on_the_page_of_their_case(jo, cast):
    case = cases.case(cast.amir)
    type(case).objects.filter(pk=case.pk).update(finished_at=cast.at, stage="closed")
    where = f"/en/staff/cases/{case.reference}/"
    assert "They agree to be invited" in said(jo.get(where))
    assert jo.post(f"{where}assessor/", {"agreed": "yes"}).status_code == 302 and Agreed.objects.filter(ended_at=None).exists()
    assert "They do not want it any more" in said(jo.get(where))
    nobody = cases.case(None)
    assert jo.post(f"/en/staff/cases/{nobody.reference}/assessor/", {"agreed": "yes"}).status_code == 422


def test_nobody_in_any_role_has_a_page_of_answers():
    of_answers = {"assessors:answers", "assessors:speak"}
    assert {page for page in gates.table("PAGES") if page in of_answers} == of_answers
    assert not [verb for verb in gates.table("MAY") if "answers" in verb]
