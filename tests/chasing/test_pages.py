"""The pages, as each person meets them, in both languages."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from gateways import clock, post
from gateways.post_fake import FakePost
from putright.allocation.models import Allocation
from putright.cases.actions import take, wall_off
from putright.cases.models import AccessCase, Case
from putright.cases.queries import open_to
from putright.chasing import owed, queries
from putright.chasing.actions.giving import give
from putright.chasing.actions.outside import Addressee, renew
from putright.chasing.actions.people import note_absence
from putright.chasing.models import Absence, Given, Ladder, Link, Rung, Skill
from putright.clocks.models import Hint
from putright.messages import owed as messages
from tests.contacts.email.corpus.returned import report
from tests.make import allocation as make
from tests.make import cases, people
from tests.make.mail import arrives

from .links import WHO, asked, link_of

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("language", ["en", "cy"])


@pytest.fixture
def at_the_desk(client, cast):
    with clock.fixed(cast.at):

        def sign_in(handler):
            client.force_login(handler.user)
            return client

        yield sign_in


@pytest.fixture
def mo(cast):
    return people.handler("Mo Bright", "handler", cast.sam.team)


def address(page, *args, language="en"):
    with translation.override(language):
        return reverse(f"chasing:{page}", args=args)


def text(response):
    return response.content.decode()


def holder(case):
    return Case.objects.get(pk=case.pk).assigned_to


@BOTH
def test_a_case_is_given_with_the_reason_seen(language, at_the_desk, cast, mo):
    case = cases.case(cast.ffion, language="cy")
    page, here = at_the_desk(cast.jo), address("give", case.reference, language=language)
    shown = text(page.get(here))
    assert {"en": "Lacks: Welsh. Work in hand: 0.", "cy": "Nid oes ganddynt: Cymraeg. Gwaith mewn llaw: 0."}[language] in shown
    assert page.post(here, {"to": str(mo.pk)}).status_code == 302
    assert holder(case) == mo and not Given.objects.get().suggested
    assert page.post(here, {"to": str(cast.dana.pk)}).status_code == 422


@BOTH
def test_the_one_it_was_given_to_accepts_or_declines(language, at_the_desk, cast, mo):
    case, other = cases.case(cast.ffion), cases.case(cast.amir)
    for one in (case, other):
        give(one, mo, by=cast.jo, at=cast.at)
    page = at_the_desk(mo)
    desk = text(page.get(f"/{language}/staff/cases/{case.reference}/"))
    assert {"en": "This is with me", "cy": "Mae hyn gyda fi"}[language] in desk
    assert page.post(address("accept", case.reference, language=language)).status_code == 302
    assert page.post(address("decline", other.reference, language=language), {"why": ""}).status_code == 422
    assert page.post(address("decline", other.reference, language=language), {"why": "I know him"}).status_code == 302
    assert (holder(case), holder(other)) == (mo, None)
    assert page.post(address("hand_back", case.reference, language=language), {"why": "Too much"}).status_code == 302
    assert page.post(address("accept", case.reference, language=language)).status_code == 409


@BOTH
def test_a_link_is_shown_once_and_a_second_press_makes_no_other(language, at_the_desk, cast):
    case = make.case(cast.ffion, stage="in_recovery")
    make.contact(case)
    page, here = at_the_desk(cast.sam), address("ask", case.reference, language=language)
    assert make.WORDS in text(page.get(here))
    given = {**WHO, "team": str(cast.dana.team.pk), "asks": "apology", "why": "Ring her", "language": "en", "press": "one"}
    made = text(page.post(here, given))
    secret = made.split("/put-right/")[1].split("/")[0]
    assert queries.found(secret) == link_of(case)
    assert page.post(here, given).status_code == 302 and Link.objects.count() == 1
    assert page.post(here, {**given, "name": "", "press": "two"}).status_code == 422


@BOTH
def test_the_page_behind_the_link_shows_what_they_need_and_no_more(language, client, cast):
    case, secret = asked(cast)
    here = address("answer", secret, language=language)
    with clock.fixed(cast.at):
        shown = text(client.get(here))
        assert WHO["told"] in shown and WHO["name"] in shown and "Please ring her" in shown and case.reference in shown
        for kept in ("Ffion", "07700", "complainant.example", "Sam Adeyemi", "nia@force", "Huw Lloyd"):
            assert kept not in shown
        assert client.get(here).headers["Cache-Control"].count("no-store")
        assert client.post(here, {}).status_code == 422
        assert client.post(here, {"did": "apology", "words": "I rang."}).status_code == 422
        done = client.post(here, {"did": "apology", "words": "I rang.", "content": "not_known"}, follow=True)
        assert {"en": "We have your answer", "cy": "Mae eich ateb gennym"}[language] in text(done)
        again = client.post(here, {"did": "other", "words": "Twice", "content": "yes"})
        assert {"en": "This link has been used", "cy": "Defnyddiwyd y ddolen hon"}[language] in text(again)
    assert Allocation.objects.get().answer == "I rang."


@BOTH
def test_forged_late_and_forwarded_links_are_answered_in_plain_words(language, client, cast):
    _case, secret = asked(cast)
    says = {
        "en": ("This link does not work", "This link is too old", "switched it off", "wrong person"),
        "cy": ("Nid yw", "Mae’r ddolen hon yn rhy hen", "Rydym wedi ei diffodd", "person anghywir"),
    }[language]
    with clock.fixed(cast.at):
        forged = client.get(address("answer", "ABCD-" * 5 + "ABCD", language=language))
        assert forged.status_code == 404 and says[0] in text(forged) and "tel:" in text(forged)
        assert client.get(address("not_me", secret, language=language)).url == address("answer", secret, language=language)
    with clock.fixed(cast.at + timedelta(days=29)):
        assert says[1] in text(client.get(address("answer", secret, language=language)))
    with clock.fixed(cast.at):
        assert says[2] in text(client.post(address("not_me", secret, language=language)))
        assert says[3] in text(client.get(address("answer", secret, language=language)))
        assert client.post(address("not_me", "x" * 32, language=language)).status_code == 404


def test_giving_it_back_by_the_link_needs_no_word_of_content(client, cast):
    case, secret = asked(cast)
    with clock.fixed(cast.at):
        assert client.post(address("answer", secret), {"did": "give_back", "words": "Not my district"}).status_code == 302
    case.refresh_from_db()
    assert case.stage == "in_recovery"


@BOTH
def test_absences_cover_and_skills_are_kept_on_their_pages(language, at_the_desk, cast, mo):
    case = cases.case(cast.ffion)
    take(case, by=mo, at=cast.at)
    page = at_the_desk(cast.jo)
    day = {"since_0": "27", "since_1": "3", "since_2": "2026"}
    here = address("absences", language=language)
    boxes = {name: "" for name in ("until_0", "until_1", "until_2")}
    sent = page.post(here, {"handler": mo.pk, "cover": cast.sam.pk, **dates(page.get(here), day, "since"), **boxes})
    assert sent.status_code == 302, text(sent)
    assert Absence.objects.get().cover == cast.sam and "Mo Bright" in text(page.get(here))
    cover = address("cover", mo.pk, language=language)
    assert case.reference in text(page.get(cover))
    assert page.post(cover, {"to": cast.sam.pk}).status_code == 302 and holder(case) == cast.sam
    assert page.post(address("end_absence", Absence.objects.get().pk, language=language)).status_code == 302
    skills = address("skills", language=language)
    sent = page.post(skills, {"handler": mo.pk, "code": "welsh", **dates(page.get(skills), day, "since")})
    assert sent.status_code == 302 and Skill.objects.get().handler == mo and "Mo Bright" in text(page.get(skills))
    assert page.post(address("end_skill", Skill.objects.get().pk, language=language)).status_code == 302
    for name in ("end_skill", "end_absence", "cover"):
        assert page.post(address(name, 99999)).status_code == 404


def dates(response, day, name):
    """The three boxes under whatever names the page gives them."""
    boxes = sorted(set(re.findall(rf'name="({name}[^"]*)"', text(response))), key=text(response).index)
    return dict(zip(boxes, day.values(), strict=True))


@BOTH
def test_the_ladder_says_where_its_days_are_from_until_the_office_sets_its_own(language, at_the_desk, cast):
    page, here = at_the_desk(cast.jo), address("ladder", language=language)
    first = page.get(here)
    assert {"en": "No source gives these days", "cy": "Nid oes ffynhonnell"}[language] in text(first)
    new = {"remind": "3", "superior": "6", "supervisor": "9", "link_days": "20", "why": "Agreed"}
    day = dates(first, {"d": "27", "m": "3", "y": "2026"}, "since")
    assert page.post(here, {**new, "superior": "two", **day}).status_code == 422
    assert page.post(here, {**new, **day}).status_code == 302
    assert Ladder.objects.get().superior == 6 and "Agreed" in text(page.get(here))


@pytest.fixture
def busy(cast, mo):
    """One case for each list of a supervisor: name -> case."""
    outside, _secret = asked(cast)
    late, soon, free, unaccepted, away = (cases.case(cast.amir) for _ in range(5))
    for case in (outside, late, soon):
        take(case, by=cast.sam, at=cast.at)
    Hint.objects.create(case=late, next_due_at=cast.at - timedelta(days=1), version=9)
    Hint.objects.create(case=soon, next_due_at=cast.at + timedelta(days=3), version=9)
    give(unaccepted, cast.sam, by=cast.jo, at=cast.at)
    take(away, by=mo, at=cast.at)
    note_absence(mo, cast.at.date(), None, cast.sam, by=cast.jo, at=cast.at)
    return {"late": late, "soon": soon, "free": free, "unaccepted": unaccepted, "away": away, "outside": outside}


@BOTH
def test_a_supervisor_sees_counts_then_lists_and_acts_with_one_press(language, at_the_desk, cast, busy, mo):
    page, here = at_the_desk(cast.jo), address("team", language=language)
    for name, case in busy.items():
        assert case.reference in text(page.get(f"{here}?show={name}")), name
    with translation.override(language):
        longer = reverse("clocks:one", args=[busy["late"].reference, "first-contact"])
    assert longer in text(page.get(f"{here}?show=late"))
    press = {"show": "away", "to": str(cast.sam.pk)}
    away = text(page.get(f"{here}?show=away"))
    assert {"en": "Covers for Mo Bright.", "cy": "Yn cymryd lle Mo Bright."}[language] in away
    onward = page.post(address("give", busy["away"].reference, language=language), press)
    assert onward.url == f"{here}?show=away" and holder(busy["away"]) == cast.sam
    page.post(address("remind", busy["outside"].reference, language=language), {"show": "outside"})
    assert Rung.objects.get().number == 0
    assert page.post(address("remind", busy["outside"].reference, language=language)).status_code == 409
    page.post(address("take_back", busy["outside"].reference, language=language), {"show": "outside"})
    assert Case.objects.get(pk=busy["outside"].pk).stage == "in_recovery"


def test_counts_are_those_of_the_lists_and_a_walled_case_is_in_neither(cast, busy, mo):
    def counted():
        reach = Case.objects.filter(pk__in=[c.pk for c in busy.values()])
        seen = open_to(cast.jo, at=cast.at) & reach
        counts = queries.counts(seen, cast.at)
        assert counts == {name: len(queries.listed(seen, name, cast.at).cases) for name in queries.LISTS}
        return counts

    assert counted() == {"late": 1, "soon": 1, "free": 1, "unaccepted": 2, "away": 1, "outside": 1}
    wall_off(busy["outside"], cast.jo, "knows her", by=cast.sam, at=cast.at)
    assert counted() == {"late": 1, "soon": 1, "free": 1, "unaccepted": 1, "away": 1, "outside": 0}


def test_the_lists_cost_a_fixed_number_of_queries_and_go_on_by_key(at_the_desk, cast, mo):
    page = at_the_desk(cast.jo)

    def cost(address):
        with CaptureQueriesContext(connection) as seen:
            page.get(address)
        return len(seen)

    team, waiting = address("team"), address("waiting")
    asked(cast)
    cases.case(cast.amir)
    cost(team)  # signing in, and what is asked once in a process
    few = [cost(f"{team}?show={name}") for name in ("free", "outside")] + [cost(waiting)]
    for number in range(queries.PAGE + 3):
        cases.case(cast.amir, at=cast.at - timedelta(minutes=number % 4))
    for _ in range(3):
        asked(cast)
    assert [cost(f"{team}?show={name}") for name in ("free", "outside")] + [cost(waiting)] == few
    reach = Case.objects.all()
    first = queries.listed(reach, "free", cast.at)
    second = queries.listed(reach, "free", cast.at, first.after)
    both = [case.pk for case in (*first.cases, *second.cases)]
    assert len(first.cases) == queries.PAGE and len(both) == len(set(both)) == queries.counts(reach, cast.at)["free"]
    assert not second.after and queries.read("nonsense") is None and queries.read("2026-01-01~-1") is None


@BOTH
def test_silence_is_on_the_list_of_what_waits_outside(language, at_the_desk, cast):
    case, _secret = asked(cast, at=cast.at - timedelta(days=9))
    for _ in range(3):
        for key, _since in list(owed.owed(cast.at, limit=9)):
            owed.fulfil(key, at=cast.at)
    shown = text(at_the_desk(cast.sam).get(address("waiting", language=language)))
    assert case.reference in shown and WHO["name"] in shown
    assert {"en": "Working days waited: 7", "cy": "Diwrnodau gwaith yn aros: 7"}[language] in shown
    assert {"en": "they were reminded", "cy": "cawsant eu hatgoffa"}[language] in shown
    assert AccessCase.objects.filter(case=case, access__page="chasing:waiting").count() == 1


def test_the_case_shows_the_link_and_each_rung(at_the_desk, cast):
    case, _secret = asked(cast, at=cast.at - timedelta(days=9))
    for key, _since in list(owed.owed(cast.at, limit=9)):
        owed.fulfil(key, at=cast.at)
    shown = text(at_the_desk(cast.sam).get(f"/en/staff/cases/{case.reference}/"))
    assert "No answer from outside yet." in shown and "Working days waited: 7" in shown
    assert "Link for Sgt Nia Bowen" in shown and "they were reminded" in shown and "Send a new link" in shown


def test_the_supervisors_pages_are_the_supervisors(at_the_desk, cast):
    page = at_the_desk(cast.sam)
    for name in ("team", "skills", "ladder"):
        assert page.get(address(name)).status_code == 403
    assert page.get(address("waiting")).status_code == 200 and page.get(address("absences")).status_code == 200


def test_the_pages_of_people_cost_the_same_however_many_there_are(at_the_desk, cast, mo):
    page = at_the_desk(cast.jo)

    def cost():
        found = []
        for name in ("absences", "skills", "ladder"):
            with CaptureQueriesContext(connection) as seen:
                page.get(address(name))
            found.append(len(seen))
        return found

    def away(one):
        take(cases.case(cast.amir), by=one, at=cast.at)
        note_absence(one, cast.at.date(), None, cast.jo, by=cast.jo, at=cast.at)
        Skill.objects.create(handler=one, code="risk", since=cast.at.date(), at=cast.at, by=cast.jo)
        Ladder.objects.create(remind=1, superior=2, supervisor=3, link_days=9, since=cast.at.date(), at=cast.at, by=cast.jo)

    away(mo)
    cost()
    few = cost()
    for number in range(5):
        away(people.handler(f"Person{number} Five", "handler", cast.sam.team))
    assert cost() == few


@BOTH
def test_a_message_that_could_not_be_delivered_is_seen_on_the_case_and_by_the_team_until_it_is_mended(
    language, at_the_desk, cast, django_assert_max_num_queries
):
    case, _secret = asked(cast)
    (key,) = [key for key, _since in messages.owed(cast.at, limit=5)]
    team, file = address("team", language=language), f"/{language}/staff/cases/{case.reference}/"
    word = {"en": "Could not be delivered", "cy": "Ni ellid ei ddanfon"}[language]
    page = at_the_desk(cast.jo)
    assert word not in text(page.get(team)) and word not in text(page.get(file))
    with post.standing_in(FakePost(post.Refused("no such person"))):
        messages.fulfil(key, at=cast.at)
    assert all(word in shown and WHO["email"] in shown for shown in (text(page.get(team)), text(page.get(file))))
    with django_assert_max_num_queries(24):
        page.get(team)
    renew(case, Addressee(**WHO | {"email": "other@force.example"}), by=cast.sam, at=cast.at)
    assert word not in text(page.get(team)) and word not in text(page.get(file))


@BOTH
def test_one_that_came_back_later_is_seen_where_one_that_never_went_is(language, at_the_desk, cast):
    case, _secret = asked(cast)
    team, file = address("team", language=language), f"/{language}/staff/cases/{case.reference}/"
    word = {"en": "Could not be delivered", "cy": "Ni ellid ei ddanfon"}[language]
    page = at_the_desk(cast.jo)
    with post.standing_in(FakePost()) as box:
        messages.fulfil(next(key for key, _since in messages.owed(cast.at, limit=5)), at=cast.at)
    assert word not in text(page.get(team)) and word not in text(page.get(file))
    late = cast.at + timedelta(hours=2)
    reading = arrives(report(box.taken[0].message_id), sender="", at=late)
    (key,) = [key for key, _since in messages.owed(late, limit=5)]
    messages.fulfil(key, at=late)
    assert reading.state == "noted"
    assert all(word in shown and WHO["email"] in shown for shown in (text(page.get(team)), text(page.get(file))))
    renew(case, Addressee(**WHO | {"email": "other@force.example"}), by=cast.sam, at=late)
    assert word not in text(page.get(team)) and word not in text(page.get(file))


def test_a_message_of_a_case_one_may_not_open_is_not_listed(at_the_desk, cast):
    case, _secret = asked(cast)
    with post.standing_in(FakePost(post.Uncertain("the line broke"))):
        messages.fulfil(next(key for key, _since in messages.owed(cast.at, limit=5)), at=cast.at)
    assert "Perhaps not delivered" in text(at_the_desk(cast.jo).get(address("team")))
    Case.objects.filter(pk=case.pk).update(stage="closed")
    assert not queries.not_reached(Case.objects.all()) and not queries.not_reached(Case.objects.none())
