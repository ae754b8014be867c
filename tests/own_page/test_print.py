"""Large print of the page itself: a plain press that works without a script, before and after coming in."""

import pytest

from putright.people.models import Person
from tests.make.passes import Guest, at_home

pytestmark = pytest.mark.django_db
PRESS = {"en": ("Large print", "Ordinary print"), "cy": ("Print bras", "Print cyffredin")}


def large(page) -> bool:
    return "app-large-print" in page.content.decode().split("<body")[0]


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_one_press_makes_every_page_large_and_another_takes_it_back(case, lang):
    guest = at_home(case, lang=lang)
    first = guest.get()
    assert not large(first) and PRESS[lang][0] in first.content.decode()
    assert guest.post("print/", print="large")["Location"] == f"/{lang}/your-page/"
    assert all(large(guest.get(page)) for page in ("", "write/", "told/", "safe/"))
    assert PRESS[lang][1] in guest.get().content.decode()
    guest.post("print/", print="ordinary")
    assert not large(guest.get())


def test_it_can_be_chosen_at_the_door_and_nothing_is_written_down(case):
    guest = Guest()
    guest.post("print/", print="large")
    assert large(guest.get("come-in/")) and not Person.objects.get(pk=case.complainant_id).adjustments


def test_who_needs_large_print_begins_in_it_and_may_choose_otherwise(case):
    Person.objects.filter(pk=case.complainant_id).update(adjustments="Print bras")
    guest = at_home(case)
    assert large(guest.get())
    guest.post("print/", print="ordinary")
    assert not large(guest.get())
