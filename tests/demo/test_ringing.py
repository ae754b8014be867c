"""A list to be rung is drawn by chance: whichever third it is, the demonstration rings only whom it may."""

from io import StringIO

import pytest
from django.core.management import call_command

from demo import second_look
from gateways import clock
from putright.callbacks import actions
from putright.callbacks.models import Attempt, Batch, Victim
from putright.callbacks.rules import every_nth
from putright.people.models import Handler, Person

from .test_load import SUNDAY_EARLY

pytestmark = pytest.mark.django_db


def not_to_be_rung(number: int) -> Person:
    """Somebody known here, with the number of a row of the list."""
    made = {"name": f"Known {number}", "phone": f"01632 960{number:03}", "phone_key": f"441632960{number:03}"}
    return Person.objects.create(**made, safe_contact={"no_phone": True}, made_at=SUNDAY_EARLY)


@pytest.mark.parametrize("third", [1, 2, 3])
def test_whichever_third_is_drawn_nobody_is_rung_who_may_not_be(third, monkeypatch, settings, tmp_path):
    settings.DOCUMENTS = str(tmp_path / "shelf")
    with clock.fixed(SUNDAY_EARLY):
        call_command("demo", "essex", "--without-history", stdout=StringIO())
    protected = {not_to_be_rung(number).phone for number in (7, 8, 9)}
    monkeypatch.setattr(actions.secrets, "randbelow", lambda _most: third - 1)
    second_look.ring_back(list(Handler.objects.all()), now=SUNDAY_EARLY)
    drawn = Victim.objects.filter(batch=Batch.objects.get())
    assert set(drawn.values_list("number", flat=True)) == set(every_nth(60, 3, third))
    rung = set(drawn.exclude(said=None).values_list("phone", flat=True)) | set(
        Attempt.objects.values_list("victim__phone", flat=True)
    )
    assert len(rung) == 9 and not rung & protected
