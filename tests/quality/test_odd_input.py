"""What nobody types but somebody sends: huge, backwards, empty, of other centuries. Refused or kept, never an error."""

from datetime import timedelta

import pytest

from gateways import clock
from putright.callbacks import actions
from putright.callbacks.models import Said
from putright.contacts.models import Contact
from putright.quality.models import Look
from putright.shopping.models import Found

from . import samples
from .test_used_as_evidence import all_met, rung, scored, visited

ODD = ["\U0001f46e" * 30_000, "x" * 100_000, "‮txet sdrawkcab", "\0nul", " ", "<script>alert(1)</script>", "²"]
DAYS = [("31", "12", "9999"), ("1", "1", "1"), ("29", "2", "2026"), ("²", "x", "‮")]
HUGE = 2**63


@pytest.fixture
def sign_in(client, cast):
    def go(who):
        client.force_login(who.user)
        return client

    with clock.fixed(samples.AFTER + timedelta(days=1)):
        yield go


def day(name: str, given: tuple[str, str, str]) -> dict[str, str]:
    return dict(zip((f"{name}-day", f"{name}-month", f"{name}-year"), given, strict=True))


@pytest.mark.parametrize("words", ODD)
def test_odd_words_are_refused_or_kept(sign_in, cast, words):
    vera = samples.senior()
    samples.finished(cast.sam)
    picked = samples.drawn().picked.get()
    looks = {f"p-{code}": "met" for code in samples.marks()} | {"finding": words, "learning": words}
    rung(cast, vera)
    plans = {"name": words, "en": words, "cy": words, "kind": "counter", "team": words, "text_en": words, "text_cy": words}
    for who, page, given in (
        (vera, f"sample/{picked.pk}/", looks),
        (vera, "sample/lists/calls/new/", plans | {"weight": words, "place": words, "why": words, "fatal": words}),
        (vera, "visits/plan/place/", plans),
        (vera, "visits/plan/scenario/", plans),
        (vera, "scored-calls/new/", {"unit": words, "number": words, "taken_by": words, "manager": words}),
        (cast.jo, "ring-back/load/", plans),
        (cast.jo, "ring-back/keep/", {"days": words, "why": words}),
    ):
        assert sign_in(who).post(f"/en/staff/{page}", given).status_code in (302, 422), page
    if look := Look.objects.first():
        assert "\0" not in look.finding
        assert sign_in(cast.sam).get(f"/en/staff/sample/findings/{look.pk}/").status_code == 200
        assert "<script>alert" not in sign_in(cast.sam).get("/en/staff/sample/findings/").content.decode()


@pytest.mark.parametrize("given", DAYS)
def test_odd_days_are_refused_or_kept(sign_in, cast, given):
    vera = samples.senior()
    visited(cast, vera)
    place = Found.objects.get().visit.place_id
    sets = {"axes": ["kind"], "size": "5", "day": "3", "second_every": "0", "remind_after": "9", "why": "Fewer"}
    for who, page, typed in (
        (vera, "sample/lists/drawing/", sets | day("since", given)),
        (vera, f"visits/plan/place/{place}/close/", day("on", given)),
        (vera, f"visits/found/{Found.objects.get().pk}/action/", {"words": "x", "owner": str(cast.dana.pk)} | day("due", given)),
        (cast.jo, "ring-back/own/", {"every": "3"} | day("since", given) | day("until", given)),
        (cast.jo, "ring-back/keep/", {"days": "60", "why": "x"} | day("since", given)),
    ):
        assert sign_in(who).post(f"/en/staff/{page}", typed).status_code in (302, 422), page
    for page in ("sample/lists/", "visits/plan/", "visits/actions/"):
        assert sign_in(vera).get(f"/en/staff/{page}").status_code == 200, page


def test_a_number_that_is_none_of_ours_is_not_found(sign_in, cast):
    vera = samples.senior()
    for made in (rung, visited, scored):
        made(cast, vera)
    pages = {
        vera: ("sample/{}/", "sample/draws/{}/", "sample/draws/{}/again/", "scored-calls/{}/", "visits/plan/place/{}/close/",
               "visits/found/{}/action/", "visits/results/{}/"),
        cast.jo: ("ring-back/{}/", "ring-back/load/{}/", "ring-back/{}/told/", "scored-calls/told/{}/"),
        cast.sam: ("sample/findings/{}/", "ring-back/now/{}/", "ring-back/now/{}/not-reached/", "visits/{}/"),
        cast.dana: ("visits/actions/{}/",),
    }  # fmt: skip
    for who, several in pages.items():
        for page in several:
            for number in (0, HUGE, HUGE * HUGE):
                assert sign_in(who).get(f"/en/staff/{page.format(number)}").status_code == 404, page


def test_the_same_call_pressed_twice_is_one(sign_in, cast):
    rows = [{"Name": "Victim One", "Phone": "07700 900001"}]
    given = actions.load("March", ["Name", "Phone"], rows, by=cast.jo, at=cast.at)
    victim = actions.draw(given, {"name": "Name", "phone": "Phone"}, 1, by=cast.jo, at=cast.at).victims.get()
    typed = {f"p-{code}": "met" for code in all_met("callback", cast)} | {"wrong": "No reference.", "answer": "Read it out."}
    page = f"/en/staff/ring-back/now/{victim.pk}/"
    assert sign_in(cast.sam).post(page, typed).status_code == 302
    assert sign_in(cast.sam).post(page, typed).status_code == 404, "answered: nobody rings again"
    assert Contact.objects.get() == Said.objects.get().contact
