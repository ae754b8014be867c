"""What a forum should hear: marked on a contact, written down on the case, brought to a meeting, answered."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from gateways import clock
from putright.cases.actions import wall_off
from putright.cases.models import Event
from putright.codes.queries import code_list
from putright.contacts.models import Answer
from putright.forums import actions, queries, refusals
from putright.forums.models import Concern, Step
from putright.learning.refusals import PointsAtSomebody
from putright.people.gates import NotAllowed
from tests.make import cases
from tests.make.contacts import contact

pytestmark = pytest.mark.django_db
RURAL, SAID = "rural-crime", "Two people rang twice about machines taken at night, and nobody came."
DAY = timedelta(days=1)


@pytest.fixture
def case(cast):
    return cases.case(cast.ffion)


def raised(case, cast, said=SAID):
    return actions.raise_with(case, RURAL, said, by=cast.sam, at=cast.at)


def test_which_forums_there_are_is_the_office_s_list():
    assert [row.code for row in code_list(queries.FORUMS).rows] == [RURAL]


def test_each_step_is_once_and_in_its_order_and_leaves_its_line(case, cast):
    one, today = raised(case, cast), cast.at.date()
    with pytest.raises(refusals.NotYet):
        actions.hear(one, today, "They will look.", by=cast.sam, at=cast.at)
    with pytest.raises(refusals.NotYet):
        actions.bring([one], today + DAY, by=cast.sam, at=cast.at)
    actions.bring([one], today - DAY, by=cast.sam, at=cast.at)
    for again in (lambda: actions.bring([one], today, by=cast.sam, at=cast.at),
                  lambda: actions.leave_out(one, "Not ours", by=cast.sam, at=cast.at)):  # fmt: skip
        with pytest.raises(refusals.DoneAlready):
            again()
    with pytest.raises(refusals.NotYet):
        actions.hear(one, today - 2 * DAY, "Before the meeting.", by=cast.sam, at=cast.at)
    actions.hear(one, today, "They will look.", by=cast.sam, at=cast.at)
    with pytest.raises(refusals.DoneAlready):
        actions.hear(one, today, "Again.", by=cast.sam, at=cast.at)
    verbs = ["forum_raised", "forum_step", "forum_step"]
    assert list(Event.objects.filter(case=case, verb__startswith="forum").order_by("seq").values_list("verb", flat=True)) == verbs
    for table in (Concern, Step):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            table.objects.update(words="Something else")


def test_all_that_were_ticked_are_brought_or_none(case, cast):
    one, other = raised(case, cast), raised(case, cast, "Another thing.")
    actions.leave_out(other, "It was settled.", by=cast.sam, at=cast.at)
    with pytest.raises(refusals.DoneAlready):
        actions.bring([one, other], cast.at.date(), by=cast.sam, at=cast.at)
    with pytest.raises(refusals.NothingTicked):
        actions.bring([], cast.at.date(), by=cast.sam, at=cast.at)
    assert not Step.objects.filter(what="brought").exists()


@pytest.mark.parametrize(
    "said", ["Ffion Rees was told to wait.", "PC 4411 never came.", "Ring 01632 960123 to hear it.", "See PR-7K2QX-9M4TD."]
)
def test_it_names_nobody(case, cast, said):
    with pytest.raises(PointsAtSomebody):
        raised(case, cast, said)


def test_what_is_refused(case, cast):
    with pytest.raises(refusals.NoSuchForum):
        actions.raise_with(case, "chess-club", SAID, by=cast.sam, at=cast.at)
    with pytest.raises(refusals.SayWhat):
        raised(case, cast, "  ")
    with pytest.raises(NotAllowed):
        actions.raise_with(case, RURAL, SAID, by=cast.robin, at=cast.at)


@pytest.fixture
def page(client, cast):
    def ask(name, *args, by=None, language="en", show="", **data):
        address = reverse(f"forums:{name}", args=args).replace("/en/", f"/{language}/")
        with clock.fixed(cast.at):
            client.force_login((by or cast.sam).user)
            return client.post(address, data) if data else client.get(address + show)

    return ask


WORDS = {
    "en": ("Marked for the forum, and not written down yet", "The meeting before was on", "Brought to the meeting of"),
    "cy": ("Wedi’u nodi ar gyfer y fforwm, a heb eu hysgrifennu eto", "Roedd y cyfarfod cynt ar", "Cyflwynwyd i gyfarfod"),
}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_from_the_case_to_the_meeting_and_what_came_back(cast, page, client, language):
    marked, before, brought = WORDS[language]
    heard = contact(cast.ffion, topic=RURAL)
    Answer.objects.create(contact=heard, topic=RURAL, question="to-the-forum", since=cast.at.date(), value="yes")
    reference, today = heard.case.reference, cast.at.date()
    first = page("listed", RURAL, language=language).content.decode()
    assert marked in first and reference in first
    assert page("raise", reference, language=language, forum=RURAL, words="Ffion Rees rang.").status_code == 422
    assert page("raise", reference, language=language, forum=RURAL, words=SAID).status_code == 302
    listed = page("listed", RURAL, language=language).content.decode()
    assert marked not in listed and SAID in listed
    paper = page("paper", RURAL, language=language).content.decode()
    assert SAID in paper and reference not in paper and "Ffion" not in paper
    one = Concern.objects.get()
    on = {"on-day": str(today.day), "on-month": str(today.month), "on-year": str(today.year)}
    assert page("bring", RURAL, language=language, **on).status_code == 422
    assert page("bring", RURAL, language=language, concerns=[one.pk], **on).status_code == 302
    assert brought in page("listed", RURAL, language=language, show="?show=brought").content.decode()
    assert page("back", one.pk, language=language, words="A card with one number.", **on).status_code == 302
    assert "A card with one number." in page("listed", RURAL, language=language, show="?show=back").content.decode()
    assert before in page("paper", RURAL, language=language).content.decode()
    with clock.fixed(cast.at):
        case_page = client.get(reverse("desk:case", args=[reference]).replace("/en/", f"/{language}/")).content.decode()
    assert SAID in case_page and "A card with one number." in case_page


def test_a_walled_case_is_in_no_list_and_no_paper_and_answers_as_if_it_were_not_there(case, cast, page):
    one = raised(case, cast)
    wall_off(case, cast.sam, "knows the officer", by=cast.jo, at=cast.at)
    for name in ("listed", "paper", "bring"):
        assert SAID not in page(name, RURAL).content.decode()
        assert SAID in page(name, RURAL, by=cast.jo).content.decode()
    for name in ("back", "leave"):
        assert page(name, one.pk).status_code == page(name, 10**9).status_code == 404
    assert page("listed", "chess-club").status_code == 404


def test_the_list_goes_on_after_fifty_and_asks_no_more_for_many(case, cast, page, django_assert_max_num_queries):
    counts = []
    page("listed", RURAL)  # what is read once a process
    for many in (range(2), range(2, 60)):
        for number in many:
            raised(case, cast, f"Thing number {number}.")
        with django_assert_max_num_queries(18) as seen:
            first = page("listed", RURAL).content.decode()
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert "Thing number 59." in first and "Thing number 9." not in first
    after = first.partition("after=")[2].partition('"')[0]
    assert "Thing number 9." in page("listed", RURAL, show=f"?after={after}").content.decode()
    assert page("listed", RURAL, show="?after=9999999999999999999999&show=nothing").status_code == 200
