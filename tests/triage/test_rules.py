"""What the findings suggest, what is asked next, and what nobody may decide away. No database."""

from datetime import date
from itertools import product

import pytest

from putright.law.terms import Known
from putright.triage import asking, rules

from .sheets import BYSTANDER, COMPLAINT, NO_WISH, NONE_SERIOUS, ORDINARY, OURS, THANKS, WISH, found

SERIOUS = {"yes": NONE_SERIOUS | {"serious_assault": "yes"}, "no": NONE_SERIOUS, "not known": {}}
IS_COMPLAINT = {"yes": COMPLAINT, "no": BYSTANDER, "thanks": THANKS, "not known": {}}
WISHES = {"yes": WISH, "no": NO_WISH, "not known": {}}
OWNERS = {"ours": OURS, "not known": {}, "elsewhere": asking.chosen_facts("owner", ["about_another_force"])}

# serious, complaint, wishes, owner -> suggested, and which of outside / not_complaint may be decided besides recording.
# The first row that fits is the one that holds; "-" fits everything. Written from the law, not from the code.
TABLE = [
    # PRA 2002 Sch 3 para 2(2)-(5): another body's is passed on, and nothing is suggested here.
    (("no", "yes", "no", "elsewhere"), None, {"outside"}),
    (("no", "no", "-", "elsewhere"), None, {"not_complaint"}),
    (("no", "thanks", "-", "elsewhere"), None, {"not_complaint"}),
    (("yes", "no", "-", "elsewhere"), None, {"not_complaint"}),
    (("-", "thanks", "-", "elsewhere"), None, {"not_complaint"}),
    (("no", "not known", "no", "elsewhere"), None, {"outside"}),
    (("-", "-", "-", "elsewhere"), None, set()),
    # Para 2(6B): what is serious is recorded, whoever raised it; a finding that it is no complaint may stand, with a reason.
    (("yes", "yes", "-", "-"), "recorded", set()),
    (("yes", "not known", "-", "-"), "recorded", set()),
    (("yes", "-", "-", "-"), "recorded", {"not_complaint"}),
    # Para 2(9): not a complaint. While it is not known whether anything is serious, nothing is suggested, unless thanked.
    (("-", "thanks", "-", "-"), "not_complaint", {"not_complaint"}),
    (("no", "no", "-", "-"), "not_complaint", {"not_complaint"}),
    (("not known", "no", "-", "-"), None, set()),
    # Para 2(6A)(a): they wish it recorded.
    (("-", "-", "yes", "-"), "recorded", set()),
    # Para 2(6C): outside Schedule 3 only when everything is known and nothing requires more.
    (("no", "yes", "no", "-"), "outside", {"outside"}),
    (("no", "not known", "no", "-"), None, {"outside"}),
    (("-", "-", "-", "-"), None, set()),
]
SITUATIONS = list(product(SERIOUS, IS_COMPLAINT, WISHES, OWNERS))


def row_for(situation):
    return next(row for row in TABLE if all(want in ("-", have) for want, have in zip(row[0], situation, strict=True)))


def weighed(situation):
    grave, complaint, wish, owner = situation
    return found(SERIOUS[grave], IS_COMPLAINT[complaint], WISHES[wish], OWNERS[owner])


@pytest.mark.parametrize("situation", SITUATIONS, ids=" / ".join)
def test_the_table_of_suggestions(situation):
    assert rules.suggested(weighed(situation)) == row_for(situation)[1]


def expected_open(situation):
    """Outside needs: nothing serious, no wish, both known; whatever else. The table's last column says the rest."""
    allowed = set(row_for(situation)[2])
    if situation[0] == "no" and situation[2] == "no":
        allowed.add("outside")
    return allowed | {"recorded"}


@pytest.mark.parametrize("situation", SITUATIONS, ids=" / ".join)
def test_the_table_of_what_may_be_decided(situation):
    weighings = weighed(situation)
    routes = (rules.OUTSIDE, rules.RECORDED, rules.NOT_COMPLAINT)
    assert {route for route in routes if rules.may_decide(route, weighings)} == expected_open(situation)


@pytest.mark.parametrize("situation", SITUATIONS, ids=" / ".join)
def test_what_is_suggested_may_always_be_decided(situation):
    weighings = weighed(situation)
    route = rules.suggested(weighings)
    assert route is None or rules.may_decide(route, weighings)


LESS_FIRST = (rules.NOT_COMPLAINT, rules.OUTSIDE, rules.RECORDED)


@pytest.mark.parametrize("fact", [*rules.SERIOUS, rules.WISH])
def test_not_known_never_suggests_less_than_yes_would(fact):
    """For every base sheet: forgetting a protective fact never leads to a less protective route than its yes."""
    for base in (ORDINARY, ORDINARY | BYSTANDER, ORDINARY | WISH, ORDINARY | {"serious_assault": "yes"}):
        if_yes = rules.suggested(found(base | {fact: "yes"}))
        unknown = rules.suggested(found(base | {fact: "not_known"}))
        assert unknown is None or LESS_FIRST.index(unknown) >= LESS_FIRST.index(if_yes)


@pytest.mark.parametrize("fact", rules.SERIOUS)
def test_one_serious_thing_not_known_cannot_be_decided_away(fact):
    weighings = found(ORDINARY | {fact: "not_known"})
    assert rules.suggested(weighings) is None
    assert not rules.may_decide(rules.OUTSIDE, weighings)
    assert not rules.may_decide(rules.NOT_COMPLAINT, weighings)


@pytest.mark.parametrize("fact", rules.QUESTIONS["referral"].facts)
def test_each_kind_M1_to_M9_refers_and_is_recorded(fact):
    weighings = found(ORDINARY | {fact: "yes"})
    assert weighings["referral"].answer is Known.YES
    assert rules.suggested(weighings) == rules.RECORDED
    assert not rules.may_decide(rules.OUTSIDE, weighings)


def test_on_a_day_whose_law_we_do_not_hold_nothing_less_than_recording_may_be_decided():
    weighings = rules.findings(ORDINARY, on=date(2019, 5, 1))
    assert rules.suggested(weighings) is None
    assert not rules.may_decide(rules.OUTSIDE, weighings)


