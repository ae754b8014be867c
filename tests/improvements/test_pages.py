"""The pages: what is listed, what a form keeps, and marking a change by hand."""

from datetime import timedelta

import pytest

from gateways import clock
from putright.codes.usage import Use, uses
from putright.facts.months import Month
from putright.improvements import actions, counting, queries, rules
from putright.improvements.models import Improvement
from putright.learning.actions.lessons import Learned, note_lesson
from putright.warnings.models import Annotation
from tests.make.contacts import contact

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


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_any_measure_counts_an_improvement_and_its_day_is_drawn_on_that_measures_page(client, cast, lang):
    counted(cast, *[40] * 14, *[10] * 5)
    client.force_login(cast.jo.user)
    made_on = cast.at - timedelta(days=170)
    typed = {"title": "One form and not three", "kind": "words", "owner": cast.sam.pk}
    typed |= {"series": "measure/contacts", "hoped": "-30"}
    with clock.fixed(cast.at):
        assert "measure/contacts" in client.get(f"/{lang}/staff/improvements/new/").content.decode()
        assert client.post(f"/{lang}/staff/improvements/new/", typed | day("due_on", cast.at)).status_code == 302
        one = Improvement.objects.get()
        step = {"status": "made", "words": "Done.", "owner": cast.sam.pk} | day("made_on", made_on) | day("due_on", cast.at)
        assert client.post(f"/{lang}/staff/improvements/{one.pk}/step/", step).status_code == 302
        page = client.get(f"/{lang}/staff/improvements/{one.pk}/").content.decode()
        drawn = client.get(f"/{lang}/staff/reports/measures/contacts/").content.decode()
        other = client.get(f"/{lang}/staff/reports/measures/settled/").content.decode()
    assert "One form and not three" in drawn and "One form and not three" not in other
    assert f"/{lang}/staff/reports/measures/contacts/" in page and 'role="img"' in page
    one.refresh_from_db()
    found = queries.measured(one, cast.at)
    assert (found.verdict, found.before.months, found.after.months) == (rules.FEWER, 12, 4)
    assert (found.before.count, found.after.count) == (480, 40), "what its own contacts were, and no others"
    assert f"{found.before.count} on" in page or lang == "cy"


def test_a_cause_of_an_improvement_is_a_use_of_its_code(cast):
    given = actions.Given("Letters name a day", "words", cast.sam, cast.at.date(), cause="delay")
    actions.begin(given, actions.Begun(), by=cast.sam, at=cast.at)
    assert uses("causes")["delay"] == Use(0, cast.at.date())
    note_lesson(Learned("team", "delay", "Ring back"), contact(cast.ffion).case, by=cast.sam, at=cast.at + timedelta(days=2))
    assert uses("causes")["delay"] == Use(1, cast.at.date() + timedelta(days=2))


def test_a_measure_has_whole_months_that_are_over_and_no_more_than_are_compared(cast):
    changed = cast.at.date() - timedelta(days=170)
    found = counting.months(changed, cast.at)
    assert found[-1] == Month.of(cast.at).previous and found == sorted(set(found))
    assert sum(one < Month.of(changed) for one in found) >= rules.MOST
    assert len(counting.months(None, cast.at)) == 2 * rules.MOST + 1
    assert counting.of_measure("no-such", changed, cast.at) == []


@pytest.mark.parametrize(("lang", "kind"), [("en", "Journey map"), ("cy", "Map o’r daith")])
def test_a_journey_drawn_with_another_unit_is_kept_with_its_steps(client, cast, lang, kind):
    client.force_login(cast.sam.user)
    at = f"/{lang}/staff/improvements/"
    typed = {"title": "Who a victim of fraud is sent to", "kind": "journey", "owner": cast.sam.pk, **day("due_on", cast.at)}
    step = {"status": "doing", "words": "Drawn with the cybercrime unit.", "owner": cast.sam.pk, **day("due_on", cast.at)}
    with clock.fixed(cast.at):
        assert client.post(f"{at}new/", typed).status_code == 302
        one = f"{at}{Improvement.objects.get().pk}/"
        done = client.post(f"{one}step/", step)
        page = client.get(one).content.decode()
        assert done.status_code == 302, done.content.decode()
        assert "Drawn with the cybercrime unit." in page and kind in page and kind in client.get(at).content.decode()
