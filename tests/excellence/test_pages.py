"""The team's pages of the standard and its evidence, in both languages."""

import io
import re
from datetime import date

import pytest

from gateways import clock
from putright.cases.actions import wall_off
from putright.documents.actions import add
from putright.excellence import queries, rules
from putright.excellence.actions import evidence, standing
from putright.excellence.models import Item, Loaded, PassRule, Use
from putright.learning.actions.lessons import Learned, note_lesson
from tests.make.contacts import contact

from . import items

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        yield client


@pytest.fixture
def jo(client, cast):
    client.force_login(cast.jo.user)
    with clock.fixed(cast.at):
        yield client


def said(response) -> str:
    return " ".join(response.content.decode().split())


def day(name: str, month: int = 3) -> dict[str, str]:
    return {f"{name}-day": "2", f"{name}-month": str(month), f"{name}-year": "2026"}


def typed(owner, **more) -> dict[str, object]:
    return {
        "kind": "report", "title": "February", **day("on"), "words": "Nine in ten in time.", "link": "",
        "redaction": "not_needed", "consent": "not_needed", "owner": str(owner.pk), "cse": ["4.1.2", "5.3.1"], **more,
    }  # fmt: skip


@pytest.mark.parametrize(("language", "gap", "ready"), [("en", "Gap", "Ready"), ("cy", "Bwlch", "Yn barod")])
def test_from_an_empty_board_to_an_element_with_evidence_and_a_score(sam, cast, language, gap, ready):
    base = f"/{language}/staff/"
    assert said(sam.get(f"{base}excellence/")).count(gap) >= 57
    assert sam.get(f"{base}evidence/new/?standard=cse&ref=4.1.2").status_code == 200
    assert sam.post(f"{base}evidence/new/", typed(cast.sam)).status_code == 302
    assert ready in said(sam.get(f"{base}evidence/")) and Item.objects.get().owner == cast.sam
    element = f"{base}excellence/element/cse/4.1.2/"
    assert sam.post(f"{element}score/", {"score": "full", "narrative": "As the month says"}).status_code == 302
    plan = {"owner": str(cast.jo.pk), "progress": "ready", "action": "Look again", **day("due", 5)}
    assert sam.post(f"{element}plan/", plan).status_code == 302
    assert sam.post(f"{element}comment/", {"words": "Good"}).status_code == 302
    page = said(sam.get(element))
    assert all(words in page for words in ("As the month says", "Jo Marsh", "Look again", "Good", "February"))
    gaps = said(sam.get(f"{base}excellence/?only=gaps"))
    assert "element/cse/4.1.2/\"" not in re.sub(r"<ul class=\"govuk-list govuk-list--bullet\">.*?</ul>", "", gaps)


def test_a_refusal_keeps_what_was_typed(sam, cast):
    page = sam.post("/en/staff/evidence/new/", typed(cast.sam, title="Kept words", cse=[]))
    assert page.status_code == 422 and "Kept words" in said(page) and "Choose at least one element" in said(page)
    for wrong in ("javascript:alert(1)", "http://x.example/"):
        assert sam.post("/en/staff/evidence/new/", typed(cast.sam, link=wrong)).status_code == 422
    assert not Item.objects.exists()


def test_one_press_from_a_case_that_thanks_and_the_panel_then_leads_there(sam, cast):
    case = items.thanks(cast)
    assert "Use as evidence" in said(sam.get(f"/en/staff/cases/{case.reference}/"))
    answer = sam.post("/en/staff/evidence/use/", {"case": case.reference})
    made = Item.objects.get()
    assert answer.status_code == 302 and answer["Location"] == f"/en/staff/evidence/{made.pk}/"
    page = said(sam.get(answer["Location"]))
    assert "Not ready for an assessor" in page and "Ffion" not in page and "900123" not in page
    assert f"/en/staff/evidence/{made.pk}/" in said(sam.get(f"/en/staff/cases/{case.reference}/"))


def test_one_press_from_any_page_of_ours_and_from_nowhere_else(sam, cast):
    told = {"kind": "survey", "title": "The quarter", "on": "2026-03-01", "from": "/cy/staff/reports/2026/2/"}
    assert sam.post("/en/staff/evidence/use/", told).status_code == 302
    made = Item.objects.get()
    assert (made.source, made.on, made.kind) == ("staff/reports/2026/2/", date(2026, 3, 1), "survey")
    assert queries.refs_of(made) == [("cse", "1.3.1"), ("cse", "1.3.2")]
    assert sam.post("/en/staff/evidence/use/", told).status_code == 302 and Item.objects.count() == 1
    for wrong in ("https://x.example/", "//x.example/staff/", "/en/other/", "/en/staff/../x", "/en/staff/cases/PR-1/", ""):
        assert sam.post("/en/staff/evidence/use/", told | {"from": wrong}).status_code == 404


def test_one_press_on_a_month_and_on_a_document_of_a_case(sam, cast, settings, tmp_path):
    settings.DOCUMENTS = tmp_path
    month = said(sam.get("/en/staff/reports/"))
    told = dict(re.findall(r'name="(kind|title|on|from)" value="([^"]*)"', month))
    assert told["kind"] == "report" and sam.post("/en/staff/evidence/use/", told).status_code == 302
    assert Item.objects.get().source.startswith("staff/")
    case = items.thanks(cast)
    document = add(items.png(), "letter.png", case=case, by=cast.sam, at=cast.at)
    where = f"/en/staff/cases/{case.reference}/documents/{document.pk}/"
    assert "Use as evidence" in said(sam.get(where))
    assert sam.post("/en/staff/evidence/use/", {"case": case.reference, "document": str(document.pk)}).status_code == 302
    made = Item.objects.get(document=document)
    assert (made.case, made.redaction, made.consent) == (case, "needed", "not_asked")
    assert sam.post("/en/staff/evidence/use/", {"case": case.reference, "document": "999"}).status_code == 404


def test_an_item_of_a_walled_case_is_not_there_for_whoever_is_kept_out(jo, cast):
    made = evidence.use_thanks(items.thanks(cast), by=cast.sam, at=cast.at)
    assert jo.get(f"/en/staff/evidence/{made.pk}/").status_code == 200
    wall_off(made.case, cast.jo, "knows the officer", by=cast.sam, at=cast.at)
    for path in ("", "file", "change/", "away/"):
        assert jo.get(f"/en/staff/evidence/{made.pk}/{path}").status_code == 404
    assert made.title not in said(jo.get("/en/staff/evidence/")) + said(jo.get("/en/staff/excellence/element/cse/2.2.2/"))
    assert jo.post("/en/staff/evidence/use/", {"case": made.case.reference}).status_code == 404


def test_redacted_and_agreed_from_the_page_it_is_ready_and_put_away_it_is_gone(sam, cast):
    made = evidence.use_thanks(items.thanks(cast), by=cast.sam, at=cast.at)
    one = f"/en/staff/evidence/{made.pk}/"
    assert made.words.split()[0] in said(sam.get(f"{one}change/"))
    agreed = typed(cast.sam, kind="thanks", consent="given", redaction="done", words=made.words, title="Kind words")
    refused = sam.post(f"{one}change/", agreed)
    assert refused.status_code == 422 and "day on which they agreed" in said(refused)
    assert sam.post(f"{one}change/", agreed | day("consent_on")).status_code == 302
    assert "An assessor may have it" in said(sam.get(one))
    assert sam.get(f"{one}away/").status_code == 200 and sam.post(f"{one}away/").status_code == 302
    assert sam.get(one).status_code == 404 and Use.objects.exists()


CSV = b"ref,en,cy\n1,First,\n1.1,Whole,\n1.1.1,The licensed words,\n"


def test_a_supervisor_loads_a_text_after_seeing_what_changes(jo):
    where = "/en/staff/excellence/standards/cse/load/"
    file = io.BytesIO(CSV)
    file.name = "ours.csv"
    shown = said(jo.post(where, {"files": file}))
    assert "1 criteria and 1 elements" in shown and "The licensed words" in shown and not Loaded.objects.exists()
    assert jo.post(where, {"text": CSV.decode(), "name": "ours.csv"}).status_code == 302
    assert "The licensed words" in said(jo.get("/en/staff/excellence/")) and Loaded.objects.get().name == "ours.csv"
    bad = io.BytesIO(b"\xff\xfe\x00")
    bad.name = "ours.csv"
    assert jo.post(where, {"files": bad}).status_code == 422


def test_a_pass_rule_is_the_supervisors_and_the_board_is_read_by_it(client, cast):
    standing.score("cse", "1.1.1", "none", "x", by=cast.sam, at=cast.at)
    rule = {"body": "Our body", **day("since", 2), **{f"c{n}": "1" for n in range(1, 6)}}
    with clock.fixed(cast.at):
        client.force_login(cast.sam.user)
        assert client.post("/en/staff/excellence/standards/cse/pass/", rule).status_code == 403
        client.force_login(cast.jo.user)
        assert client.post("/en/staff/excellence/standards/cse/pass/", rule).status_code == 302
        assert PassRule.objects.get().partials == {str(n): 1 for n in range(1, 6)}
        assert "Would not pass yet" in said(client.get("/en/staff/excellence/?body=Our+body"))
        assert "recalled: check it" in said(client.get("/en/staff/excellence/standards/"))
        for slug in ("phso", "iso10002"):
            assert client.get(f"/cy/staff/excellence/?standard={slug}").status_code == 200
        assert client.get("/en/staff/excellence/?standard=none").status_code == 404


@pytest.mark.parametrize("language", ["en", "cy"])
def test_meetings_and_stakeholders_from_the_page(sam, cast, language):
    base = f"/{language}/staff/excellence/"
    them = {"name": "Supt Hale", "post": "", "body": "The force", "interest": "Themes"}
    assert sam.post(f"{base}stakeholders/new/", them).status_code == 302
    who = queries.stakeholders()[0]
    met = {**day("on"), "title": "Figures", "stakeholder": str(who.pk), "words": "They use our themes."}
    assert sam.post(f"{base}meetings/new/", met).status_code == 302
    page = said(sam.get(f"{base}meetings/"))
    assert "Supt Hale" in page and "They use our themes." in page and 'value="meeting"' in page
    assert '<span class="govuk-visually-hidden">: Figures</span>' in page
    assert sam.post(f"{base}stakeholders/{who.pk}/end/").status_code == 302 and queries.stakeholders() == []


def test_a_lesson_of_a_case_is_used_with_its_words_and_stays_behind_that_cases_wall(sam, client, cast):
    case = contact(cast.ffion, kind="complaint").case
    row = note_lesson(Learned("team", "delay", "Ring back on the day we said."), case, by=cast.sam, at=cast.at)
    assert 'value="lesson"' in said(sam.get("/en/staff/learning/lessons/"))
    given = {"kind": "lesson", "title": row.title, "on": "2026-03-02", "from": f"/en/staff/learning/lessons/?l={row.pk}"}
    given |= {"case": case.reference, "words": row.words}
    where = sam.post("/en/staff/evidence/use/", given)["Location"]
    assert sam.post("/en/staff/evidence/use/", given)["Location"] == where, "a second press finds the same item"
    assert row.words in said(sam.get(where))
    item = Item.objects.get()
    assert (item.words, item.case, item.redaction) == (row.words, case, rules.NEEDED), "somebody reads it first"
    wall_off(case, cast.sam, "Knows them", by=cast.jo, at=cast.at)
    assert sam.get(where).status_code == sam.post("/en/staff/evidence/use/", given).status_code == 404


def test_a_page_asks_few_questions(sam, cast, django_assert_max_num_queries):
    for number in range(15):
        items.item(cast.sam, cast.at, [("cse", "4.1.2")], title=f"Item {number}")
    for path, most in (("excellence/", 14), ("evidence/", 11), ("excellence/element/cse/4.1.2/", 14), ("evidence/new/", 11)):
        with django_assert_max_num_queries(most):
            assert sam.get(f"/en/staff/{path}").status_code == 200


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("page", [
    "evidence/new/", "excellence/standards/cse/pass/", "campaigns/new/", "assessments/new/", "excellence/meetings/new/",
])  # fmt: skip
def test_a_form_sent_empty_says_of_each_question_what_is_missing_and_no_sentence_twice(jo, cast, page, language):
    refused = jo.post(f"/{language}/staff/{page}", {})
    summary = said(refused).split('class="govuk-list govuk-error-summary__list"')[1].split("</ul>")[0]
    missing = re.findall(r"<a [^>]*>([^<]+)</a>", summary)
    assert refused.status_code == 422 and len(missing) > 1 and len(set(missing)) == len(missing), missing
