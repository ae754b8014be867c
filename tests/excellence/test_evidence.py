"""Adding evidence, using thanks, redaction and consent, and who may see what hangs on a case."""

from datetime import timedelta

import pytest

from putright.cases.actions import wall_off
from putright.cases.models import Event
from putright.cases.queries import open_to
from putright.excellence import queries, refusals, rules
from putright.excellence.actions import evidence
from putright.excellence.actions.evidence import use_thanks
from putright.excellence.catalogue import shipped
from putright.excellence.models import Item
from putright.law.calendar import day_of
from putright.people.gates import NotAllowed

from . import items

pytestmark = pytest.mark.django_db


def why(item, at):
    return queries.why_not(Item.objects.select_related("case__complainant", "document__content").get(pk=item.pk), day_of(at))


def test_an_item_speaks_for_many_elements_of_many_standards(cast):
    refs = [("cse", "4.1.2"), ("cse", "5.3.1"), ("phso", "4.1"), ("cse", "4.1.2")]
    made = items.item(cast.sam, cast.at, refs)
    assert queries.refs_of(made) == [("cse", "4.1.2"), ("cse", "5.3.1"), ("phso", "4.1")]
    assert why(made, cast.at) == []


@pytest.mark.parametrize(("more", "refs", "refusal"), [
    ({"words": ""}, [("cse", "4.1.2")], refusals.OneSource), ({}, [], refusals.ChooseAnElement),
    ({}, [("cse", "9.9.9")], refusals.NoSuchElement), ({}, [("cse", "1.1")], refusals.NoSuchElement),
    ({}, [("other", "1.1.1")], refusals.NoSuchElement), ({"consent": rules.GIVEN}, [("cse", "4.1.2")], refusals.SayWhenAgreed),
    ({"file": (b"MZ\x90\x00" + b"\0" * 200, "a.exe")}, [("cse", "4.1.2")], refusals.FileSealed),
])  # fmt: skip
def test_it_is_refused_by_name_and_nothing_is_kept(cast, more, refs, refusal):
    with pytest.raises(refusal):
        items.item(cast.sam, cast.at, refs, **more)
    assert not Item.objects.exists()


def test_who_is_not_of_the_team_adds_nothing(cast):
    for person in (cast.chris, cast.pat, cast.robin, cast.toni):
        with pytest.raises(NotAllowed):
            items.item(person, cast.at)


def test_one_press_on_thanks_takes_the_name_out_and_still_asks_a_person_to_read_it(cast):
    case = items.thanks(cast)
    made = use_thanks(case, by=cast.sam, at=cast.at)
    assert "Ffion" not in made.words + made.title and "900123" not in made.words and "sat with my mother" in made.words
    assert queries.refs_of(made) == [("cse", "2.2.2"), ("cse", "4.2.2")]
    assert why(made, cast.at) == ["redact", "consent"]
    assert Event.objects.filter(case=case, verb="used_as_evidence").count() == 1
    assert use_thanks(case, by=cast.jo, at=cast.at).pk == made.pk and Item.objects.count() == 1  # a second press


def test_without_consent_only_redacted_words_are_fit_and_with_it_their_name_may_stay(cast):
    case = items.thanks(cast)
    made = use_thanks(case, by=cast.sam, at=cast.at)
    redacted = items.given(kind="thanks", title="Thanks", words=made.words, redaction="done", consent="not_asked")
    made = evidence.change(made, redacted, queries.refs_of(made), by=cast.sam, at=cast.at)
    assert why(made, cast.at) == []
    named = items.given(kind="thanks", title="Thanks", words="Ffion thanked us", redaction="done", consent="not_asked")
    assert why(evidence.change(made, named, [("cse", "2.2.2")], by=cast.sam, at=cast.at), cast.at) == ["names"]
    agreed = items.given(
        kind="thanks", title="Thanks", words="Ffion thanked us", redaction="not_needed", consent="given", consent_on=items.DAY
    )
    assert why(evidence.change(made, agreed, [("cse", "2.2.2")], by=cast.sam, at=cast.at), cast.at) == []
    assert queries.refs_of(made) == [("cse", "2.2.2")]
    assert [one.facts["consent"] for one in Event.objects.filter(case=case, verb="evidence_consent")] == ["given"]


def test_an_expired_item_is_unfit_from_the_day_after(cast):
    made = items.item(cast.sam, cast.at, expires_on=day_of(cast.at))
    assert why(made, cast.at) == [] and why(made, cast.at + timedelta(days=1)) == ["expired"]


def test_a_file_stays_and_one_that_cannot_be_drawn_is_unfit(cast, settings, tmp_path):
    settings.DOCUMENTS = tmp_path
    made = items.item(cast.sam, cast.at, words="", file=(items.png(), "chart.png"))
    assert made.document.until is None and made.document.case is None  # thrown away by no sweep
    assert why(made, cast.at) == []
    other = items.item(cast.sam, cast.at, words="", file=(b"PK\x05\x06" + b"\0" * 18, "old.zip"))
    assert why(other, cast.at) == ["file"]


def test_what_hangs_on_a_walled_case_is_seen_by_nobody_outside_the_wall_nor_counted(cast):
    made = use_thanks(items.thanks(cast), by=cast.sam, at=cast.at)
    wall_off(made.case, cast.jo, "knows the officer", by=cast.sam, at=cast.at)
    for person, seen in ((cast.sam, 1), (cast.jo, 0)):
        cases = open_to(person, at=cast.at)
        assert queries.open_items(cases).count() == seen
        counted = {row.part.ref: row.items for row in queries.board(shipped("cse"), cases, day_of(cast.at))}
        assert counted["2.2.2"] == seen


def test_put_away_it_speaks_for_nothing_and_the_source_may_be_used_again(cast):
    made = use_thanks(items.thanks(cast), by=cast.sam, at=cast.at)
    evidence.put_away(made, by=cast.sam, at=cast.at)
    with pytest.raises(refusals.Ended):
        evidence.put_away(made, by=cast.sam, at=cast.at)
    assert use_thanks(made.case, by=cast.sam, at=cast.at).pk != made.pk
