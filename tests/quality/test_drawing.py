"""The seed, the draw, drawing again, who may look, and what a tampered draw looks like when it is checked."""

import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from demo.emptying import guards_lifted
from demo.journeys import go_round
from putright.cases import queries as cases
from putright.cases.actions import restrict, wall_off
from putright.cases.log import Line, broken_at, write
from putright.cases.models import SEALED, Case, Event
from putright.people.gates import NotAllowed
from putright.quality import checks, owed, population, rules
from putright.quality.actions import drawing, looking
from putright.quality.models import Draw, Picked, Seed
from putright.quality.refusals import Done, NoSeed, NotIndependent, NotYours, OwnWork, SayWhyAgain
from putright.rounds import house
from tests.make import people

from . import samples
from .samples import AFTER, BEGUN, MONTH


@pytest.fixture
def vera(cast):
    return samples.senior()


@pytest.fixture
def gwen(cast):
    return samples.senior("Gwen Hale")


def wrong(draw: Draw) -> list[str]:
    return checks.problems(Draw.objects.select_related("seed").get(pk=draw.pk), None)


def overwrite(draw: Draw, **record: object) -> None:
    """As somebody with the database in their hands would, guards and all."""
    draw = Draw.objects.get(pk=draw.pk)
    with transaction.atomic(), guards_lifted():
        Draw.objects.filter(pk=draw.pk).update(record=draw.record | record)


def test_the_seed_is_recorded_before_and_never_after(cast, vera):
    made = drawing.record_seed(MONTH, at=BEGUN)
    assert drawing.record_seed(MONTH, at=AFTER).secret == made.secret, "the second time changes nothing"
    Case.objects.update(received_at=BEGUN)
    with pytest.raises(NoSeed):
        drawing.record_seed(MONTH.replace(month=2), at=BEGUN)
    with pytest.raises(NoSeed):
        drawing.draw(MONTH, at=BEGUN + timedelta(days=3))


def test_without_a_seed_of_that_time_there_is_no_draw(cast, vera):
    with pytest.raises(NoSeed):
        drawing.draw(MONTH, at=AFTER)


def test_the_draw_is_shared_out_reachable_logged_and_whole(cast, vera, gwen):
    ours = samples.finished(cast.sam, 12) + samples.finished(cast.sam, 3, channel="phone")
    other = samples.finished(cast.sam, 9, channel="email")
    drawn = samples.drawn()
    assert drawn.record["allotted"] == {"dissatisfaction|email": 7, "dissatisfaction|phone": 3, "dissatisfaction|web": 10}
    assert len(drawn.record["chosen"]) == 20 and wrong(drawn) == []
    firsts = Picked.objects.filter(draw=drawn, second=False)
    assert {one.sampler for one in firsts} == {vera, gwen} and Picked.objects.filter(second=True).count() == 5
    one = firsts.first().case
    assert cases.one_open_to(firsts.first().sampler, one.reference, at=AFTER) == one
    assert Event.objects.filter(case=one, verb="sampled").get().facts["digest"] == drawn.digest and broken_at(one) is None
    assert {picked.case_id for picked in firsts} <= {case.pk for case in ours + other}
    assert drawing.draw(MONTH, at=AFTER) == drawn, "the second time changes nothing"


def test_what_a_sampler_had_to_do_with_is_never_drawn(cast, vera):
    free, noted, walled, sealed, theirs = samples.finished(cast.sam, 5)
    write(noted, Line("noted", cast.at, vera))
    wall_off(walled, vera, "knows them", by=cast.jo, at=cast.at)
    restrict(sealed, SEALED, "informant", by=cast.jo, at=cast.at)
    Case.objects.filter(pk=theirs.pk).update(assigned_to=vera)
    drawn = samples.drawn()
    assert [one.case for one in drawn.picked.all()] == [free] and drawn.left_out == 4


@pytest.mark.parametrize("details", [{"role": "supervisor"}, {"team": "front"}, {"employer": "chief_constable"}, {"left": True}])
def test_nobody_of_the_team_or_the_force_is_a_sampler(cast, details):
    who = samples.senior(**({"employer": details["employer"]} if "employer" in details else {}))
    change = {"role": details.get("role", who.role), "left_on": cast.at.date() if "left" in details else None}
    change |= {"team": people.team("front")} if "team" in details else {}
    type(who).objects.filter(pk=who.pk).update(**change)
    assert population.samplers() == []
    drawing.record_seed(MONTH, at=BEGUN)
    with pytest.raises(NotIndependent):
        drawing.draw(MONTH, at=AFTER)


def test_nobody_marks_their_own_work(cast, vera, gwen):
    samples.finished(cast.sam, 2)
    first, second = samples.drawn().picked.filter(second=False)
    with pytest.raises(NotYours):
        looking.look(first, samples.marks(), "Fine.", by=second.sampler, at=AFTER)
    for who in (cast.sam, cast.jo, cast.pat):
        with pytest.raises(NotAllowed):
            looking.look(first, samples.marks(), "Fine.", by=who, at=AFTER)
    Case.objects.filter(pk=first.case_id).update(assigned_to=first.sampler)
    with pytest.raises(OwnWork):
        samples.looked(first)
    type(vera).objects.filter(pk=second.sampler_id).update(team=people.team("front"))
    with pytest.raises(NotIndependent):
        samples.looked(second)


def test_reach_ends_with_the_look_and_the_handler_answers_once(cast, vera):
    samples.finished(cast.sam)
    picked = samples.drawn().picked.get()
    look = samples.looked(picked, plain="not")
    with pytest.raises(cases.NoSuchCase):
        cases.one_open_to(vera, picked.case.reference, at=AFTER + timedelta(days=2))
    with pytest.raises(Done):
        samples.looked(picked)
    with pytest.raises(NotYours):
        looking.answer(look, True, "Yes.", by=cast.jo, at=AFTER)
    looking.answer(look, True, "Yes.", by=cast.sam, at=AFTER)
    with pytest.raises(Done):
        looking.answer(look, False, "No.", by=cast.sam, at=AFTER)
    assert broken_at(Case.objects.get(pk=picked.case_id)) is None


def test_a_redraw_stays_beside_and_needs_a_reason(cast, vera):
    samples.finished(cast.sam, 40)
    first = samples.drawn()
    with pytest.raises(SayWhyAgain):
        drawing.draw_again(first, " ", by=vera, at=AFTER)
    with pytest.raises(NotAllowed):
        drawing.draw_again(first, "Why not", by=cast.jo, at=AFTER)
    again = drawing.draw_again(first, "Two were of a strike day.", by=vera, at=AFTER)
    assert again.record["chosen"] != first.record["chosen"] and Draw.objects.count() == 2 and again.why
    assert checks.problems(again, first) == [] and wrong(first) == []
    with pytest.raises(Done):
        drawing.draw_again(first, "Once more", by=vera, at=AFTER)
    with pytest.raises(Done):
        samples.looked(first.picked.first())
    assert cases.open_to(vera, at=AFTER + timedelta(seconds=1)).count() == 20, "of the first draw nothing is open any more"


def test_the_rounds_record_the_seed_draw_on_the_day_and_remind_once(cast, vera):
    def go(at):
        for key, _since in list(house.owed(at)):
            if key.startswith(owed.PREFIX):
                house.room_of(key).fulfil(key, at=at)
                house.room_of(key).fulfil(key, at=at)
        return [key for key, _since in owed.owed(at, limit=9)]

    assert go(BEGUN) == [] and Seed.objects.get().month == MONTH
    samples.finished(cast.sam, 3)
    go(AFTER - timedelta(days=1))
    assert not Draw.objects.exists(), "not before the third of the month"
    assert go(AFTER) == [] and Draw.objects.get().record["month"] == "2026-03-01"
    late = AFTER + timedelta(days=11)
    assert [key for key, _ in owed.owed(late, limit=9)] == [f"quality:remind:{Draw.objects.get().pk}:{vera.pk}"]
    assert go(late) == []


def test_the_demonstrations_rounds_of_long_ago_leave_the_sample_alone(cast, vera):
    """They would draw months in which nothing had been finished yet, and no page of the sample would show a case."""
    go_round(BEGUN)
    assert not Seed.objects.exists()
    go_round(BEGUN, all_there=True)
    assert Seed.objects.get().month == MONTH


def test_nothing_is_owed_where_nobody_independent_is(cast):
    assert list(owed.owed(AFTER, limit=9)) == []


@pytest.mark.parametrize("table", ["seed", "draw", "picked", "look"])
def test_the_database_refuses_to_rewrite_a_line(cast, vera, table):
    samples.finished(cast.sam)
    samples.looked(samples.drawn().picked.get())
    column = {"seed": "secret", "draw": "digest", "picked": "place", "look": "finding"}[table]
    for sql in (f"UPDATE quality_{table} SET {column} = {column}", f"DELETE FROM quality_{table}"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_a_tampered_list_seed_or_population_is_found_also_by_the_command(cast, vera, capsys):
    samples.finished(cast.sam, 40)
    drawn = samples.drawn()
    record = drawn.record
    call_command("draws")
    assert "2026-03 draw 0: holds" in capsys.readouterr().out
    unpicked = next(key for key, _stratum in record["population"] if key not in record["chosen"])
    for change, code in (
        ({"chosen": [unpicked, *record["chosen"][1:]]}, "chosen"),
        ({"secret": "ab" * 32}, "seed"),
        ({"population": record["population"][1:]}, "population"),
    ):
        overwrite(drawn, **change)
        assert code in wrong(drawn)
        with pytest.raises(SystemExit):
            call_command("draws")
        assert "CHANGED" in capsys.readouterr().out
        overwrite(drawn, **record)
    assert wrong(drawn) == []


@pytest.mark.parametrize(("column", "value"), [
    ("at", AFTER - timedelta(days=1)), ("why", "A reason of later"), ("axes", ["kind"]), ("left_out", 0), ("by", "vera"),
    ("number", 1), ("digest", "f" * 64),
])  # fmt: skip
def test_a_sampler_who_edits_the_row_of_a_draw_is_found_column_by_column(cast, vera, column, value):
    samples.finished(cast.sam, 3)
    write(samples.finished(cast.sam)[0], Line("noted", cast.at, vera))
    drawn = samples.drawn()
    assert wrong(drawn) == [] and drawn.left_out == 1
    with transaction.atomic(), guards_lifted():
        Draw.objects.filter(pk=drawn.pk).update(**{column: vera if value == "vera" else value})
    assert wrong(drawn) != []


@pytest.mark.parametrize("when", [BEGUN - timedelta(days=1), BEGUN + timedelta(days=5)])
def test_the_day_on_which_the_seed_was_recorded_cannot_be_moved_either(cast, vera, when):
    samples.finished(cast.sam, 3)
    drawn = samples.drawn()
    with transaction.atomic(), guards_lifted():
        Seed.objects.update(at=when)
    assert wrong(drawn) == ["beside"]


def test_who_leaves_out_what_stands_beside_is_found_by_the_logs(cast, vera):
    samples.finished(cast.sam, 3)
    drawn = samples.drawn()
    forged = rules.made({name: value for name, value in drawn.record.items() if name != "beside"})
    with transaction.atomic(), guards_lifted():
        Draw.objects.update(record=forged, digest=forged["digest"], at=AFTER - timedelta(days=1))
    assert wrong(drawn) == ["log"]


def test_a_forger_who_makes_the_whole_record_anew_is_found_by_the_logs_of_the_cases(cast, vera):
    samples.finished(cast.sam, 40)
    drawn = samples.drawn()
    forged = rules.made(drawn.record | {"secret": "ab" * 32})
    with transaction.atomic(), guards_lifted():
        Seed.objects.update(secret="ab" * 32, digest=forged["seed_digest"])
        Draw.objects.update(record=forged, digest=forged["digest"])
    assert set(wrong(drawn)) == {"picked", "log"}


def test_the_record_taken_away_is_checked_without_a_database(cast, vera, tmp_path, capsys):
    case = samples.finished(cast.sam, 30)[0]
    told = checks.exported(samples.drawn())
    assert case.reference not in json.dumps(told)
    file = tmp_path / "sample.json"
    file.write_text(json.dumps(told))
    call_command("draws", "--file", str(file))
    assert "holds" in capsys.readouterr().out
    for broken in (json.dumps(told | {"population": told["population"][2:]}), "[]", "{", "{}"):
        file.write_text(broken)
        with pytest.raises(SystemExit):
            call_command("draws", "--file", str(file))
