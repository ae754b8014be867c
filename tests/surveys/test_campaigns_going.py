"""A campaign goes: once to each, by the safe way, with neutral words where it must; reminded once; told by group with nothing
small; and its list is deleted on its day."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gateways import clock, post
from gateways.post_fake import FakePost
from putright.campaigns import owed, queries, sheets, told
from putright.campaigns.actions import going, preparing
from putright.campaigns.models import Campaign, Entry
from putright.campaigns.refusals import NotFigures
from putright.invited import actions as invited
from putright.invited import queries as invites
from putright.invited.models import Invite, NoSurvey
from putright.messages import owed as post_office
from putright.messages.models import Message
from putright.people.queries import office
from putright.questionnaires import rules as asked
from putright.surveys.actions import answering
from tests.make import campaigns, people, surveys

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(cast):
    return people.handler("Lee Second", "supervisor", cast.jo.team)


def rows(number: int, **more: str) -> list[dict[str, str]]:
    return [{"Name": f"Somebody {n}", "Email": f"p{n}@list.example"} | more for n in range(number)]


def rounds(at):
    """Campaigns first, then the post, until nothing is owed."""
    for _turn in range(6):
        for room in (owed, post_office):
            for key, _since in list(room.owed(at, limit=200)):
                room.fulfil(key, at=at)


def answer(entry: Entry, mark: str, at, **more: object):
    entry.refresh_from_db()
    return answering.answer(entry.invite, asked.Given({"overall": mark, "polite": mark}, {}, "en", **more), by=None, at=at)


def test_each_is_written_to_once_in_their_language_and_whoever_answered_is_not_reminded(cast, second):
    one = campaigns.campaign(cast.jo, cast.at)
    entries = campaigns.load(one, [*rows(2), {"Name": "Mair", "Email": "mair@list.example", "Language": "Welsh"}],
                             by=cast.jo, at=cast.at)  # fmt: skip
    with post.standing_in(FakePost()) as box:
        rounds(cast.at)
        assert not box.taken  # nobody let it go
        campaigns.let_go(one, cast.jo, second, cast.at)
        rounds(cast.at)
        assert sorted(one.to for one in box.taken) == ["mair@list.example", "p0@list.example", "p1@list.example"]
        welsh = next(one for one in box.taken if one.to.startswith("mair"))
        assert welsh.subject == "Sut oedd hi?" and "/cy/survey/" in welsh.plain and "/no-more/" in welsh.plain
        answer(entries[0], "4", cast.at + timedelta(days=2))
        rounds(cast.at + timedelta(days=14))
        reminded = [one.to for one in box.taken[3:]]
        assert sorted(reminded) == ["mair@list.example", "p1@list.example"]
        rounds(cast.at + timedelta(days=20))
        assert len(box.taken) == 5


def test_the_code_lies_nowhere_and_opens_one_survey_once(cast, second):
    one = campaigns.campaign(cast.jo, cast.at)
    campaigns.load(one, rows(1), by=cast.jo, at=cast.at)
    with post.standing_in(FakePost()) as box:
        campaigns.let_go(one, cast.jo, second, cast.at)
        rounds(cast.at)
    code = re.search(r"/en/survey/([0-9A-Z-]+)/\s", box.taken[0].plain)[1]
    assert code == campaigns.code(Entry.objects.get())
    assert code not in str([vars(row) for model in (Entry, Invite, Message) for row in model.objects.all()])


def test_domestic_abuse_goes_with_our_neutral_words_and_by_no_way_that_is_not_marked(cast, second):
    one = campaigns.campaign(cast.jo, cast.at, "domestic", name="DA victims", subject_en="Your abuse", words_en="About abuse")
    campaigns.load(one, [*rows(1), *rows(1, Email="safe@list.example", **{"Safe way": "email"})], by=cast.jo, at=cast.at)
    with post.standing_in(FakePost()) as box:
        campaigns.let_go(one, cast.jo, second, cast.at)
        rounds(cast.at)
    (sent,) = box.taken
    assert sent.to == "safe@list.example" and sent.subject == "A few questions"
    words = (sent.subject + sent.plain + sent.html).casefold()
    assert not [word for word in ("abuse", "victim", "police", "crime", "domestic", "heddlu", "trosedd") if word in words]


def test_the_email_says_whom_to_ask_and_one_about_domestic_abuse_names_nobody(cast, second):
    ours = office().contact
    for kind, more in (("domestic", {"Safe way": "email"}), ("general", {"Language": "Welsh"})):
        one = campaigns.campaign(cast.jo, cast.at, kind, name=kind)
        campaigns.load(one, [{"Name": kind, "Email": f"{kind}@list.example"} | more], by=cast.jo, at=cast.at)
        campaigns.let_go(one, cast.jo, second, cast.at)
    with post.standing_in(FakePost()) as box:
        rounds(cast.at)
    came = {sent.to.partition("@")[0]: sent.plain for sent in box.taken}
    assert f"ffoniwch {ours.phone} neu anfonwch e-bost at {ours.email}" in came["general"]
    assert ours.phone not in came["domestic"] and ours.email not in came["domestic"]


def test_a_child_gets_a_code_by_a_workers_hand_and_no_message(cast, second):
    one = campaigns.campaign(cast.jo, cast.at, "child")
    campaigns.load(one, rows(1, Worker="Kim Tan", **{"Safe way": "email"}), by=cast.jo, at=cast.at)
    with post.standing_in(FakePost()) as box:
        campaigns.let_go(one, cast.jo, second, cast.at)
        rounds(cast.at)
    assert not box.taken and not Message.objects.filter(room="campaigns").exists()
    (printed,) = sheets.to_print(one, 0)
    words = "\n".join(passage.markdown for passage in sheets._sheet(printed, office(), cast.at)[1])
    assert campaigns.code(printed) in words and "p0@list.example" not in words
    assert sheets._whom(printed) == "Kim Tan"
    assert sheets.drawn([printed], office(), "en", at=cast.at).startswith(b"%PDF")


def test_sent_in_pieces_it_goes_on_where_it_was_and_the_questions_are_few(cast, second, django_assert_max_num_queries):
    one = campaigns.campaign(cast.jo, cast.at)
    campaigns.load(one, rows(going.TOGETHER + 50), by=cast.jo, at=cast.at)
    campaigns.let_go(one, cast.jo, second, cast.at)
    with django_assert_max_num_queries(40):
        assert going.send(one, at=cast.at) == going.TOGETHER
    assert going.send(one, at=cast.at) == 50 and going.send(one, at=cast.at) == 0
    assert Message.objects.filter(room="campaigns").count() == Invite.objects.count() == going.TOGETHER + 50
    assert going.send(one, at=cast.at) == 0 and Campaign.objects.get().begun_at


def test_no_more_from_the_message_is_their_wish_at_once(client, cast, second):
    one = campaigns.campaign(cast.jo, cast.at)
    entry = campaigns.load(one, rows(1), by=cast.jo, at=cast.at)[0]
    campaigns.sent(campaigns.let_go(one, cast.jo, second, cast.at), cast.at)
    with clock.fixed(cast.at), post.standing_in(FakePost()) as box:
        for language, words in (("en", "You will get no more surveys"), ("cy", "Ni chewch ragor o arolygon")):
            address = f"/{language}/survey/{campaigns.code(entry)}/no-more/"
            assert client.get(address).status_code == 200
            assert Entry.objects.get(pk=entry.pk).invite.no_more is (language == "cy")  # looking says nothing for anybody
            assert words in client.post(address).content.decode()
        assert client.get("/en/survey/AAAA-AAAA-AAAA/no-more/").status_code == 404
        rounds(cast.at)
    assert not box.taken and Entry.objects.get().invite.no_more  # it had waited, and did not go


def test_the_tick_box_of_the_survey_is_the_same_wish(cast, second):
    one = campaigns.campaign(cast.jo, cast.at)
    entry = campaigns.load(one, rows(1), by=cast.jo, at=cast.at)[0]
    campaigns.sent(campaigns.let_go(one, cast.jo, second, cast.at), cast.at)
    answer(entry, "3", cast.at, no_more=True)
    assert queries.unwilling([entry.digest]) == {entry.digest}


def test_what_came_by_district_with_nothing_small_nor_what_gives_it_away(cast, second):
    one = campaigns.campaign(cast.jo, cast.at)
    spread = {"North": 20, "South": 30, "East": 3}
    several = [dict(row, District=district) for n, (district, number) in enumerate(spread.items())
               for row in ({"Name": f"{n}-{k}", "Email": f"p{n}-{k}@list.example"} for k in range(number))]  # fmt: skip
    entries = campaigns.load(one, several, by=cast.jo, at=cast.at)
    campaigns.sent(campaigns.let_go(one, cast.jo, second, cast.at), cast.at)
    for entry in (*entries[:9], *entries[20:38], entries[-1]):
        answer(entry, "4", cast.at)
    with CaptureQueriesContext(connection) as asking:
        came = {row.key: row for row in queries.came(one, "district", smallest=5)}
    assert len(asking) == 1 and came[""].sent == 53
    assert came["East"].sent is None and came["East"].answered is None
    hidden = [key for key in spread if came[key].sent is None]
    assert len(hidden) > 1  # East with another, or the whole would give it away
    assert any(row.answered is not None for row in came.values())


def test_what_was_said_is_shown_only_when_nothing_more_can_come_and_by_group(client, cast, second):
    one = campaigns.campaign(cast.jo, cast.at)
    several = [{"Name": str(n), "Email": f"p{n}@list.example", "Group": "a" if n < 12 else "b"} for n in range(24)]
    entries = campaigns.load(one, several, by=cast.jo, at=cast.at)
    campaigns.sent(campaigns.let_go(one, cast.jo, second, cast.at), cast.at)
    for n, entry in enumerate((*entries[:8], *entries[12:19])):
        answer(entry, "4" if n < 8 else "2", cast.at + timedelta(days=1))
    found = told.of(one, "group", smallest=5)
    assert {part.key: part.cells["overall"].mean for part in found.parts} == {"a": 4.0, "b": 2.0} and found.whole.number == 15
    for after, shows in ((20, False), (28 + 15, True)):
        with clock.fixed(cast.at + timedelta(days=after)):
            client.logout()  # a session left alone for weeks has ended by itself
            client.force_login(cast.robin.user)
            page = client.get(f"/en/staff/campaigns/{one.pk}/results/?by=group")
        assert page.status_code == 200 and ("<meter" in page.content.decode()) is shows


def test_names_and_addresses_are_deleted_on_the_day_that_was_set_and_the_groups_stay(cast, second):
    one = campaigns.campaign(cast.jo, cast.at, delete_after=10)
    campaigns.load(one, rows(3, District="North"), by=cast.jo, at=cast.at)
    with post.standing_in(FakePost()):
        campaigns.let_go(one, cast.jo, second, cast.at)
        rounds(cast.at)
        rounds(cast.at + timedelta(days=37))
        assert Entry.objects.exclude(email="").count() == 3
        rounds(cast.at + timedelta(days=38))
    kept = str([vars(entry) for entry in Entry.objects.all()])
    assert "list.example" not in kept and "Somebody" not in kept and "North" in kept
    one.refresh_from_db()
    assert one.cleared_at == cast.at + timedelta(days=38)


def test_stopped_it_opens_nothing_and_the_list_goes_at_once(cast, second):
    one = campaigns.campaign(cast.jo, cast.at)
    entry = campaigns.load(one, rows(1), by=cast.jo, at=cast.at)[0]
    campaigns.sent(campaigns.let_go(one, cast.jo, second, cast.at), cast.at)
    with post.standing_in(FakePost()) as box:
        going.stop(one, by=second, at=cast.at)
        rounds(cast.at)
    entry.refresh_from_db()
    assert not box.taken and entry.email == "" and entry.invite.ended_at == cast.at


def test_another_bodys_survey_goes_by_its_link_and_its_results_are_loaded_with_small_numbers_hidden(cast, second):
    links = {"theirs_en": "https://survey.example/en", "theirs_cy": "https://survey.example/cy"}
    one = campaigns.campaign(cast.jo, cast.at, survey=None, body="A county council", **links)
    campaigns.load(one, rows(1), by=cast.jo, at=cast.at)
    with post.standing_in(FakePost()) as box:
        campaigns.let_go(one, cast.jo, second, cast.at)
        rounds(cast.at)
        rounds(cast.at + timedelta(days=15))
    assert len(box.taken) == 1 and "https://survey.example/en" in box.taken[0].plain  # nobody knows who answered there
    rows_of = [{"Question": "Were you heard?", "Answer": a, "Group": g, "Number": n}
               for a, g, n in (("Yes", "x", "40"), ("No", "x", "2"), ("Yes", "y", "30"), ("No", "y", "25"))]  # fmt: skip
    preparing.take_figures(one, rows_of, by=cast.jo, at=cast.at)
    (table,) = queries.theirs(one, smallest=5)
    shown = dict(table.answers)
    assert shown["No"][0] is None and shown["Yes"][0] is None and shown[""][2] == 97
    with pytest.raises(NotFigures):
        preparing.take_figures(one, [*rows_of, rows_of[0]], by=cast.jo, at=cast.at)


def test_a_person_of_ours_who_says_no_more_before_the_reminder_gets_none(cast, second):
    one = campaigns.campaign(cast.jo, cast.at)
    campaigns.load(one, [{"Name": cast.ffion.name, "Email": cast.ffion.email}], by=cast.jo, at=cast.at)
    with post.standing_in(FakePost()) as box:
        campaigns.let_go(one, cast.jo, second, cast.at)
        rounds(cast.at)
        invited.no_more(Entry.objects.get().invite, at=cast.at)
        rounds(cast.at + timedelta(days=15))
    assert len(box.taken) == 1


@pytest.mark.parametrize("said", ["page", "answer"])
def test_somebody_of_a_list_whom_we_know_is_asked_no_more_about_their_case_either(client, cast, second, said):
    """By the page of the link at once; with an answer, when the list is deleted at the latest."""
    known, stranger = people.person("Una", email="UNA@list.example"), people.person("Lev", email="lev@own.example")
    one = campaigns.campaign(cast.jo, cast.at)
    entry = campaigns.load(one, [{"Name": "U", "Email": "una@list.example"}], by=cast.jo, at=cast.at)[0]
    campaigns.sent(campaigns.let_go(one, cast.jo, second, cast.at), cast.at)
    entry.refresh_from_db()
    if said == "page":
        with clock.fixed(cast.at):
            assert client.post(f"/cy/survey/{campaigns.code(entry)}/no-more/").status_code == 200
    else:
        answering.answer(entry.invite, asked.Given({"overall": "4"}, {}, "en", no_more=True), by=None, at=cast.at)
        going.clear(one, at=cast.at)
    assert invites.unwilling(known) and not invites.unwilling(stranger)
    entry.invite.refresh_from_db()
    assert entry.invite.person is None and entry.invite.no_more
    going.clear(one, at=cast.at)
    assert NoSurvey.objects.count() == 1


@pytest.mark.parametrize("year", ["1000", "2100", "9999"])
def test_a_day_from_which_no_other_can_be_counted_is_refused(client, cast, year):
    surveys.surveys(cast.at)
    client.force_login(cast.jo.user)
    typed = {"name": "x", "kind": "general", "survey": "victims", "remind_after": 90, "delete_after": 365}
    typed |= {f"{name}_{n}": part for name in ("starts_on", "ends_on") for n, part in enumerate(("30", "12", year))}
    typed |= {f"{name}-{word}": part for name in ("starts_on", "ends_on")
              for word, part in zip(("day", "month", "year"), ("30", "12", year), strict=True)}  # fmt: skip
    typed |= {"ends_on_0": "31", "ends_on-day": "31"}
    with clock.fixed(cast.at):
        page = client.post("/en/staff/campaigns/new/", typed)
    assert page.status_code == 422 and "The date must be" in page.content.decode() and not Campaign.objects.exists()
