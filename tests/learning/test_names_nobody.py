"""What anybody may read points at nobody: no officer, no person, no case, however it is put."""

import pytest

from putright.learning.actions import public
from putright.learning.models import Practice, YouSaid
from putright.learning.naming import check_names_nobody
from putright.learning.refusals import PointsAtSomebody
from tests.make import people

pytestmark = pytest.mark.django_db
WELL = (
    "You told us in 2026 that 101 takes 9 minutes, at 17:30 on Mondays, and 46 in 100 hang up.",
    "The Chief Constable agreed. An officer rings within 1 working day. Read our plan for 2026 to 2027.",
    "Mae swyddog yn ffonio. Mae’r Prif Gwnstabl yn cytuno. Swyddog Cymorth Cymunedol, y Prif Arolygydd a’r tîm.",
    "Mark prices clearly, and price marks too.",
)
TELLING = (
    "Mark Price was rude", "MARK  PRÏCE was rude", "He is called\nMark Price.", "ask Ffion Haf about it", "PC Price was rude",
    "Sgt. Ahmed laughed", "PC 2417 laughed", "Mr Jones waited", "Cwnstabl Huws", "the case PR-S7V30-FQK34", "pr s7v30 fqk34",
    "write to me.her@home.example", "ring 01632 960123", "+44 7700 900123", "(01632)960123",
)  # fmt: skip


@pytest.fixture(autouse=True)
def known(db):
    people.officer(name="PC Mark Price", rank="Constable", collar_number="2417")
    people.officer(name="Mark Price")
    people.officer(name="The Force Itself", organisational=True)
    people.person(name="Ffion Haf")


def test_plain_sentences_pass():
    for words in WELL:
        check_names_nobody(words)
    check_names_nobody("The force itself agreed", reach=["The complaints team, 01632 960000, team@office.example"])


@pytest.mark.parametrize("words", TELLING)
def test_words_that_tell_are_refused(words):
    with pytest.raises(PointsAtSomebody):
        check_names_nobody("We changed the letter.", f"Before it, {words} and so on.")


def test_whom_to_ask_is_a_team_and_no_person():
    with pytest.raises(PointsAtSomebody):
        check_names_nobody("We ring first.", reach=["Mark Price, 01632 960000"])


def test_nothing_is_kept_and_what_was_written_before_is_not_signed(cast):
    with pytest.raises(PointsAtSomebody):
        public.say(public.Told("Mark Price was rude", "Roedd yn swrth", "We spoke to him", "Siaradom"), by=cast.sam, at=cast.at)
    assert not YouSaid.objects.exists()
    row = public.say(public.Told("Dana Quill was rude", "Roedd yn swrth", "We spoke", "Siaradom"), by=cast.sam, at=cast.at)
    people.officer(name="Dana Quill")
    with pytest.raises(PointsAtSomebody):
        public.sign(row, by=cast.jo, at=cast.at)
    assert YouSaid.objects.get().signed_at is None


def test_what_works_is_refused_in_either_language_and_again_before_it_is_public(cast):
    with pytest.raises(PointsAtSomebody):
        public.note_practice(public.Works("Ring", "p", "PC Price rings", "e", "The team"), by=cast.sam, at=cast.at)
    row = public.note_practice(public.Works("Ring", "p", "Dana Quill rings", "e", "The team"), by=cast.sam, at=cast.at)
    with pytest.raises(PointsAtSomebody):
        public.render_practice(row, public.Rendered("Ffonio", "p", "Cwnstabl Price", "e", "Y tîm"), by=cast.sam, at=cast.at)
    public.render_practice(row, public.Rendered("Ffonio", "p", "Rydym yn ffonio", "e", "Y tîm"), by=cast.sam, at=cast.at)
    people.officer(name="Dana Quill")
    with pytest.raises(PointsAtSomebody):
        public.publish(row, by=cast.jo, at=cast.at)
    assert Practice.objects.get().published_at is None


@pytest.mark.parametrize("lang, sentence", [("en", "Write it without"), ("cy", "Ysgrifennwch hebddo")])
def test_what_was_typed_is_kept_and_the_sentence_says_which_words(client, cast, lang, sentence):
    client.force_login(cast.sam.user)
    typed = {"you_en": "Mark Price was rude", "you_cy": "Swrth", "we_en": "We spoke to him", "we_cy": "Siaradom"}
    refused = client.post(f"/{lang}/staff/learning/said/new/", typed)
    words = refused.content.decode()
    assert refused.status_code == 422
    assert "“Mark Price”" in words and sentence in words and "We spoke to him" in words
