"""The demonstration's months: a warning stands, one became an improvement, and each verdict can be read."""

from datetime import timedelta

import pytest

from demo import improving
from putright.cases.models import Case
from putright.improvements import queries, rules
from putright.warnings import queries as warned
from tests.make import cases as make


@pytest.mark.parametrize("later", [0, 45, 200, 240])
def test_the_register_has_every_status_and_every_verdict_on_whatever_day_it_is_loaded(cast, later):
    now = cast.at + timedelta(days=later)
    Case.objects.filter(pk=make.case(cast.ffion).pk).update(imported=True)
    assert improving.show_improvements([cast.sam, cast.jo], now=now) == 7
    found = dict(queries.register(now))
    assert set(found) == set(rules.STATUSES)
    verdicts = {row.measured.verdict for rows in found.values() for row in rows if row.measured}
    assert verdicts == {rules.FEWER, rules.CHANCE, rules.EARLY}
    assert any(row.late for row in found[rules.DOING])
    assert "informed.no-update" in {one.code for one in warned.standing(now)}
    (closed,) = found[rules.CLOSED]
    assert rules.reached(closed.measured, closed.improvement.hoped)


def test_without_history_there_is_nothing_to_show(cast):
    assert improving.show_improvements([cast.sam], now=cast.at) == 0
