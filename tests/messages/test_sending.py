"""A message goes once in our record, under one number for ever, and what is left of it is forgotten."""

from datetime import timedelta

import pytest

from gateways import post
from gateways.post_fake import FakePost
from putright.messages import queries, rules
from putright.messages.actions import drop, put, put_all, settle
from putright.messages.models import Message
from putright.messages.refusals import AlreadySettled

from .rounds import go_round, keys, new


class Killed(BaseException):
    """The worker is gone: nothing after the word to the mail server is done."""


def again(row):
    return Message.objects.get(pk=row.pk)


def test_it_goes_once_with_its_words_and_keeps_none_of_them(cast):
    row = put(new(), at=cast.at)
    with post.standing_in(FakePost()) as box:
        go_round(cast.at)
    (sent,) = box.taken
    assert (sent.to, sent.subject, sent.plain) == ("kit@district.example", "Hello", "One.\n\nTwo.\n")
    assert sent.message_id == row.message_id
    assert "<p>One.</p><p>Two.</p>" in sent.html and sent.languages == ("en",)
    after = queries.of("nobody", "1")
    assert (after.state, after.state_at, after.words, after.subject) == (rules.SENT, cast.at, "", "")
    assert after.to == "kit@district.example" and keys(cast.at) == []


def test_the_same_key_again_is_the_same_message_as_it_was_put_first(cast):
    row = put(new(), at=cast.at)
    assert put(new(words="Other."), at=cast.at).pk == row.pk and again(row).words == "One.\n\nTwo."
    assert put(new(room="another"), at=cast.at).pk != row.pk


def test_nobody_took_it_so_it_stays_owed_under_the_same_number_and_may_still_be_dropped(cast):
    row = put(new(), at=cast.at)
    with post.standing_in(FakePost(post.Later("busy"))) as box:
        for _ in range(2):
            with pytest.raises(post.Later):
                go_round(cast.at)
        assert again(row).state == rules.WAITING and keys(cast.at) == [f"messages:send:{row.pk}"]
        assert drop([row], at=cast.at) == 1 and drop([row], at=cast.at) == 0
        box.trouble = None
        go_round(cast.at)
    assert box.taken == [] and again(row).state == rules.DROPPED and again(row).words == ""


def test_a_worker_killed_after_the_mail_server_took_it_offers_it_again_under_the_same_number(cast):
    row = put(new(), at=cast.at)
    with post.standing_in(FakePost(taken_then=Killed())) as box:
        with pytest.raises(Killed):
            go_round(cast.at)
        assert again(row).state == rules.GOING and drop([row], at=cast.at) == 0
        box.taken_then = None
        go_round(cast.at)
    assert [one.message_id for one in box.taken] == [row.message_id] * 2 and again(row).state == rules.SENT


def test_one_that_may_have_gone_is_left_to_a_person_who_says_or_asks_again(cast):
    row = put(new(), at=cast.at)
    with post.standing_in(FakePost(taken_then=post.Uncertain("dropped"))) as box:
        go_round(cast.at)
        assert (again(row).state, again(row).trouble, keys(cast.at)) == (rules.UNCERTAIN, "dropped", [])
        settle(row, told=False, by=cast.sam, at=cast.at)
        assert keys(cast.at) == [f"messages:send:{row.pk}:1"]
        box.taken_then = None
        go_round(cast.at)
        assert len({one.message_id for one in box.taken}) == 1 and len(box.taken) == 2
    with pytest.raises(AlreadySettled):
        settle(row, told=True, by=cast.sam, at=cast.at)


def test_refused_for_good_it_is_not_tried_again_until_a_person_says_that_they_have_it(cast):
    row = put(new(), at=cast.at)
    with post.standing_in(FakePost(post.Refused("550 no such person"))):
        go_round(cast.at)
    assert (again(row).state, again(row).trouble, keys(cast.at)) == (rules.REFUSED, "550 no such person", [])
    settle(row, told=True, by=cast.sam, at=cast.at)
    assert (again(row).state, again(row).settled_by) == (rules.SENT, cast.sam)


def test_not_before_its_moment_and_mass_mailings_behind_everything_else(cast):
    later = cast.at + timedelta(hours=1)
    put_all([new("many", many=True), new("later", goes_at=later)], at=cast.at - timedelta(hours=1))
    one = put(new("one"), at=cast.at)
    many = queries.of("nobody", "many")
    assert keys(cast.at) == [f"messages:send:{one.pk}", f"messages:send:{many.pk}"]
    assert len(keys(later)) == 3


def test_thousands_are_put_in_few_statements_and_each_once(cast, django_assert_max_num_queries):
    several = [new(f"7:{number}", to=f"p{number}@example.org", many=True) for number in range(2_000)]
    with django_assert_max_num_queries(40):
        put_all(several, at=cast.at)
    put_all(several[:10], at=cast.at)
    assert Message.objects.count() == 2_000 and queries.counts("nobody", "7:") == {rules.WAITING: 2_000}
    with django_assert_max_num_queries(1):
        assert set(queries.states("nobody", ["7:0", "7:1999", "8:1"])) == {"7:0", "7:1999"}


@pytest.mark.parametrize("language, said", [
    ("en", "To tell us not to write about this again, open this address: "),
    ("cy", "I ddweud wrthym am beidio ag ysgrifennu am hyn eto, agorwch y cyfeiriad hwn: "),
])  # fmt: skip
def test_they_may_say_that_they_want_no_more_and_every_address_can_be_pressed(cast, language, said):
    stop = "https://office.example/stop/abc?x=1&y=2"
    put(new(language=language, words="See https://office.example/s/1.\n<b>", stop=stop), at=cast.at)
    with post.standing_in(FakePost()) as box:
        go_round(cast.at)
    (sent,) = box.taken
    assert said + stop in sent.plain and sent.stop == stop
    assert '<a href="https://office.example/s/1">https://office.example/s/1</a>.<br>&lt;b&gt;' in sent.html
    assert 'href="https://office.example/stop/abc?x=1&amp;y=2"' in sent.html and f'lang="{language}"' in sent.html
    assert post.as_message(sent, "us@office.example")["List-Unsubscribe"] == f"<{stop}>"


def test_after_sixty_whole_days_the_address_is_forgotten_and_not_before(cast):
    row, doubtful = put(new(), at=cast.at), put(new("2"), at=cast.at)
    waits = put(new("3", goes_at=cast.at + timedelta(days=90)), at=cast.at)
    with post.standing_in(FakePost()) as box:
        go_round(cast.at, times=1)
        box.taken_then = post.Uncertain("dropped")
    Message.objects.filter(pk=doubtful.pk).update(state=rules.UNCERTAIN, words="Still here.")
    assert keys(cast.at + timedelta(days=60)) == []
    late = cast.at + timedelta(days=61)
    go_round(late)
    assert [again(one).to for one in (row, doubtful)] == ["", ""] and again(doubtful).words == "" and keys(late) == []
    assert again(waits).to
    with pytest.raises(AlreadySettled):
        settle(doubtful, told=False, by=cast.sam, at=late)


def test_owed_asks_the_same_few_questions_however_many_wait(cast, django_assert_num_queries):
    put_all([new(str(number)) for number in range(50)], at=cast.at)
    with django_assert_num_queries(3):  # with reports a fourth: whose they are
        assert len(keys(cast.at)) == 50
