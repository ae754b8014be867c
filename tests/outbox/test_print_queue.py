"""Letters on paper wait until a person says that they are printed; batches, large print, Notify, and pulling back."""

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader

from putright.cases.models import Case
from putright.letters.models import FAILED, GOING, MADE, PULLED, SENT, Letter
from putright.letters.queries import is_written
from putright.outbox import drawing, rules
from putright.outbox.actions import pull_back
from putright.outbox.models import Batch
from putright.outbox.printing import make_batch, printed
from putright.outbox.refusals import AlreadySettled, TooLate
from putright.people.actions import note_person
from putright.people.gates import NotAllowed
from tests.letters import cases

from .rounds import again, go_round, keys, somebody, update, verbs


def letters(cast, number, **details):
    return [update(cases.told(somebody(cast, **details), at=cast.at), cast) for _ in range(number)]


def batch(cast, *, large=False):
    return make_batch(Case.objects.all(), large=large, by=cast.sam, at=cast.at)


def test_the_rounds_leave_paper_to_a_person_and_no_promise_is_kept_meanwhile(cast):
    (letter,) = letters(cast, 1)
    go_round(cast.at)
    assert again(letter).status == MADE and keys(cast.at) == [] and "sent" not in verbs(letter.case)


def test_printed_they_are_sent_by_who_said_so_but_for_those_left_out(cast):
    first, second = letters(cast, 2)
    made = batch(cast)
    assert again(first).status == GOING and batch(cast) is None
    with pytest.raises(TooLate):
        pull_back(first, by=cast.sam, at=cast.at)
    printed(made, {second.pk}, by=cast.jo, at=cast.at)
    assert (again(first).status, again(second).status) == (SENT, MADE)
    assert verbs(first.case)[-1] == "sent" and "sent" not in verbs(second.case)
    with pytest.raises(AlreadySettled):
        printed(made, set(), by=cast.jo, at=cast.at)
    printed(batch(cast), set(), by=cast.sam, at=cast.at)
    assert again(second).status == SENT


def test_large_print_is_a_batch_of_its_own(cast):
    (plain,), (big,) = letters(cast, 1), letters(cast, 1, adjustments="Needs large print, please")
    assert [place.letter for place in batch(cast).places.all()] == [plain]
    assert [place.letter for place in batch(cast, large=True).places.all()] == [big]


@pytest.mark.parametrize(("words", "large"), [
    ("Large print", True), ("print bras os gwelwch yn dda", True), ("18 point", True), ("16pt", True), ("bigger type", True),
    ("Interpreter", False), ("prints of the photos", False), ("", False), ("enlarge", False),
])  # fmt: skip
def test_who_wants_large_print_is_read_in_both_languages(words, large):
    assert rules.wants_large(words) is large


def test_one_that_may_no_longer_go_is_left_out_and_shown(cast):
    kept, stopped = letters(cast, 2)
    note_person({"safe_contact": {"no_post": True}}, at=cast.at, person=stopped.person)
    assert [place.letter for place in batch(cast).places.all()] == [kept]
    assert again(stopped).status == FAILED


def test_the_one_file_is_the_list_and_each_letter_on_a_sheet_of_its_own(cast):
    made = letters(cast, 3)
    papers = [bytes(letter.pdf) for letter in made]
    words = {"title": "Letters", "number": "Number", "reference": "Reference", "to": "To", "how": "Print."}
    cover = drawing.cover(made, 1, words, at=cast.at, language="en")
    assert PdfReader(io.BytesIO(cover)).trailer["/Root"]["/MarkInfo"]["/Marked"]
    whole = PdfReader(io.BytesIO(drawing.together([cover, *papers])))
    pages = [page.extract_text() for page in whole.pages]
    assert all(letter.case.reference in pages[0] for letter in made)
    starts = [number for number, words in enumerate(pages) for letter in made if number and letter.case.reference in words[:400]]
    assert len(starts) >= 3 and all(start % 2 == 0 for start in starts[:1])


def test_the_window_shows_the_whole_address(cast):
    (letter,) = letters(cast, 1)
    page = PdfReader(io.BytesIO(bytes(letter.pdf))).pages[0].extract_text()
    assert all(line in page for line in ("Kit Lane", "1 Mill Road", "Hertford", "SG13 7AA"))


def test_where_notify_prints_it_goes_there_as_its_pdf(cast, service, settings):
    settings.NOTIFY_PRINTS = True
    (letter,) = letters(cast, 1)
    go_round(cast.at)
    assert service.taken[0]["type"] == "letter" and again(letter).status == SENT
    service.said(letter.message_id.strip("<>"), "received")
    go_round(cast.at + timedelta(minutes=2))
    assert verbs(letter.case)[-1] == "sent"


def test_what_a_person_wrote_may_be_pulled_back_until_it_goes(cast, settings):
    settings.COOL_OFF = 5
    case = cases.told(cast.ffion, at=cast.at)
    letter = update(case, cast)
    assert keys(cast.at) == []
    Letter.objects.filter(pk=letter.pk).update(owed_key="letters:x")
    pull_back(letter, by=cast.jo, at=cast.at)
    assert again(letter).status == PULLED and not is_written("letters:x") and verbs(case)[-1] == "pulled_back"
    go_round(cast.at + timedelta(hours=1))
    assert again(letter).status == PULLED and "sent" not in verbs(case)
    second = update(case, cast)
    go_round(cast.at + timedelta(minutes=5))
    with pytest.raises(TooLate):
        pull_back(second, by=cast.sam, at=cast.at)


def test_only_the_front_team_prints_and_pulls_back(cast):
    (letter,) = letters(cast, 1)
    for act in (lambda: make_batch(Case.objects.all(), large=False, by=cast.pat, at=cast.at),
                lambda: pull_back(letter, by=cast.robin, at=cast.at)):  # fmt: skip
        with pytest.raises(NotAllowed):
            act()
    assert not Batch.objects.exists()
