"""What an office says is true on a given day."""

from datetime import date, time

import pytest

from offices import OfficeError, in_force, load

TODAY = date(2026, 11, 22)
ALL_SAINTS_2014 = date(2014, 11, 1)


@pytest.fixture
def dyfed_powys():
    return load("dyfed-powys")


def test_dyfed_powys_follows_its_2014_process_until_the_new_law(dyfed_powys):
    assert dyfed_powys.process(ALL_SAINTS_2014) == "2014"
    assert dyfed_powys.process(date(2020, 1, 31)) == "2014"
    assert dyfed_powys.process(date(2020, 2, 1)) == "2020"
    assert dyfed_powys.process(TODAY) == "2020"


def test_an_office_whose_old_process_nobody_wrote_down_has_none():
    assert load("cleveland").process(ALL_SAINTS_2014) is None


def test_the_2014_process_runs_from_a_to_e(dyfed_powys):
    assert [f"{r.letter}{r.order}" for r in dyfed_powys.routes(ALL_SAINTS_2014)] == (
        "A1 A2 A3 A4 A5 B1 B2 B3 C1 C2 C3 C4 D1 D2 E1".split()
    )
    assert dyfed_powys.routes(TODAY) == ()


@pytest.mark.parametrize(
    ("letter", "order", "does", "teams"),
    [
        ("A", 1, "hand_over", ("psd",)),
        ("A", 2, "hand_over", ("commissioner",)),
        ("A", 3, "recover", ("front",)),
        ("A", 4, "allocate", ("carmarthenshire", "ceredigion", "pembrokeshire", "powys")),
        ("A", 5, "refer", ("psd", "commissioner")),
        ("C", 3, "recover", ("control-room",)),
        ("D", 1, "keep", ("psd",)),
        ("E", 1, "pass_to_team", ("front",)),
    ],
)
def test_each_step_of_2014_goes_where_the_decision_report_says(dyfed_powys, letter, order, does, teams):
    step = next(r for r in dyfed_powys.routes(ALL_SAINTS_2014) if (r.letter, r.order) == (letter, order))
    assert (step.does, step.teams) == (does, teams)


def test_what_others_settle_on_the_spot_is_looked_at_by_the_team(dyfed_powys):
    looked_at = [f"{r.letter}{r.order}" for r in dyfed_powys.routes(ALL_SAINTS_2014) if r.reviewed_by_team]
    assert looked_at == ["B2", "C3"]


def test_ten_days_to_refer_then_and_now_starting_again_when_clarified(dyfed_powys):
    for on in (ALL_SAINTS_2014, TODAY):
        promise = dyfed_powys.promise("refer", on)
        assert promise is not None
        assert (promise.kind, promise.number, promise.restarts_when_clarified) == ("days", 10, True)
        assert promise.source == "S3"


def test_no_promise_to_refer_before_the_team_was_decided_on(dyfed_powys):
    assert dyfed_powys.promise("refer", date(2014, 10, 19)) is None


@pytest.mark.parametrize("slug", ["hertfordshire", "cleveland", "dyfed-powys", "essex"])
@pytest.mark.parametrize(
    ("name", "kind", "number"),
    [("iopc-referral", "end_of_next_day", 1), ("update", "weeks", 4), ("outcome", "working_days", 5)],
)
def test_what_the_regulations_of_2020_promise_binds_every_office_from_their_first_day(slug, name, kind, number):
    office = load(slug)
    promise = office.promise(name, date(2020, 2, 1))
    assert promise is not None
    assert (promise.kind, promise.number, promise.statutory, promise.source) == (kind, number, True, "law")
    assert office.promise(name, date(2020, 1, 31)) is None


@pytest.mark.parametrize(
    ("slug", "source"),
    [("hertfordshire", "S1"), ("cleveland", "S2"), ("dyfed-powys", "demonstration"), ("essex", "demonstration")],
)
def test_first_contact_is_one_working_day_and_says_whose_promise_it_is(slug, source):
    promise = load(slug).promise("first-contact", TODAY)
    assert promise is not None
    assert (promise.kind, promise.number, promise.source) == ("working_days", 1, source)


@pytest.mark.parametrize("slug", ["hertfordshire", "cleveland", "essex"])
def test_ten_days_to_refer_is_only_a_marked_default_elsewhere(slug):
    promise = load(slug).promise("refer", TODAY)
    assert promise is not None
    assert (promise.number, promise.source) == (10, "demonstration")


def test_a_promise_nobody_can_make_is_refused_with_the_nearest(dyfed_powys):
    with pytest.raises(OfficeError, match='no promise called "updates". Did you mean "update"'):
        dyfed_powys.promise("updates", TODAY)


def test_longer_hours_that_were_only_planned_are_not_in_force(dyfed_powys):
    (row,) = dyfed_powys.hours(TODAY)
    assert (row.opens, row.closes) == (time(9), time(17))
    assert [(h.opens, h.closes) for h in dyfed_powys.opening if h.planned] == [(time(8), time(20))]
    assert dyfed_powys.hours(date(2014, 10, 19)) == ()


@pytest.mark.parametrize(
    ("slug", "on", "model", "holder"),
    [
        ("hertfordshire", date(2020, 1, 31), 0, "chief_constable"),
        ("hertfordshire", date(2020, 2, 1), 2, "commissioner"),
        ("cleveland", date(2022, 1, 31), 1, "chief_constable"),
        ("cleveland", date(2022, 2, 1), 2, "commissioner"),
        ("dyfed-powys", ALL_SAINTS_2014, 0, "chief_constable"),
        ("dyfed-powys", TODAY, 2, "commissioner"),
        ("essex", date(2017, 6, 15), 0, "chief_constable"),
        ("essex", TODAY, 1, "chief_constable"),
    ],
)
def test_who_hears_complaints_first(slug, on, model, holder):
    functions = load(slug).functions(on)
    assert functions is not None
    assert (functions.model, functions.holder) == (model, holder)


def test_what_dyfed_powys_does_today_is_marked_as_our_assumption(dyfed_powys):
    functions = dyfed_powys.functions(TODAY)
    assert functions is not None
    assert functions.source == "demonstration"


def test_essex_takes_option_three_and_live_chat_only_once_it_began():
    essex = load("essex")
    before = {c.slug for c in essex.channels(date(2018, 7, 31))}
    after = {c.slug: c.counts_as for c in essex.channels(date(2018, 8, 1))}
    assert "chat" not in before
    assert after["ivr"] == "phone"
    assert after["chat"] is None
    assert after["chat_offline"] == "web"
    assert "social" not in after


def test_action_fraud_became_report_fraud_on_4_december_2025():
    agencies = [a for a in load("essex").agencies if a.slug == "fraud"]
    (before,) = in_force(agencies, date(2025, 12, 3))
    (after,) = in_force(agencies, date(2025, 12, 4))
    assert (before.words.en, after.words.en) == ("Action Fraud", "Report Fraud (formerly Action Fraud)")
    assert before.phone == after.phone == "0300 123 2040"


def test_only_essex_has_cost_figures():
    with_figures = [s for s in ("hertfordshire", "cleveland", "dyfed-powys", "essex") if load(s).costs(TODAY)]
    assert with_figures == ["essex"]


def test_cleveland_is_set_beside_the_national_average():
    (benchmark,) = load("cleveland").benchmarks
    assert (benchmark.ours, benchmark.others, benchmark.kind, benchmark.source) == (13, 17, "working_days", "S2")


def test_dyfed_powys_splits_its_three_staff_between_two_employers(dyfed_powys):
    team = [(s.role, s.employer, s.direction) for s in dyfed_powys.staff if s.team == "front"]
    assert team == [
        ("handler", "commissioner", "commissioner"),
        ("handler", "chief_constable", "commissioner"),
        ("supervisor", "commissioner", "commissioner"),
    ]


def test_dyfed_powys_offers_welsh_first(dyfed_powys):
    assert dyfed_powys.languages.first == "cy"
    assert dyfed_powys.languages.active_offer


def test_a_team_or_reason_is_found_by_its_name_and_an_unknown_one_refused(dyfed_powys):
    assert dyfed_powys.team("pembrokeshire").words.cy == "Sir Benfro"
    assert dyfed_powys.reason("informed.no-update").allegation == "Delivery of duties and service"
    with pytest.raises(OfficeError, match='dyfed-powys has no slug "pembrokshire". Did you mean "pembrokeshire"'):
        dyfed_powys.team("pembrokshire")
    with pytest.raises(OfficeError, match='has no code "informed.no-updat"'):
        dyfed_powys.reason("informed.no-updat")
