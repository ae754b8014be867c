"""Letters on paper wait until a person says that they are printed; batches, large print, Notify, and pulling back."""

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader

from putright.cases.models import Case
from putright.letters.models import FAILED, GOING, MADE, PULLED, SENT, Letter
from putright.letters.queries import is_written
from putright.outbox import drawing
from putright.outbox.actions import pull_back
from putright.outbox.models import Batch
from putright.outbox.printing import make_batch, printed
from putright.outbox.refusals import AlreadySettled, TooLate
from putright.outbox.sending import page
from putright.people.actions import note_person
from putright.people.gates import NotAllowed
from putright.people.rules import wants_large_print
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
    assert wants_large_print(words) is large


def test_one_that_may_no_longer_go_is_left_out_and_shown(cast):
    kept, stopped = letters(cast, 2)
    note_person({"safe_contact": {"no_post": True}}, at=cast.at, person=stopped.person)
    assert [place.letter for place in batch(cast).places.all()] == [kept]
    assert again(stopped).status == FAILED


WORDS = {"title": "Letters", "number": "Number", "reference": "Reference", "to": "To", "how": "Print."}


def the_file(made, cast, language="en"):
    return PdfReader(io.BytesIO(drawing.together(made, WORDS, at=cast.at, language=language)))


def test_the_one_file_is_the_list_and_each_letter_on_a_sheet_of_its_own(cast):
    made = letters(cast, 3)
    pages = [page.extract_text() for page in the_file(made, cast).pages]
    assert all(letter.case.reference in pages[0] for letter in made)
    starts = [next(n for n, words in enumerate(pages) if n and one.case.reference in words) for one in made]
    assert len(set(starts)) == 3 and all(start % 2 == 0 for start in starts)
    assert all(pages[start].rstrip().endswith(f"1 / {_length(pages, start)}") for start in starts)


def _length(pages, start):
    """How many pages follow each other with words, from there."""
    last = next((n for n in range(start, len(pages)) if not pages[n].strip()), len(pages))
    reference = pages[start].split("PR-")[1][:11]
    return sum(reference in page for page in pages[start:last])


def test_the_one_file_is_tagged_whole_and_every_letter_keeps_its_language(cast):
    welsh, english = letters(cast, 1, language="cy")[0], letters(cast, 1, language="en")[0]
    whole = the_file([welsh, english], cast)
    root = whole.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and "pdfuaid" in root["/Metadata"].get_data().decode()
    assert str(root["/Lang"]).lower().startswith("en")
    # What is in the language of the whole says nothing of itself; every other passage names its own.
    assert {one[:2] for one in spoken(root["/StructTreeRoot"])} == {"cy"}
    other = the_file([welsh, english], cast, "cy").trailer["/Root"]
    assert {one[:2] for one in spoken(other["/StructTreeRoot"])} == {"en"} and str(other["/Lang"]).lower().startswith("cy")
    assert all("/StructParents" in page for page in whole.pages if page.extract_text().strip())


def spoken(node):
    """Every /Lang in a structure tree, in order."""
    node = node.get_object()
    if isinstance(node, list):
        return [one for inner in node for one in spoken(inner)]
    if not isinstance(node, dict):
        return []
    return ([str(node["/Lang"]).lower()] if "/Lang" in node else []) + (spoken(node["/K"]) if "/K" in node else [])


def test_who_needs_large_print_gets_larger_type_on_paper_of_the_same_words(cast):
    (plain,), (big,) = letters(cast, 1), letters(cast, 1, adjustments="Print bras")
    assert sizes(plain) == {9, 10.5, 12, 13} and min(sizes(big)) >= 16 and 18 in sizes(big)
    alone = PdfReader(io.BytesIO(bytes(big.pdf))).trailer["/Root"]
    assert "pdfuaid" in alone["/Metadata"].get_data().decode() and alone["/MarkInfo"]["/Marked"]
    assert {round(size) for size in sizes_of(the_file([big], cast), since=1)} >= {16, 18, 21}


def test_who_needs_large_print_reads_larger_type_in_an_email_too(cast):
    big, plain = (letters(cast, 1, email="kit@example.test", **more)[0] for more in ({"adjustments": "large print"}, {}))
    assert "font-size: 24px" in page(big) and "font-size: 16px" in page(plain)


def sizes(letter):
    return sizes_of(PdfReader(io.BytesIO(bytes(letter.pdf))))


def sizes_of(reader, since=0):
    """Every type size that words are printed in."""
    found = set()

    def note(text, _cm, tm, _font, size):
        if text.strip():
            found.add(round(abs(tm[3]) * size, 1) if abs(tm[3]) != 1 else round(size, 1))

    for sheet in reader.pages[since:]:
        sheet.extract_text(visitor_text=note)
    return found


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
