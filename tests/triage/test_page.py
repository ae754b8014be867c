"""The triage page: four presses with someone on the phone, in either language, with nothing typed lost."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from gateways import clock
from putright.cases import stages
from putright.cases.actions import note, wall_off
from putright.cases.models import Access, Case
from putright.triage import asking, queries, rules
from putright.triage.actions import answer, decide
from putright.triage.models import Decision
from tests.make.contacts import WORDS, contact

from .sheets import NONE_SERIOUS, ORDINARY, SAFE, THANKS, WISH

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast):
    return contact(cast.ffion, kind="complaint", wants="An apology", about="PC Evans").case


@pytest.fixture
def phone(client, cast):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        yield client


def address(case, name="ask", language="en"):
    return reverse(f"triage:{name}", args=[case.reference]).replace("/en/", f"/{language}/")


def text(response):
    words = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(unescape(words).split())


def hidden(response, name):
    return re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())[1]


def press(phone, case, language="en", **given):
    """Answer the questions that are on the page, as a browser would."""
    shown = phone.get(address(case, language=language))
    return phone.post(address(case, language=language), {"asked": hidden(shown, "asked"), **given})


@pytest.mark.parametrize("language", ["en", "cy"])
def test_an_ordinary_contact_takes_four_presses(phone, case, language):
    yes = dict.fromkeys(("dissatisfied_with_force", "by_or_for_member_of_public", "adversely_affected"), "yes")
    answers = [
        {"rest": "no"},
        {**yes, "made_for_another": "no"},
        {rules.WISH: "no", "owner": "about_someone_serving_here", "only": "none", asking.OTHER_PART: "no"},
    ]
    for given in answers:
        assert press(phone, case, language, **given).status_code == 302
    shown = phone.get(address(case, language=language))
    assert 'name="asked"' not in shown.content.decode()
    version = hidden(shown, "decide-version")
    done = phone.post(address(case, "decide", language), {"decide-route": "outside", "decide-version": version})
    assert done.url == reverse("desk:case", args=[case.reference]).replace("/en/", f"/{language}/")
    assert Decision.objects.get().route == "outside"


def test_their_words_and_who_they_are_stand_at_the_top(phone, case):
    shown = text(phone.get(address(case)))
    for words in (WORDS, "Ffion Rees", "An apology", "PC Evans", "Language: Welsh"):
        assert words in shown


def test_each_question_stands_beside_the_other_language_and_says_which(phone, case):
    english = phone.get(address(case)).content.decode()
    assert '<span lang="cy">A ydynt yn disgrifio ymosodiad difrifol?</span>' in english
    welsh = phone.get(address(case, language="cy")).content.decode()
    assert '<span lang="en">Do they describe a serious assault?</span>' in welsh


def test_none_of_these_apply_keeps_what_was_answered_in_the_same_press(phone, case):
    press(phone, case, rest="no", serious_assault="not_known")
    facts = queries.facts(case)
    assert facts == NONE_SERIOUS | SAFE | {"serious_assault": "not_known"}


def test_saving_only_some_asks_the_others_again(phone, case):
    press(phone, case, serious_assault="no")
    asked = hidden(phone.get(address(case)), "asked").split(",")
    assert set(asked) == {*rules.SAFETY, *rules.SERIOUS} - {"serious_assault"}


def test_answering_nothing_is_said_and_nothing_is_kept(phone, case):
    back = press(phone, case)
    assert back.status_code == 200
    assert "Answer at least one question" in text(back)
    assert queries.facts(case) == {}


def test_none_of_these_is_only_for_what_is_serious(phone, case):
    press(phone, case, rest="no")
    back = press(phone, case, rest="no")
    assert back.status_code == 200
    assert queries.facts(case) == NONE_SERIOUS | SAFE


def test_an_answer_out_of_the_list_is_refused_in_words(phone, case):
    back = press(phone, case, serious_assault="perhaps")
    assert "Choose one of the answers in the list" in text(back)
    assert queries.facts(case) == {}


def test_a_fact_that_is_not_a_question_of_triage_is_not_taken(phone, case):
    phone.post(address(case), {"asked": "body_decides_recording,serious_assault", "body_decides_recording": "yes",
                               "serious_assault": "no"})  # fmt: skip
    assert queries.facts(case) == {"serious_assault": "no"}


def test_something_serious_raises_the_notice_with_its_moment_at_once(phone, case, cast):
    press(phone, case, serious_assault="yes")
    for later in (timedelta(0), timedelta(days=3)):
        with clock.fixed(cast.at + later):
            phone.logout()
            phone.force_login(cast.sam.user)
            shown = text(phone.get(address(case)))
        assert "It must be referred to the IOPC" in shown
        assert "Saturday 28 March 2026, 11:59pm" in shown
    assert "Refer: it alleges a serious assault." in shown
    assert "CMR 2020 reg 4(1)(a)(i)" in shown
    assert "Recalled What counts as serious is in IOPC guidance we could not check." in shown


def test_the_notice_speaks_welsh(phone, case):
    press(phone, case, "cy", death_or_serious_injury="yes")
    shown = text(phone.get(address(case, language="cy")))
    assert "Dydd Sadwrn 28 Mawrth 2026" in shown and "It must be" not in shown


def test_what_is_not_known_is_listed_and_may_be_asked_again(phone, case, cast):
    answer(case, ORDINARY | {"serious_corruption": "not_known"}, by=cast.sam, at=cast.at)
    shown = phone.get(address(case))
    assert "Still not known Do they describe serious corruption?" in text(shown)
    assert "Pass it up now; do not wait." in text(shown)
    assert 'href="?again=serious_corruption"' in shown.content.decode()
    again = phone.get(address(case), {"again": "serious_corruption"})
    assert hidden(again, "asked") == "serious_corruption"
    phone.post(address(case), {"asked": "serious_corruption", "serious_corruption": "no"})
    assert rules.suggested(queries.findings(case)) == rules.OUTSIDE


def test_the_owner_may_be_chosen_again(phone, case, cast):
    answer(case, ORDINARY, by=cast.sam, at=cast.at)
    again = phone.get(address(case), {"again": "owner"})
    assert re.search(r'value="about_someone_serving_here" checked', again.content.decode())
    phone.post(address(case), {"asked": hidden(again, "asked"), "owner": "about_another_force"})
    assert "This belongs to the other police force. Pass it on" in text(phone.get(address(case)))


def test_the_suggestion_is_marked_and_chosen_beforehand(phone, case, cast):
    answer(case, ORDINARY, by=cast.sam, at=cast.at)
    shown = phone.get(address(case))
    assert re.search(r'value="outside" checked', shown.content.decode())
    assert "This is what the rules suggest." in text(shown)
    assert "What would change this" in text(shown)
    assert "Do they want it formally recorded? Yes." in text(shown)


def test_nothing_is_chosen_beforehand_while_it_is_not_known(phone, case):
    shown = phone.get(address(case)).content.decode()
    assert "checked" not in shown
    assert "This is what the rules suggest." not in shown


def send(phone, case, route, because="", version=None):
    version = Case.objects.get(pk=case.pk).version if version is None else version
    given = {"decide-route": route, "decide-because": because, "decide-version": version}
    return phone.post(address(case, "decide"), given)


def test_a_refusal_is_shown_with_nothing_typed_lost(phone, case, cast):
    answer(case, ORDINARY | WISH, by=cast.sam, at=cast.at)
    back = send(phone, case, "outside", "They said <b>later</b>\nthat it may wait.")
    assert back.status_code == 200
    assert "The law requires this to be recorded" in text(back)
    assert "They said &lt;b&gt;later&lt;/b&gt;&#10;that it may wait." in back.content.decode()
    assert "<title>Error:" in back.content.decode()
    assert not Decision.objects.exists()


def test_a_missing_reason_is_asked_for_at_its_box(phone, case, cast):
    answer(case, ORDINARY, by=cast.sam, at=cast.at)
    back = send(phone, case, "recorded")
    assert 'href="#id_decide-because"' in back.content.decode()
    assert "Your decision is not what the rules find." in text(back)


def test_a_case_that_changed_keeps_the_words_and_can_be_sent_again(phone, case, cast):
    answer(case, ORDINARY, by=cast.sam, at=cast.at)
    before = Case.objects.get(pk=case.pk).version
    note(case, "rang", by=cast.jo, at=cast.at)
    back = send(phone, case, "recorded", "Three this month.", before)
    assert "Somebody else changed this case" in text(back)
    assert "Three this month." in back.content.decode()
    again = send(phone, case, "recorded", "Three this month.", hidden(back, "decide-version"))
    assert again.status_code == 302


@pytest.mark.parametrize("version", ["", "x", "١", "99999999999999999999"])
def test_a_version_tampered_with_is_refused_in_words(phone, case, cast, version):
    answer(case, ORDINARY, by=cast.sam, at=cast.at)
    back = send(phone, case, "outside", version=version)
    assert back.status_code == 200 and not Decision.objects.exists()


def test_nothing_chosen_is_said(phone, case):
    assert "Choose what you decide" in text(send(phone, case, ""))


def test_a_compliment_is_no_complaint_with_its_grounds(phone, cast):
    made = contact(cast.amir, kind="compliment", words="Please thank PC Jones.").case
    press(phone, made, **THANKS)
    shown = text(phone.get(address(made)))
    assert "This is not a complaint in law. Tell the person so, and why." in shown
    assert "Are they unhappy with a police force? No. PRA 2002 s.12(1)" in shown
    assert send(phone, made, "not_complaint").status_code == 302
    assert Case.objects.get(pk=made.pk).stage == stages.NOT_COMPLAINT


@pytest.mark.parametrize("language", ["en", "cy"])
def test_earlier_decisions_are_read_as_they_were(phone, case, cast, language):
    answer(case, ORDINARY, by=cast.sam, at=cast.at)
    first = decide(case, "outside", by=cast.sam, at=cast.at)
    first.findings["recording"]["rules"] = [{"id": "REC-99", "source": "An Act since repealed s.1", "recalled": False}]
    first.save()
    answer(case, WISH, by=cast.jo, at=cast.at)
    decide(case, "recorded", by=cast.jo, at=cast.at)
    shown = text(phone.get(address(case, language=language)))
    assert ("(superseded)" if language == "en" else "(disodlwyd)") in shown
    assert "An Act since repealed s.1" in shown
    assert "Sam Adeyemi" in shown and "Jo Marsh" in shown
    want = {"en": "Do they want it formally recorded?", "cy": "A ydynt am iddi gael ei chofnodi’n ffurfiol?"}[language]
    assert shown.count(want) >= 2


def test_the_page_asks_little_of_the_database(phone, case, cast, django_assert_max_num_queries):
    answer(case, ORDINARY, by=cast.sam, at=cast.at)
    for route, because in (("outside", ""), ("recorded", "They may be right.")):
        decide(case, route, by=cast.sam, at=cast.at, because=because)
    with django_assert_max_num_queries(23):
        phone.get(address(case))
    with django_assert_max_num_queries(31):
        phone.post(address(case), {"asked": "serious_assault", "serious_assault": "yes"})


def test_looking_leaves_one_access_row(phone, case):
    phone.get(address(case))
    assert [row.page for row in Access.objects.all()] == ["triage:ask"]


def test_a_walled_case_and_a_missing_one_answer_alike(phone, case, cast):
    wall_off(case, cast.sam, "is married to the officer", by=cast.jo, at=cast.at)
    walled, missing = phone.get(address(case)), phone.get("/en/staff/cases/PR-0000-00/triage/")
    assert walled.status_code == missing.status_code == 404
    assert text(walled) == text(missing)
    assert phone.post(address(case), {"asked": "serious_assault", "serious_assault": "yes"}).status_code == 404


@pytest.mark.parametrize("who", ["dana", "pat", "robin", "toni"])
def test_only_the_front_team_has_this_page(client, case, cast, who):
    client.force_login(getattr(cast, who).user)
    assert client.get(address(case)).status_code == 403
    assert client.post(address(case, "decide"), {}).status_code == 403


def test_odd_words_are_shown_as_they_are(phone, cast):
    made = contact(cast.amir, words="مرحبا 😟 <script>alert(1)</script> " + "ŵ" * 5000).case
    shown = phone.get(address(made)).content.decode()
    assert "&lt;script&gt;alert(1)" in shown and "ŵ" * 5000 in shown


def test_before_anything_is_asked_nobody_is_alarmed(phone, case):
    assert "It is too early to say. Ask the questions that are left." in text(phone.get(address(case)))
