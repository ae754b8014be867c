"""A letter whose words, documents or address belong to another case is stopped when it is written, and again as it goes."""

import random

import pytest

from gateways import post, scanner
from gateways.post_fake import FakePost
from gateways.scanner_fake import FakeScanner
from putright.documents import owed as scanning
from putright.documents.actions import add
from putright.letters import guard, making
from putright.letters.actions import enclose, write_letter
from putright.letters.models import STOPPED, Letter, Mention
from putright.letters.queries import enclosed
from putright.letters.refusals import WrongCase
from putright.outbox.holding import allow_mention
from putright.outbox.refusals import NotTheirs
from putright.people.actions import note_person, represent
from putright.people.gates import NotAllowed
from tests.letters import cases

from .rounds import UPDATE, again, go_round, update


@pytest.fixture
def two(cast):
    return cases.told(cast.ffion, at=cast.at), cases.told(cast.amir, at=cast.at)


def clean_document(case, cast, name="photo.txt"):
    with scanner.fixed(FakeScanner()):
        made = add(b"words", name, case=case, by=cast.sam, at=cast.at)
        for key, _since in scanning.owed(cast.at, limit=10):
            scanning.fulfil(key, at=cast.at)
    made.content.refresh_from_db()
    assert made.content.scanned == "clean"
    return made


@pytest.mark.parametrize("spelled", ["{}", "{}.", "({})", "{lower}", "{spaced}", "{dashed}"])
def test_another_cases_reference_in_the_words_stops_it_however_it_is_spelled(two, cast, spelled):
    mine, other = two
    named = other.reference
    words = spelled.format(named, lower=named.lower(), spaced=named.replace("-", " "), dashed=named.replace("-", "\u2011"))
    with pytest.raises(WrongCase, match=named):
        update(mine, cast, progress=f"As in {words} we asked.")
    assert not Letter.objects.exists()


def test_its_own_reference_one_that_is_no_case_and_one_they_told_us_are_no_trouble(two, cast):
    mine, other = two
    update(mine, cast, progress=f"In {mine.reference} and PR-AAAAA-AAAAA we asked.")
    theirs = cases.told(cast.ffion, at=cast.at, words=f"I wrote before: {other.reference}.")
    write_letter(theirs, "acknowledgement", {}, by=None, at=cast.at)
    assert Letter.objects.count() == 2


def test_a_thousand_letters_with_another_cases_reference_document_or_person_are_all_stopped(two, cast):
    """Drawn by a seed: words, document and person each from one of two cases. Only those all of one case may go."""
    chance, both = random.Random(20261122), two  # noqa: S311  the same thousand each time
    papers = {case.pk: clean_document(case, cast, f"{case.pk}.txt") for case in both}
    stopped = 0
    for _ in range(1000):
        case, named, paper, person = (chance.choice(both) for _ in range(4))
        letter = Letter(case=case, subject="x", body=f"About {named.reference}.", person_id=person.complainant_id)
        wrong = not (named == case and person == case and paper == case)
        try:
            guard.refuse_others(letter)
            assert guard.may_go_with(letter, papers[paper.pk]) or paper != case
            refused = not guard.may_go_with(letter, papers[paper.pk])
        except WrongCase:
            refused = True
        assert refused is wrong
        stopped += refused
    assert 800 < stopped < 950


def test_it_is_asked_again_as_it_goes(two, cast):
    mine, other = two
    letter = update(mine, cast)
    Letter.objects.filter(pk=letter.pk).update(body=f"{letter.body}\n\nSee {other.reference}.")
    with post.standing_in(FakePost()) as fake:
        go_round(cast.at)
    assert fake.taken == [] and again(letter).status == STOPPED


def test_somebody_who_no_longer_has_to_do_with_it_gets_nothing(two, cast):
    mine, _other = two
    letter = update(mine, cast)
    Letter.objects.filter(pk=letter.pk).update(person=cast.amir)
    go_round(cast.at)
    assert again(letter).status == STOPPED


def test_whoever_speaks_for_them_has_to_do_with_it(two, cast):
    mine, _other = two
    speaker = represent(cast.ffion, {"name": "Kit", "email": "kit@law.example"}, by=None, at=cast.at).representative
    assert making.preview(mine, "update", UPDATE, by=cast.sam, at=cast.at).person == speaker
    assert guard.has_to_do_with(mine, speaker.pk)


def test_a_supervisor_may_let_it_name_another_case_of_the_same_person_with_a_reason(two, cast):
    mine, other = two
    second = cases.told(cast.ffion, at=cast.at)
    with pytest.raises(NotAllowed):
        allow_mention(mine, second, "Both are about the same night.", by=cast.sam, at=cast.at)
    with pytest.raises(NotTheirs):
        allow_mention(mine, other, "Because.", by=cast.jo, at=cast.at)
    for _ in range(2):
        allow_mention(mine, second, "Both are about the same night.", by=cast.jo, at=cast.at)
    assert Mention.objects.count() == 1
    assert second.reference in update(mine, cast, progress=f"With {second.reference}.").body


def test_a_document_of_the_case_found_clean_goes_with_it(two, cast):
    mine, _other = two
    letter, paper = update(mine, cast), clean_document(mine, cast)
    enclose(letter, [paper], by=cast.sam, at=cast.at)
    with post.standing_in(FakePost()) as fake:
        go_round(cast.at)
    assert fake.taken[0].enclosed == (("photo.txt", b"words"),)
    files = [part.get_filename() for part in post.as_message(fake.taken[0], "a@b.example").iter_attachments()]
    assert files == [f"{mine.reference}.pdf", "photo.txt"]


def test_a_document_of_another_case_or_not_scanned_never_does(two, cast):
    mine, other = two
    letter = update(mine, cast)
    with scanner.fixed(None):
        unscanned = add(b"other words", "a.txt", case=mine, by=cast.sam, at=cast.at)
    for paper in (clean_document(other, cast), unscanned):
        with pytest.raises(WrongCase):
            enclose(letter, [paper], by=cast.sam, at=cast.at)
    assert enclosed(letter) == []


def test_a_document_found_to_be_bad_meanwhile_stops_it(two, cast):
    mine, _other = two
    letter, paper = update(mine, cast), clean_document(mine, cast)
    enclose(letter, [paper], by=cast.sam, at=cast.at)
    type(paper.content).objects.update(scanned="not_scanned")
    with post.standing_in(FakePost()) as fake:
        go_round(cast.at)
    assert fake.taken == [] and again(letter).status == STOPPED


def test_a_letter_that_has_gone_takes_nothing_more(two, cast):
    mine, _other = two
    letter = update(mine, cast)
    go_round(cast.at)
    with pytest.raises(WrongCase):
        enclose(letter, [clean_document(mine, cast)], by=cast.sam, at=cast.at)


def test_the_guard_asks_nothing_of_an_ordinary_letter(two, cast, django_assert_num_queries):
    letter = Letter(case=two[0], person=cast.ffion, subject="x", body="Words.")
    with django_assert_num_queries(0):
        guard.refuse_others(letter)


def test_the_name_of_a_person_not_known_is_no_way_round_it(two, cast):
    nobody = cases.told(None, at=cast.at)
    letter = Letter(case=nobody, person=note_person({"name": "Kit"}, at=cast.at), subject="x", body="Words.")
    with pytest.raises(WrongCase):
        guard.refuse_others(letter)
