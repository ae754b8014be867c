"""The pages: what is listed, what a form keeps, and marking a change by hand."""

from datetime import timedelta

import pytest

from gateways import clock
from putright.improvements import actions, rules
from putright.improvements.models import Improvement
from putright.warnings.models import Annotation

from .months import REASON, counted


@pytest.fixture
def made(cast):
    counted(cast, *[40] * 14, *[20] * 5)
    due = cast.at.date() - timedelta(days=3)
    given = actions.Given("Letters name a day", "words", cast.sam, due, which="reason", code=REASON, hoped=-90)
    return actions.begin(given, actions.Begun("lesson", "12"), by=cast.sam, at=cast.at)


@pytest.fixture
def go(client, cast):
    client.force_login(cast.sam.user)

    def asked(address, typed=None):
        with clock.fixed(cast.at):
            where = f"/en/staff/{address}"
            answer = client.get(where) if typed is None else client.post(where, typed)
        return answer.status_code, " ".join(answer.content.decode().split())

    return asked


def day(name, on):
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


def test_what_is_late_says_so_and_where_it_came_from(go, made):
    _status, listed = go("improvements/")
    assert "Letters name a day" in listed and "Late" in listed and "Change of words or forms" in listed
    _status, page = go(f"improvements/{made.pk}/")
    assert "A lesson: 12" in page and "It is measured once" in page and "Hoped for: 90% fewer." in page


def test_a_change_that_was_made_is_measured_and_drawn(go, made, cast):
    typed = {"status": "made", "words": "Done.", "owner": cast.jo.pk}
    days = day("made_on", cast.at - timedelta(days=170)) | day("due_on", cast.at)
    assert go(f"improvements/{made.pk}/step/", typed | days)[0] == 302
    _status, page = go(f"improvements/{made.pk}/")
    assert "fewer than before: more than chance alone would do" in page and "It was not reached." in page
    assert "480 on" in page and 'role="img"' in page and "Change made" in page


def test_a_refused_step_keeps_what_was_typed(go, made, cast):
    typed = {"status": "made", "words": "We changed it.", "owner": cast.sam.pk, **day("due_on", cast.at)}
    status, page = go(f"improvements/{made.pk}/step/", typed)
    assert status == 422 and "We changed it." in page
    assert go(f"improvements/{made.pk}/step/", typed | {"status": "closed"})[0] == 422
    assert made.steps.count() == 1


def test_what_is_written_can_be_changed(go, made, cast):
    typed = {"title": "Letters name a person", "kind": "words", "owner": cast.jo.pk, **day("due_on", cast.at)}
    assert go(f"improvements/{made.pk}/edit/", typed | {"series": "", "hoped": "-30"})[0] == 422
    assert go(f"improvements/{made.pk}/edit/", typed)[0] == 302
    made.refresh_from_db()
    assert (made.title, made.owner, made.code, made.status) == ("Letters name a person", cast.jo, "", rules.PLANNED)
    assert "What is written about it was changed." in go(f"improvements/{made.pk}/")[1]


@pytest.mark.parametrize("asked", ["from=warning&ref=nothing", "from=warning&ref=person/1/2026-01-01"])
def test_no_improvement_from_a_warning_that_cannot_be(go, asked):
    assert go(f"improvements/new/?{asked}")[0] == 404 and go("improvements/999/")[0] == 404


def test_a_new_one_by_hand_and_from_another_kind(go, cast):
    typed = {"title": "A map", "kind": "journey", "owner": cast.sam.pk, **day("due_on", cast.at)}
    assert go("improvements/new/?from=board&ref=B12", typed)[0] == 302
    assert go("improvements/new/?from=person&ref=9", typed)[0] == 302
    assert [one.from_kind for one in Improvement.objects.order_by("pk")] == ["board", ""]


def test_a_change_is_marked_by_hand_and_taken_off(go, made, cast):
    series = f"warnings/reason/{REASON}/"
    typed = {"label": "The menu of 101 changed", "where": "all", **day("on", cast.at)}
    assert go(f"{series}mark/", typed | {"label": ""})[0] == 422
    assert go(f"{series}mark/", typed)[0] == 302
    mark = Annotation.objects.get()
    assert mark.which == "" and "The menu of 101 changed" in go(series)[1]
    assert go(f"{series}mark/{mark.pk}/off/", {})[0] == 302 and go(f"{series}mark/{mark.pk}/off/", {})[0] == 302
    assert "The menu of 101 changed" not in go(series)[1]
    assert go("warnings/person/1/mark/")[0] == 404


def test_few_questions_on_the_list_and_on_the_forms(go, made, cast, django_assert_max_num_queries):
    for _n in range(4):
        actions.begin(
            actions.Given("Another", "words", cast.sam, cast.at.date()), actions.Begun(), by=cast.sam, at=cast.at
        )
    go("improvements/")
    for address, most in (("improvements/", 14), (f"improvements/{made.pk}/", 18), ("improvements/new/", 18)):
        with django_assert_max_num_queries(most):
            assert go(address)[0] == 200
