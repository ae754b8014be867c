"""Two people said to be one, and parted again: computed from the lines that stand, and nothing else is ever written."""

import pytest
from django.db import DatabaseError, transaction
from django.forms.models import model_to_dict
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from putright.people import same
from putright.people.actions import keep_two, merge, part
from putright.people.gates import NotAllowed
from putright.people.models import Person, Sameness
from putright.people.protect import Protection, most_protective
from putright.people.queries import known
from putright.people.refusals import AlreadyOne, NotOne, SayWhy
from tests.make import people
from tests.make.contacts import contact

WHY = "The same number and address."


def four():
    return [people.person(f"Ffion Rees {letter}", phone="07700 900123") for letter in "abcd"]


@pytest.mark.django_db
def test_a_merge_is_one_line_and_writes_nothing_over(cast):
    jane = people.person("Jane Rees", language="en", at_risk=True)
    case = contact(cast.ffion).case
    before = [model_to_dict(one) for one in Person.objects.order_by("pk")], case.version
    line = merge(cast.ffion, jane, WHY, by=cast.sam, at=cast.at)
    case.refresh_from_db()
    assert ([model_to_dict(one) for one in Person.objects.order_by("pk")], case.version) == before
    assert (line.said, line.by, line.at, line.why) == ("same", cast.sam, cast.at, WHY) and "last-same" in line.rules
    assert same.together([jane.pk]) == {jane.pk: frozenset({jane.pk, cast.ffion.pk})}


@pytest.mark.django_db
def test_parting_restores_both_and_leaves_what_was_written_since_where_it_was_written(cast):
    jane = people.person("Jane Rees", language="en")
    merge(cast.ffion, jane, WHY, by=cast.sam, at=cast.at)
    since = contact(jane)
    part(jane, cast.ffion, "Two sisters.", by=cast.jo, at=cast.at)
    since.refresh_from_db()
    assert since.person == jane
    assert same.together([jane.pk, cast.ffion.pk]) == {pk: frozenset({pk}) for pk in (jane.pk, cast.ffion.pk)}
    assert [line.said for line in same.trail([jane.pk])] == ["parted", "same"]  # both kept, the newest first


@pytest.mark.django_db
def test_what_is_refused(cast):
    one, two, three, _ = four()
    with pytest.raises(SayWhy):
        merge(one, two, "  ", by=cast.sam, at=cast.at)
    with pytest.raises(NotOne):
        part(one, two, WHY, by=cast.sam, at=cast.at)
    with pytest.raises(AlreadyOne):
        merge(one, one, WHY, by=cast.sam, at=cast.at)
    merge(one, two, WHY, by=cast.sam, at=cast.at)
    merge(two, three, WHY, by=cast.sam, at=cast.at)
    for already in (merge, keep_two):
        with pytest.raises(AlreadyOne):
            already(one, three, WHY, by=cast.sam, at=cast.at)
    with pytest.raises(NotOne):
        part(one, three, WHY, by=cast.sam, at=cast.at)  # joined through the second: part one of those
    for other in (cast.pat, cast.dana, cast.robin, cast.toni):
        with pytest.raises(NotAllowed):
            merge(one, two, WHY, by=other, at=cast.at)
    assert Sameness.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("change", [lambda rows: rows.update(why="x"), lambda rows: rows.delete()])
def test_the_database_refuses_to_change_a_line(cast, change):
    merge(*four()[:2], WHY, by=cast.sam, at=cast.at)
    with pytest.raises(DatabaseError), transaction.atomic():
        change(Sameness.objects.all())


class AnyOrder(TestCase):
    @settings(max_examples=40, deadline=None)  # a busy machine is no fault of the rules
    @given(st.lists(st.tuples(st.sampled_from(["merge", "part", "two"]), st.integers(0, 3), st.integers(0, 3)), max_size=14))
    def test_merging_and_parting_in_any_order_ends_as_if_computed_from_the_lines_that_stand(self, deeds):
        by, persons = people.handler("Sam Adeyemi"), four()
        as_they_were = [model_to_dict(one) for one in persons]
        stand: set[frozenset[int]] = set()
        for deed, first, second in deeds:
            one, other = persons[first], persons[second]
            act, pair = {"merge": merge, "part": part, "two": keep_two}[deed], frozenset({one.pk, other.pk})
            try:
                act(one, other, WHY, by=by, at=people.AT)
            except (AlreadyOne, NotOne):
                continue
            stand = stand | {pair} if deed == "merge" else stand - {pair}
        expected = plainly([one.pk for one in persons], stand)
        assert same.together(expected) == expected
        assert {pk: one for pk, one in expected.items() if len(one) > 1} == same.all_together()
        assert [model_to_dict(one) for one in Person.objects.order_by("pk")] == as_they_were


def plainly(pks, pairs):
    """The slow way: colour everybody by themselves, and paint until nothing changes."""
    colour = {pk: pk for pk in pks}
    for _ in pks:
        for pair in pairs:
            least = min(colour[pk] for pk in pair)
            colour |= dict.fromkeys(pair, least)
    return {pk: frozenset(other for other in pks if colour[other] == colour[pk]) for pk in pks}


SAFE = st.fixed_dictionaries(
    {},
    optional={
        "no_email": st.booleans(), "no_phone": st.booleans(), "no_post": st.booleans(), "no_voicemail": st.booleans(),
        "not_before": st.sampled_from(["09:00", "12:00"]), "not_after": st.sampled_from(["10:00", "17:00"]),
        "note": st.just("Her brother reads her post."),
    },
)  # fmt: skip


@settings(deadline=None)
@given(SAFE, SAFE, st.booleans(), st.booleans())
def test_the_most_protective_of_both_holds_and_words_stay_their_own(mine, theirs, at_risk, they_are):
    kept = most_protective(Protection(mine, at_risk), [Protection(theirs, they_are)])
    for rule in ("no_email", "no_phone", "no_post", "no_voicemail"):
        if mine.get(rule) or theirs.get(rule):
            assert kept.safe_contact[rule]
    for rule, worst in (("not_before", max), ("not_after", min)):
        if said := [one[rule] for one in (mine, theirs) if one.get(rule)]:
            assert kept.safe_contact[rule] == worst(said)
    assert kept.safe_contact.get("note") == mine.get("note")
    assert kept.at_risk == (at_risk or they_are)


def test_when_no_hour_suits_both_nobody_rings():
    early, late = Protection({"not_after": "10:00"}), Protection({"not_before": "17:00"})
    assert most_protective(early, [late]).safe_contact["no_phone"]


@pytest.mark.django_db
def test_protections_cost_one_query_and_three_where_somebody_was_joined(cast, django_assert_num_queries):
    one, two, three, four_ = four()
    Person.objects.filter(pk=two.pk).update(safe_contact={"no_post": True}, at_risk=True)
    with django_assert_num_queries(1):
        assert same.protection(one) == Protection({}, at_risk=False)
    merge(one, two, WHY, by=cast.sam, at=cast.at)
    with django_assert_num_queries(3):
        kept = same.protections([one, three])
    assert kept[one.pk].safe_contact == {"no_post": True} and kept[one.pk].at_risk and not kept[three.pk].at_risk
    part(one, two, WHY, by=cast.sam, at=cast.at)
    assert same.protection(one) == Protection()


@pytest.mark.django_db
def test_a_suggestion_names_its_rules_and_is_gone_once_somebody_has_decided(cast, django_assert_max_num_queries):
    sian = people.person("Siân Gruffydd", phone="07700 900124", postcode="SG1 1AA")
    jane = people.person("Jane Griffiths", phone="+44 7700 900124")
    people.person("Someone Else", phone="07700 900999")
    with django_assert_max_num_queries(3):
        (found,) = same.may_be(sian, one=[sian.pk])
    assert found.person == jane and found.found_by == ("name", "phone")
    assert [one.rule.id for one in found.likeness.reasons] == ["phone-same", "last-form", "first-form"]
    keep_two(sian, jane, "Mother and daughter.", by=cast.sam, at=cast.at)
    assert same.may_be(sian, one=[sian.pk]) == [] == same.may_be(jane, one=[jane.pk])


@pytest.mark.django_db
def test_candidates_are_bounded_whoever_shares_a_number(cast, django_assert_num_queries):
    crowd = [people.person(f"Person {number}", phone="07700 900500") for number in range(80)]
    with django_assert_num_queries(1):
        found = same.candidates(known(crowd[0]), limit=20)
    assert len(found) == 20 and set(found) <= {one.pk for one in crowd}
    assert same.candidates(known(people.person("", anonymous=True))) == []


@pytest.mark.django_db
def test_news_of_a_person_changes_what_they_are_found_by(cast):
    from putright.people.actions import note_person

    sian = people.person("Siân Gruffydd", phone="07700 900124")
    note_person({"phone": "07700 900125"}, at=cast.at, person=sian)
    like = people.person("S. Griffiths", phone="07700 900125")
    assert sian.pk in same.candidates(known(like))
    note_person({"anonymous": True}, at=cast.at, person=sian)
    assert sian.pk not in same.candidates(known(like))
