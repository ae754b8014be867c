"""The law on the screen: of any day, what changed between two, why a case stands as it does, and a sheet to try."""

import re
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from design.testing import MannerlyClient
from gateways import clock
from putright.cases.actions import wall_off
from putright.cases.models import Access
from putright.law import changes, statutory
from putright.law.promises import Kind, Period
from putright.law.questions import FACTS, QUESTIONS
from putright.law.words import fact_question, question_text, sentence
from putright.lawbook import promised, told, why
from putright.people.queries import office
from putright.triage import actions as triage
from tests.desk.furnish import full
from tests.make import cases
from tests.make.contacts import contact
from tests.triage.sheets import ORDINARY, WISH

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "cy")


@pytest.fixture
def sam(cast):
    client = MannerlyClient()
    client.force_login(cast.sam.user)
    return client


def words(client, path, language="en", **asked):
    answer = client.get(f"/{language}/staff/{path}", asked)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def why_page(client, case, language="en"):
    return words(client, f"cases/{case.reference}/why/", language)


# --- The law of a day.


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_law_of_a_day_shows_every_row_in_force_and_none_that_is_not(sam, language):
    for on in (date(2014, 11, 3), date(2025, 12, 3), date(2026, 3, 27)):
        shown = words(sam, "law/", language, on=on.isoformat())
        ids = set(re.findall(r">([A-Z]{3,4}-[A-Z]?\d+)\. ", shown))
        held = changes.in_force(on)
        assert ids == {rule.id for rules in held.values() for rule in rules}, on
        for name, rules in held.items():
            assert question_text(name, language) in plain(shown)
            assert all(plain(rule.source) in plain(shown) for rule in rules)


def plain(text):
    return text.replace("&#39;", "'").replace("&amp;", "&")


def test_without_a_day_it_is_the_day_of_the_request(sam):
    with clock.fixed(datetime(2014, 11, 3, 12, tzinfo=UTC)):
        assert "Monday 3 November 2014" in words(sam, "law/")


def test_a_recalled_row_says_which_part_nobody_could_check(sam):
    shown = words(sam, "law/referral/", on="2026-03-27")
    recalled = [rule for rule in QUESTIONS["referral"].rules if rule.recalled]
    assert recalled and shown.count(">Recalled<") == len(recalled)
    assert "Recalled" not in words(sam, "law/recording/", on="2026-03-27")


@pytest.mark.parametrize(("language", "said"), [
    ("en", "We hold no law for that day. The first we hold is of 20 October 2014."),
    ("cy", "Nid oes gennym gyfraith ar gyfer y diwrnod hwnnw. Y cyntaf sydd gennym yw cyfraith 20 Hydref 2014."),
])  # fmt: skip
def test_a_day_before_any_row_says_so(sam, language, said):
    assert said in words(sam, "law/", language, on="2014-10-19")
    assert said not in words(sam, "law/", language, on="2014-10-20")


def test_a_day_with_some_law_names_the_questions_it_was_not_held_for(sam):
    shown = words(sam, "law/", on="2015-01-05").partition("We hold no law on these questions")[2]
    for name, rules in changes.in_force(date(2015, 1, 5)).items():
        assert (question_text(name, "en") in plain(shown)) is not bool(rules), name
    assert "We hold no law on this question for that day" in words(sam, "law/recording/", on="2015-01-05")


@pytest.mark.parametrize(("typed", "said"), [
    ("2026-02-30", "30 February 2026 is not a real date"),
    ("2026-13-01", "The month must be a number from 1 to 12"),
    ("rubbish", "The date must include a day"),
    ("0026-01-01", "The year must have 4 numbers"),
    ("<script>-1-\x00", "The date must include a day"),
    ("٢٠٢٦-٠٣-٢٧x", "The day must be a number from 1 to 31"),
])  # fmt: skip
@pytest.mark.parametrize("path", ["law/", "law/recording/"])
def test_what_is_no_day_is_refused_in_a_sentence_and_kept(sam, path, typed, said):
    shown = words(sam, path, on=typed)
    assert said in shown and "There is a problem" in shown and "The law of " not in shown and "<script>-" not in shown
    assert 'lang="cy"' in words(sam, path, "cy", on=typed)


@pytest.mark.parametrize(("language", "title"), [("en", "Question not found"), ("cy", "Heb ddod o hyd i’r cwestiwn")])
def test_an_unknown_question_is_not_found_and_the_nearest_is_named(sam, language, title):
    answer = sam.get(f"/{language}/staff/law/recordin/")
    assert answer.status_code == 404
    shown = answer.content.decode()
    assert title in shown and "“recording”" in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", QUESTIONS)
def test_each_question_says_how_it_is_answered_and_keeps_the_rows_of_other_days(sam, name, language):
    shown = plain(words(sam, f"law/{name}/", language, on="2026-03-27"))
    assert all(rule.id in shown and rule.source in shown for rule in QUESTIONS[name].rules)


# --- What changed.


@pytest.mark.parametrize(("language", "said", "nothing"), [
    ("en", "Changed: ", "Nothing that we hold changed"), ("cy", "Wedi newid: ", "Ni newidiodd dim"),
])  # fmt: skip
def test_what_changed_between_two_days(sam, language, said, nothing):
    shown = words(sam, "law/changes/", language, **{"from": "2025-12-03", "to": "2025-12-04"})
    assert shown.count(said) == 1 and said + fact_question("reports_fraud", language) in plain(shown)
    assert shown.index("RTE-18") < shown.index("RTE-19") and nothing not in shown
    still = words(sam, "law/changes/", language, **{"from": "2025-12-04", "to": "2026-03-27"})
    assert nothing in still and "RTE-19" not in still
    same = words(sam, "law/changes/", language, **{"from": "2025-12-04", "to": "2025-12-04"})
    assert nothing in same


def test_every_row_that_began_or_ended_is_told_once(sam):
    first, second = date(2020, 1, 31), date(2020, 2, 1)
    found, changed = told.between(first, second, "en"), changes.between(first, second)
    began = [row.id for one in found for row in (*one.began, *(now for _, now in one.changed))]
    ended = [row.id for one in found for row in (*one.ended, *(was for was, _ in one.changed))]
    assert sorted(began) == sorted(rule.id for rule in changed.began)
    assert sorted(ended) == sorted(rule.id for rule in changed.ended) and ended
    shown = words(sam, "law/changes/", **{"from": first.isoformat(), "to": second.isoformat()})
    assert all(f"{row}. " in shown for row in (*began, *ended))


def test_without_days_it_lists_the_days_on_which_the_law_changed(sam):
    shown = words(sam, "law/changes/")
    assert "There is a problem" not in shown
    assert [f"to={day.isoformat()}" in shown for day in changes.days()] == [True] * len(changes.days())


@pytest.mark.parametrize(("asked", "said"), [
    ({"from": "2026-01-02", "to": "2026-01-01"}, "The second day must be the first day or later"),
    ({"from": "2026-01-02"}, "Enter the second day"),
    ({"to": "2026-01-02"}, "Enter the first day"),
    ({"from": "2026-02-30", "to": "2026-03-01"}, "30 February 2026 is not a real date"),
])  # fmt: skip
def test_two_days_that_cannot_be_compared_are_refused_in_a_sentence(sam, asked, said):
    shown = words(sam, "law/changes/", **asked)
    assert said in shown and "Nothing that we hold changed" not in shown


def test_from_a_day_before_any_row_it_says_that_no_law_was_held(sam):
    shown = words(sam, "law/changes/", **{"from": "2010-01-01", "to": "2014-10-20"})
    assert "We hold no law for the first of these days" in shown
    later = words(sam, "law/changes/", **{"from": "2014-10-20", "to": "2015-04-01"})
    assert "We hold no law for the first" not in later


# --- The promises the law sets.


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_law_of_a_day_has_the_promises_of_that_day_with_provision_and_dates(sam, language):
    shown = plain(words(sam, "law/", language, on="2026-03-27"))
    section = shown.split('id="promises"')[1].split("</section>")[0]
    for one in statutory.in_force(date(2026, 3, 27)):
        said = promised.promise(one, language)
        assert said.what in section and said.period in section and one.period.source in section
    assert section.count({"en": "In force from 1 February 2020.", "cy": "Mewn grym o 1 Chwefror 2020."}[language]) == 4
    assert {"en": "is our reading of the word", "cy": "Ein dehongliad ni"}[language] in section
    assert 'id="promises"' not in words(sam, "law/", language, on="2020-01-31")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_promises_that_began_between_two_days_are_told(sam, language):
    shown = plain(words(sam, "law/changes/", language, **{"from": "2020-01-31", "to": "2020-02-01"}))
    assert all(promised.promise(one, language).what in shown for one in statutory.every())
    still = plain(words(sam, "law/changes/", language, **{"from": "2020-02-01", "to": "2026-03-27"}))
    assert not any(promised.promise(one, language).what in still for one in statutory.every())


def test_a_promise_that_ended_is_told_with_its_last_day_even_where_no_row_changed(sam, monkeypatch):
    ends = {**statutory.IN_FORCE, "review": (date(2020, 2, 1), date(2021, 3, 31))}
    monkeypatch.setattr(statutory, "IN_FORCE", ends)
    shown = plain(words(sam, "law/changes/", **{"from": "2021-03-31", "to": "2021-04-01"}))
    assert "Ask for a review" in shown and "In force from 1 February 2020 to 31 March 2021." in shown
    assert "Nothing that we hold changed" not in shown and "from=2021-03-31&amp;to=2021-04-01" in words(sam, "law/changes/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_recalled_promise_is_marked(language):
    kept = statutory.Promised("update", Period(Kind.DAYS, 3, "somebody's memory", recalled=True), date(2020, 2, 1))
    assert promised.promise(kept, language).recalled == sentence("promise_recalled", language)
    assert all(not promised.promise(one, language).recalled for one in statutory.every())


# --- Why a case stands as it does.


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_opens_facts_rows_provisions_dates_and_letters_in_one_row_of_access(
    sam, cast, language, django_assert_max_num_queries
):
    case = full(cast)
    sam.get("/en/staff/my-work/")  # the first request of a session writes the session
    before = Access.objects.count()
    with django_assert_max_num_queries(25):
        shown = plain(why_page(sam, case, language))
    assert list(Access.objects.order_by("pk").values_list("page", flat=True))[before:] == ["lawbook:why"]
    for fact in ORDINARY:
        assert fact_question(fact, language) in shown, fact
    for provision in ("PRA 2002 Sch 3 para 2(6A)(a)", "CMR 2020 reg 4(1)", "PRA 2002 s.29(1)(b)", "CMR 2020 reg 34(2)(a)"):
        assert provision in shown, provision
    recorded = {"en": "It need not be recorded", "cy": "Nid oes rhaid"}[language]
    assert recorded in shown
    sections = [shown.index(f'id="{part}"') for part in ("decided", "found", "dates", "letters")]
    assert sections == sorted(sections)


def test_what_one_other_answer_would_change_is_told(sam, cast):
    shown = plain(why_page(sam, full(cast)))
    part = shown[shown.index("What one other answer would change: Must it be recorded"):]
    assert "Do they describe a serious assault? Yes." in part.partition("The law on this question")[0]


def test_a_superseded_decision_stays_with_its_facts_and_the_law_as_it_then_was(sam, cast):
    case = contact(cast.ffion, kind="complaint").case
    triage.answer(case, ORDINARY, by=cast.sam, at=cast.at)
    case.refresh_from_db()
    first = triage.decide(case, "outside", because="It can be put right.", by=cast.sam, at=cast.at)
    kept = {**first.findings, "recording": {**first.findings["recording"], "on": "2021-05-04",
            "rules": [{"id": "REC-9", "source": "A provision since repealed", "recalled": False}]}}  # fmt: skip
    type(first).objects.filter(pk=first.pk).update(findings=kept)
    triage.answer(case, WISH, by=cast.sam, at=cast.at)
    case.refresh_from_db()
    triage.decide(case, "recorded", by=cast.sam, at=cast.at)
    shown = why_page(sam, case)
    second, old = shown.index("Decision 2"), shown.index("Decision 1")
    assert second < old and "(superseded)" in shown[old:old + 200] and "(superseded)" not in shown[second:old]
    assert "A provision since repealed" in shown[old:] and "4 May 2021" in shown[old:]


def test_a_letter_that_is_owed_says_what_called_for_it_and_what_it_must_say(sam, cast):
    case = contact(cast.ffion, kind="complaint").case
    triage.answer(case, ORDINARY | WISH, by=cast.sam, at=cast.at)
    case.refresh_from_db()
    triage.decide(case, "recorded", by=cast.sam, at=cast.at)
    with clock.fixed(cast.at):
        shown = why_page(sam, case).partition('id="letters"')[2]
        welsh = why_page(sam, case, "cy").partition('id="letters"')[2]
    assert shown.count("Still to be written") == 2  # that it came, and that it is recorded
    assert "Decided what it is" in shown and "PRA 2002 Sch 3 para 2(6D)" in shown and "CMR 2020 reg 3(1)(a)" in shown
    assert "a copy of the record" in shown and "Recalled" in shown
    assert "a copy of the record" not in welsh and "CMR 2020 reg 3(1)(a)" in welsh


def test_which_body_handles_it_follows_from_the_offices_own_notices(cast):
    held = office().functions(date(2026, 3, 27))
    known = why.sheet(ORDINARY, office(), date(2026, 3, 27))
    assert held.model in (2, 3) and known["notice_for_first_handling"] == "yes"
    assert known["local_policing_body_is_authority"] == "no"  # it is about somebody serving
    assert "notice_for_first_handling" not in why.sheet(ORDINARY, office(), date(2014, 11, 3))
    assert why.sheet({"a_fact_of_long_ago": "yes"}, office(), date(2026, 3, 27)).keys() <= set(FACTS)


def test_a_case_of_which_nothing_was_asked_or_promised_says_so_plainly(sam, cast):
    shown = why_page(sam, cases.case(cast.ffion))
    for said in ("Nothing has been asked about this case yet", "Nobody has decided yet", "No letter is owed, and none"):
        assert said in shown, said
    assert "No promise runs on this case" in why_page(sam, contact(None, kind="compliment").case)


def test_the_case_page_and_an_owed_letter_lead_to_why(sam, cast):
    case = contact(cast.ffion, kind="complaint").case
    triage.answer(case, ORDINARY | WISH, by=cast.sam, at=cast.at)
    case.refresh_from_db()
    triage.decide(case, "recorded", by=cast.sam, at=cast.at)
    address = reverse("lawbook:why", args=[case.reference])
    shown = words(sam, f"cases/{case.reference}/")
    assert f'href="{address}"' in shown and f'href="{address}#letters"' in shown


@pytest.mark.parametrize(("name", "status"), [("pat", 200), ("dana", 403), ("robin", 403), ("toni", 403), ("chris", 403)])
def test_why_is_for_those_who_may_open_the_case(cast, name, status):
    case, client, person = full(cast), MannerlyClient(), getattr(cast, name)
    if name in ("pat", "dana"):
        cases.grant(case, to=person)
    client.force_login(person.user)
    assert client.get(f"/en/staff/cases/{case.reference}/why/").status_code == status
    assert client.get("/en/staff/law/").status_code == (403 if name in ("robin", "toni") else 200)
    assert Access.objects.filter(handler=person).count() == (status == 200)


def test_a_walled_case_has_no_why(sam, cast):
    case = contact(cast.ffion).case
    wall_off(case, cast.sam, "is family", by=cast.jo, at=cast.at)
    assert sam.get(f"/en/staff/cases/{case.reference}/why/").status_code == 404
    assert not Access.objects.exists()


# --- A sheet to try.


@pytest.mark.parametrize(("language", "said"), [
    ("en", "It must be referred to the IOPC by the end of tomorrow"), ("cy", "Rhaid ei chyfeirio at yr IOPC erbyn diwedd yfory"),
])  # fmt: skip
def test_facts_without_a_case_are_weighed_and_nothing_is_stored(sam, language, said, django_assert_max_num_queries):
    page = words(sam, "law/try/", language)
    assert said not in page and all(f'name="{fact}"' in page for fact in FACTS)
    sheet = {"serious_assault": "yes", "adversely_affected": "not_known"} | on_boxes(2026, 3, 27)
    with django_assert_max_num_queries(4) as asked:
        shown = sam.post(f"/{language}/staff/law/try/", sheet).content.decode()
    assert said in shown and "CMR 2020 reg 4(1)(a)(i)" in shown
    assert not [query for query in asked.captured_queries if not query["sql"].startswith("SELECT")]
    assert re.search(r'name="serious_assault"[^>]*value="yes" checked', shown)


def on_boxes(year, month, day):
    return {"on-year": year, "on-month": month, "on-day": day}


def test_the_day_of_a_sheet_chooses_the_law(sam):
    old = sam.post("/en/staff/law/try/", {"reports_fraud": "yes"} | on_boxes(2019, 5, 1)).content.decode()
    assert "We hold no law on this question for Wednesday 1 May 2019" in old


@pytest.mark.parametrize(("sheet", "said"), [
    ({"serious_assault": "perhaps"} | on_boxes(2026, 3, 27), "Choose one of the answers in the list"),
    ({"serious_assault": "yes"} | on_boxes(2026, 2, 30), "30 February 2026 is not a real date"),
    ({"serious_assault": "yes"}, "Enter a date"),
])  # fmt: skip
def test_a_sheet_that_cannot_be_read_is_refused_with_nothing_lost(sam, sheet, said):
    shown = sam.post("/en/staff/law/try/", sheet).content.decode()
    assert said in shown and "What the rules find" not in shown.partition("See what the rules find")[0]
    if sheet["serious_assault"] == "yes":
        assert re.search(r'name="serious_assault"[^>]*value="yes" checked', shown)


def test_what_is_asked_that_day_stands_before_what_only_other_days_ask(sam):
    then, now = (sam.post("/en/staff/law/try/", on_boxes(*day)).content.decode() for day in ((2015, 1, 5), (2026, 3, 27)))
    assert now.index('name="danger_now"') < now.index('name="joint_team_in_place"')
    assert then.index('name="joint_team_in_place"') < then.index('name="danger_now"')
    assert "govuk-details\" open" not in now.partition("The facts")[2]


def test_the_question_a_link_names_is_open(sam):
    shown = words(sam, "law/try/", question="vrr").partition("The facts")[2]
    assert re.findall(r'<details[^>]* open[^>]*>.*?</summary>', shown, re.S)[0].count(question_text("vrr", "en")) == 1


def test_a_fact_nobody_knows_is_left_out_and_an_empty_sheet_finds_what_is_still_to_ask(sam):
    shown = sam.post("/en/staff/law/try/", {"nonsense": "yes"} | on_boxes(2026, 3, 27)).content.decode()
    assert "Still to ask" in shown and "nonsense" not in shown


def test_the_menu_leads_to_the_law(sam, cast):
    assert f'href="{reverse("lawbook:day")}"' in words(sam, "more/")
    robin = MannerlyClient()
    robin.force_login(cast.robin.user)
    assert reverse("lawbook:day") not in robin.get("/en/staff/month/", follow=True).content.decode()
