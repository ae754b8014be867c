"""What is kept is what a full count says: over generated histories with back-dated, corrected and removed rows, kept up
by the rounds at any moment between them."""

from collections import Counter
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from gateways import clock
from putright.allocation.models import Handover
from putright.cases.log import Line, write
from putright.cases.models import Allegation, Case
from putright.contacts.models import Answer, Contact
from putright.facts import checking, fallen, keeping, kept, owed, sentries
from putright.facts.fallen import Quick
from putright.facts.measures import MEASURES
from putright.facts.models import Fell, Keeping, Kept, Mark
from putright.facts.months import Month, Span, spans
from putright.facts.reckoning import Reckoning
from putright.facts.rows import counted
from putright.facts.sources import Scope
from putright.recovery.models import Attempt
from putright.reviews.models import Review
from putright.triage.models import Decision
from putright.victims.models import Review as VictimReview
from tests.reports.test_agreement import BEGINS, ESSEX, GENERATED, MONTH, NOW, files, make, office

__all__ = ["office"]
DAYS = Span(date(2026, 3, 1), date(2026, 3, 5)).days  # kept; the rest of the month is counted from its rows


def full(month: Month = MONTH) -> dict[str, Counter]:
    found = counted(kept.stored(keeping.scope_of(month.first, ESSEX, NOW), MEASURES))
    return {key: Counter(parts) for key, parts in found.items()}


def quick(month: Month = MONTH) -> dict[str, Counter]:
    return {key: Counter(parts) for key, parts in kept.counts(keeping.scope_of(month.first, ESSEX, NOW), MEASURES).items()}


def they_agree() -> None:
    assert quick() == full()
    one, other = Quick(MONTH, ESSEX, NOW), Reckoning(MONTH, ESSEX, NOW)
    assert Counter(one.fell) == Counter(other.fell) and one.fates == other.fates
    assert Counter(one.contacted) == Counter(other.contacted) and one.reached == other.reached
    assert set(one.among) >= {Case(pk=fell.case) for fell in other.fell}


def back_date(case: Case, contact: Contact, at, sam) -> None:
    Contact.objects.filter(pk=contact.pk).update(received_at=at)
    Case.objects.filter(pk=case.pk).update(received_at=at)


def correct(case: Case, contact: Contact, at, sam) -> None:
    Contact.objects.filter(pk=contact.pk).update(reason="informed", kind="enquiry", channel="letter", topic="", settled_at=None)
    Case.objects.filter(pk=case.pk).update(kind="enquiry", finished_at=at)


def events(case: Case, contact: Contact, at, sam) -> None:
    write(case, *(Line(verb, at, sam, facts={}) for verb in ("spoke", "put_right", "given_back")))


def decided(case: Case, contact: Contact, at, sam) -> None:
    """A decision of an earlier day than the one there is: another becomes the first, on another day."""
    for one in Decision.objects.filter(case=case).order_by("-number"):
        Decision.objects.filter(pk=one.pk).update(number=one.number + 1)
    Decision.objects.create(case=case, number=1, at=at, by=sam, facts={}, findings={}, route="recorded")
    Allegation.objects.update_or_create(case=case, number=1, defaults={"words": "w", "category": "A1", "edition": "e"})


def removed(case: Case, contact: Contact, at, sam) -> None:
    for table in (Decision, Handover, Allegation):
        table.objects.filter(case=case).delete()
    Answer.objects.filter(contact=contact).delete()


def review(case: Case, contact: Contact, at, sam) -> None:
    number = Review.objects.filter(case=case).count() + 9
    Review.objects.create(
        case=case, number=number, contact=contact, received_on=at.date(), at=at, by=sam, facts={"handled": "otherwise"},
        admitted="accepted", admitted_at=at, outcome="upheld", decided_at=at,
    )  # fmt: skip
    VictimReview.objects.create(case=case, asked_on=at.date(), door="phone", decision="", opened_at=at, ended_at=at, result="x")
    Attempt.objects.create(case=case, offer="apology", words="w", at=at, by=sam, content="no", answered_at=at)


def answered(case: Case, contact: Contact, at, sam) -> None:
    Contact.objects.filter(pk=contact.pk).update(topic="vehicle-recovery", told_before=2)
    if not Answer.objects.filter(contact=contact).exists():
        about = {"topic": "vehicle-recovery", "question": "unhappy-after", "since": BEGINS.date()}
        Answer.objects.create(contact=contact, **about, value="no")


def another(case: Case, contact: Contact, at, sam) -> None:
    """A second contact, of any day; and the case proves to be imported history."""
    contact.pk, contact.key, contact.received_at = None, uuid4(), at
    contact.save()
    Case.objects.filter(pk=case.pk).update(imported=not case.imported)


CHANGES = (back_date, correct, events, decided, removed, review, answered, another)
moments = st.integers(0, 7 * 24 * 60).map(lambda minutes: BEGINS + timedelta(days=26, minutes=minutes))  # about those days
steps = st.one_of(
    st.tuples(st.sampled_from(CHANGES), st.integers(0, 5), moments),
    st.tuples(st.sampled_from(["rounds", "look"]), st.integers(0, 5), moments),
)


def rounds() -> None:
    for key, _ in list(owed.owed(NOW, limit=0)):
        with clock.fixed(NOW):
            owed.fulfil(key, at=NOW)


@settings(GENERATED, max_examples=12)
@given(history=st.lists(files, min_size=1, max_size=4), then=st.lists(steps, max_size=8))
def test_what_is_kept_is_what_a_full_count_says_whatever_is_changed_in_whatever_order(office, history, then):
    with transaction.atomic():
        make(history[:-1], *office)
        keeping.keep_all(ESSEX, NOW, min(DAYS), max(DAYS))
        make(history[-1:], *office)
        cases = list(Case.objects.order_by("pk"))
        for what, number, at in then:
            case = cases[number % len(cases)]
            if what == "look":
                they_agree()
            elif what == "rounds":
                rounds()
            else:
                what(Case.objects.get(pk=case.pk), Contact.objects.filter(case=case).first(), at, office[2])
        they_agree()
        rounds()
        assert not list(checking.differences(ESSEX, NOW, Span(min(DAYS), max(DAYS))))
        transaction.set_rollback(True)


@pytest.fixture
def history(office):
    shared = {"late": 0, "channel": "ivr", "kind": "complaint", "reason": "", "imported": False, "elsewhere": False}
    at = BEGINS + timedelta(days=28, hours=10)
    make([{"at": at + timedelta(days=n), **shared, "then": [(at + timedelta(days=n + 4), ("spoke", {}))]} for n in range(3)],
         *office)  # fmt: skip
    keeping.keep_all(ESSEX, NOW, min(DAYS), max(DAYS))
    return office


def differences() -> list[checking.Differs]:
    return list(checking.differences(ESSEX, NOW, Span(min(DAYS), max(DAYS))))


def test_nothing_is_read_from_the_rows_of_days_that_are_kept(history, django_assert_max_num_queries):
    scope = Scope(Span(min(DAYS), max(DAYS)), ESSEX, NOW)
    assert Kept.objects.count() == len(DAYS) and not Mark.objects.exists()
    with django_assert_max_num_queries(3):
        assert kept.counts(scope, MEASURES)["contacts"]


def test_a_wrong_count_is_found_and_said(history):
    assert not differences()
    one = next(one for one in Kept.objects.all() if one.counts)
    one.counts["contacts"] = {"phone": 7}
    one.save()
    assert [str(found) for found in differences()] == [f"{one.on}: contacts phone is kept as 7 and is 1"]


def test_a_promise_kept_wrong_is_found_and_said(history):
    one = Fell.objects.order_by("due_at").first()
    Fell.objects.filter(pk=one.pk).update(fate="excused")
    assert {found.figure.split()[-1] for found in differences()} == {one.fate.replace("open", "missed"), "excused"}


def test_a_mark_that_was_lost_is_found(history):
    Contact.objects.update(channel="letter")
    Mark.objects.all().delete()
    assert {found.figure for found in differences()} == {"contacts letter", "contacts phone"}


def test_a_trigger_that_is_gone_stops_everything_kept_from_being_used_until_the_rounds_put_it_back(history):
    name, table = sorted((name, table) for name, table in sentries._standing(connection).items() if "contact_update" in name)[0]
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}" + ("" if connection.vendor == "sqlite" else f" ON {table}"))
    Contact.objects.update(channel="letter")
    assert quick() == full() and not isinstance(fallen.reckoned(MONTH, ESSEX, NOW), Quick)
    assert [key.rpartition(":")[0] for key, _ in owed.owed(NOW, limit=5)] == ["facts:begin"]
    keeping.begin(ESSEX, NOW)
    assert sentries.stand(connection) and quick() == full()


def test_other_promises_make_every_case_be_read_again(history):
    Keeping.objects.update(basis="other promises")
    assert not isinstance(fallen.reckoned(MONTH, ESSEX, NOW), Quick)
    assert [key.rpartition(":")[0] for key, _ in owed.owed(NOW, limit=5)] == ["facts:begin"]


def test_a_month_asked_of_a_moment_before_anything_was_kept_is_counted_in_full(history):
    assert isinstance(fallen.reckoned(MONTH, ESSEX, NOW), Quick)
    assert not isinstance(fallen.reckoned(MONTH, ESSEX, NOW - timedelta(days=30)), Quick)


def test_every_table_a_kept_measure_reads_is_watched(history):
    asked = kept.stored(Scope(MONTH, ESSEX, NOW), MEASURES)
    known = set(connection.introspection.table_names())
    for key, rows in asked.items():
        sql = str(rows.tally.query)
        assert {table for table in known if f'"{table}"' in sql} <= sentries.WATCHED.keys(), key


def test_recount_says_and_ends_with_one_and_keep_puts_it_right(history, capsys):
    Kept.objects.filter(on=date(2026, 3, 1)).update(counts={})
    with clock.fixed(NOW):
        with pytest.raises(SystemExit):
            call_command("recount", days=50)
        assert "is kept as 0 and is 1" in capsys.readouterr().err
        call_command("recount", days=50, keep=True)
    assert "0 differences" in capsys.readouterr().out


def test_days_one_after_another_are_one_span():
    some = sorted(MONTH.days)
    assert spans([*some[:3], *some[5:7]]) == [Span(some[0], some[2]), Span(some[5], some[6])] and not spans([])
