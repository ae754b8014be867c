"""`demo` gives a working office, anew each time, and never touches a live one."""

from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

import offices
from demo.doors import CHATS
from demo.live import FILE, QUARTER
from demo.logins import PASSWORD
from demo.reviewing import FILE as REVIEWS
from gateways import clock
from putright.cases import search
from putright.cases.log import broken_at
from putright.cases.models import Case, Event
from putright.contacts.channels.chat.models import Chat
from putright.contacts.channels.email.models import Reading
from putright.contacts.models import Contact
from putright.documents.models import Document
from putright.excellence.catalogue import the
from putright.excellence.queries import board
from putright.law.calendar import day_of
from putright.letters.models import Letter
from putright.people import plans
from putright.people.models import Handler, OfficeInUse, Person, Team
from putright.people.queries import handler_for, office
from putright.people.same import may_be
from putright.rounds import house

REVIEWED = REVIEWS.read_text(encoding="utf-8").count("[[reviews]]") + REVIEWS.read_text(encoding="utf-8").count("[[victims]]")
SUNDAY_EARLY = datetime(2026, 11, 22, 6, 45, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def shelf(settings, tmp_path):
    settings.DOCUMENTS = str(tmp_path / "shelf")


def demo(*arguments, at=SUNDAY_EARLY, quick=True):
    words = StringIO()
    with clock.fixed(at):
        call_command("demo", *arguments, *(["--without-history"] if quick else []), stdout=words)
    return words.getvalue()


@pytest.mark.parametrize("slug", offices.known())
def test_any_of_the_offices_opens_with_its_teams_staff_and_live_cases(slug):
    assert slug in demo(slug)
    pack = offices.load(slug)
    assert replace(office(), cost_years=pack.cost_years) == pack, "but for the costs written down under Cost and worth"
    assert set(Team.objects.values_list("slug", flat=True)) == {team.slug for team in pack.teams}
    assert Handler.objects.count() == len(pack.staff)
    written = sum(file.read_text(encoding="utf-8").count("[[cases]]") for file in (FILE, QUARTER))
    assert Case.objects.count() == written + len(CHATS) + REVIEWED == 48
    assert set(Case.objects.values_list("stage", flat=True)) - {"outcome_known"} == {  # that: a review finished, where one may
        "received",
        "allocated",
        "recorded",
        "handed_over",
        "settled",
        "closed",
    }


def test_nothing_is_dated_later_than_now_and_every_log_is_whole_and_in_order():
    demo("hertfordshire")
    assert not Event.objects.filter(at__gt=SUNDAY_EARLY).exists()
    for case in Case.objects.all():
        assert broken_at(case) is None
        moments = list(Event.objects.filter(case=case).order_by("seq").values_list("at", flat=True))
        assert moments == sorted(moments)
        assert len(moments) < 3 or len(set(moments)) > len(moments) / 2  # not all squeezed into one minute


def test_whole_it_has_its_history_and_letters_as_if_the_worker_had_always_been_going():
    assert "2,200 complaints from 9,976 rows; 185 rows listed" in demo("dyfed-powys", quick=False)
    assert Case.objects.filter(imported=True).count() == 2200
    assert not Case.objects.filter(imported=True).exclude(stage="closed").exists()
    assert not Letter.objects.filter(case__imported=True).exists()
    acknowledged = Letter.objects.filter(kind__in=("acknowledgement", "thanks"))
    assert acknowledged.count() == Case.objects.filter(imported=False).exclude(stage="settled").count()
    assert not Letter.objects.filter(made_at__gt=SUNDAY_EARLY).exists()
    # files are looked through for harm, what nobody claimed is swept up, and days are counted a few at a time, by the worker that
    # runs now
    later = ("documents:", "facts:fill:")
    assert [key for key, _since in house.owed(SUNDAY_EARLY) if not key.startswith(later)] == []
    for case in [*Case.objects.filter(imported=False), *Case.objects.filter(imported=True)[:200]]:
        assert broken_at(case) is None


def test_each_of_the_staff_can_sign_in_with_the_printed_password_and_has_a_second_factor():
    demo("dyfed-powys")
    printed = demo("--logins")
    assert len(PASSWORD) >= 15
    assert PASSWORD in printed
    for user in get_user_model().objects.all():
        assert user.username in printed
        assert authenticate(None, username=user.username, password=PASSWORD) == user
        assert Authenticator.objects.filter(user=user, type="totp").count() == 1
        assert handler_for(user).name


def test_welsh_is_handled_by_somebody_who_speaks_it_where_the_office_has_one():
    demo("dyfed-powys")
    taken = Case.objects.filter(language="cy", assigned_to__isnull=False)
    assert taken.exists()
    assert not taken.filter(assigned_to__speaks_welsh=False).exists()


def test_one_person_who_rang_three_times_is_one_person():
    demo("essex")
    merv = Person.objects.get(name="Merv Stannage")
    assert Contact.objects.filter(person=merv).count() == 3


def test_loading_again_empties_first_and_puts_the_guards_back():
    demo("essex")
    before = Case.objects.first()
    demo("cleveland")
    assert OfficeInUse.objects.get().slug == "cleveland"
    assert Case.objects.count() == 48
    assert not Case.objects.filter(reference=before.reference).exists()
    assert search.find(Case.objects.all(), "skateboard").count() == 1
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Event.objects.all()._raw_delete("default")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE cases_event SET verb = 'settled'")


def test_if_empty_keeps_what_is_there_and_loads_where_nothing_is():
    demo("essex", "--if-empty")
    case = Case.objects.first()
    assert "kept" in demo("cleveland", "--if-empty")
    assert OfficeInUse.objects.get().slug == "essex"
    assert Case.objects.filter(reference=case.reference).exists()


def test_a_live_office_refuses_and_nothing_is_changed(settings):
    demo("essex")
    settings.MODE = "live"
    for arguments in (["cleveland"], ["--if-empty"], ["--logins"]):
        with pytest.raises(CommandError, match="live office"):
            demo(*arguments)
    assert OfficeInUse.objects.get().slug == "essex"
    assert Case.objects.count() == 48


def test_an_office_we_do_not_know_is_refused_with_the_nearest_and_nothing_is_emptied():
    demo("essex")
    with pytest.raises(CommandError, match='Did you mean "cleveland"'):
        demo("clevland")
    assert Case.objects.count() == 48


def test_every_element_of_the_standard_has_evidence_an_assessor_may_see_and_one_is_not_scored_yet():
    demo("dyfed-powys")
    rows = board(the("cse"), Case.objects.all(), day_of(SUNDAY_EARLY))
    assert len(rows) == 57 and all(row.fit for row in rows)
    assert any(row.fit < row.items for row in rows)  # something is still to be redacted, something no longer recent
    assert {row.part.ref for row in rows if not row.mark} == {"5.3.3"}


def test_the_newer_ways_in_have_something_to_show():
    demo("dyfed-powys")
    assert set(Chat.objects.values_list("state", "contact__case__stage")) == {("ended", "settled")}
    assert [(one.state, one.why) for one in Reading.objects.all()] == [("tray", "no_case")]
    assert Document.objects.exclude(case=None).get().content.shown_as == "image"
    assert [plan.person.name for plan in plans.standing()] == ["Merv Stannage"]
    assert set(Contact.objects.exclude(topic="").values_list("topic", flat=True)) == {
        "rural-crime", "suggestion", "vehicle-recovery", "victims-review",
    }  # fmt: skip
    sunil = Person.objects.get(name="Sunil Marrable")
    assert [found.person.name for found in may_be(sunil, one=[sunil.pk])] == ["Sunil Marable"]
