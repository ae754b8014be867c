"""One press from a ring-back's results, a visit's report and a month of scored calls: what is pressed is what is kept."""

import re
from html import unescape

import pytest

from gateways import clock
from putright.callbacks import actions as callbacks
from putright.excellence.models import Item
from putright.quality import lists
from putright.scoring.actions import Heard, add_call, score
from putright.shopping import actions as shopping

from . import samples


@pytest.fixture
def sign_in(client, cast):
    def go(who):
        client.force_login(who.user)
        return client

    with clock.fixed(cast.at):
        yield go


def all_met(which: str, cast) -> dict[str, str]:
    return {point.code: "met" for point in lists.points(which, cast.at.date())}


def rung(cast, vera) -> str:
    rows = [{"Name": f"Victim {n}", "Phone": f"07700 90000{n}", "Department": f"Unit {n}"} for n in (1, 2)]
    given = callbacks.load("March", ["Name", "Phone", "Department"], rows, by=cast.jo, at=cast.at)
    columns = {"name": "Name", "phone": "Phone", "department": "Department"}
    batch = callbacks.draw(given, columns, 1, by=cast.jo, at=cast.at)
    for victim in batch.victims.all():
        said = callbacks.Answers(all_met("callback", cast), "Said by Somebody Private")
        callbacks.note_answers(victim, said, by=cast.sam, at=cast.at)
    return f"ring-back/{batch.pk}/"


def visited(cast, vera) -> str:
    place = shopping.add_place("counter", "North counter", "Cownter y gogledd", None, by=vera, at=cast.at)
    told = shopping.Told("counter", "A purse", "Pwrs", "You lost it.", "Fe’i collwyd.")
    what = shopping.add_scenario(told, by=vera, at=cast.at)
    visit = shopping.plan_visit(place, what, cast.sam, cast.at.date(), by=vera, at=cast.at)
    shopping.write_down(visit, cast.at.date(), all_met("visit-counter", cast), "A side room.", by=cast.sam, at=cast.at)
    return f"visits/results/{place.pk}/"


def scored(cast, vera) -> str:
    heard = Heard("switchboard", cast.at.date(), "T-1", "Ash Private", cast.dana)
    score(add_call(heard, by=vera, at=cast.at), all_met("calls", cast), "", by=vera, at=cast.at)
    return "scored-calls/figures/"


FROM = {
    "rung": (rung, "survey", "2", {"en": "Was it easy to reach the police? 100 in every 100", "cy": "100 ym mhob 100"}),
    "visited": (visited, "report", "A side room.", {"en": "03/2026", "cy": "Cownter y gogledd"}),
    "scored": (scored, "report", "100", {"en": "Switchboard: mean points of 100: 100; calls: 1", "cy": "galwadau: 1"}),
}


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("what", sorted(FROM))
def test_one_press_keeps_what_the_page_says_and_twice_is_once(sign_in, cast, language, what):
    vera = samples.senior()
    make, kind, inside, words = FROM[what]
    address = f"/{language}/staff/{make(cast, vera)}"
    page = sign_in(cast.jo).get(address).content.decode()
    form = re.search(r'<form[^>]*action="[^"]*/evidence/use/".*?</form>', page, re.S)[0]
    typed = {name: unescape(value) for name, value in re.findall(r'name="([^"]+)" value="([^"]*)"', form)}
    for _twice in range(2):
        answer = sign_in(cast.jo).post(f"/{language}/staff/evidence/use/", typed)
        assert answer.status_code == 302
    item = Item.objects.get()
    assert item.kind == kind and inside in item.words and words[language] in item.title + item.words
    assert item.redaction == "needed" and item.source.startswith(address.removeprefix(f"/{language}/"))
    assert "Private" not in item.title + item.words and cast.sam.name not in item.title + item.words
    assert sign_in(cast.jo).get(answer.url).status_code == 200


def test_the_press_shows_itself_only_to_who_gathers_evidence(sign_in, cast):
    address = visited(cast, samples.senior())
    assert "evidence/use/" not in sign_in(samples.senior("Gwen Hale")).get(f"/en/staff/{address}").content.decode()
