"""A board asks what a contact costs and whether the team pays for itself. The supervisor writes down what is known and where it
is from, and the analyst, who may change nothing, reads both costs beside each other and works them with other numbers."""

import pytest

from tests.make import contacts as make

from .steps import Story, desk, when

pytestmark = pytest.mark.django_db
SAYS = {
    "en": ("The two costs, side by side", "Source missing", "It leaves out:", "Before and after", "Delivered"),
    "cy": ("Y ddwy gost, ochr yn ochr", "Ffynhonnell ar goll", "Mae’n gadael allan:", "Cyn ac ar ôl", "Wedi’i gyflawni"),
}  # fmt: skip
RATES = (
    {"kind": "cost", "amount": "36500", "source": "Finance, table 2", "leaves_out": "The manager and the building"},
    {"kind": "hour", "rank": "constable", "amount": "24.50", "source": "Ready reckoner 2026/27"},
    {"kind": "minutes", "amount": "15", "source": "Timed for two weeks"},
    {"kind": "benchmark", "amount": "3.64"},
)


def day(box: str, on: str) -> dict[str, str]:
    return {f"{box}-{part}": str(int(number)) for part, number in zip(("year", "month", "day"), on.split("-"), strict=True)}


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_from_nothing_known_to_both_costs_and_a_benefit_delivered(cast, lang):
    story, (beside, unsourced, leaves_out, before, delivered) = Story(lang), SAYS[lang]
    when(story, "2026-03-27 10:00")
    for number in range(10):
        one = make.contact(cast.ffion, at=cast.at)
        if number < 5:
            type(one).objects.filter(pk=one.pk).update(settled_at=one.received_at, answer="done")
    jo, robin = desk(story, cast.jo), desk(story, cast.robin)
    assert beside not in jo.go("value/").words
    for rate in RATES:
        jo.press(jo.go("value/rates/new/"), "kind", year="2025", **rate)
    counted = {"name": "Before", **day("since", "2014-04-01"), "months": "12", "contacts": "2756", "settled": "276", "staff": "3"}
    jo.press(jo.go("value/before-and-after/new/"), "contacts", **counted)
    jo.press(jo.go("value/benefits/new/"), "what", what="Fewer ring twice", measure="The month", owner=cast.jo.pk,
             **day("due", "2026-06-30"))  # fmt: skip

    year = robin.go("value/")
    for words in (beside, unsourced, leaves_out, "The manager and the building", before):
        assert words in year.words
    again = robin.go("value/worked-again/?cost=142460&contacts=102624&settled=47207&minutes=15&hour=24.50&printed=1.40")
    for figure in ("£1.39", "£3.02", "7.4", "£289,142.88", "146,683"):
        assert figure in again.words, figure
    assert "230" in robin.go("value/before-and-after/").words, "2,756 in twelve months"
    benefit = next(one for one in jo.go("value/benefits/").addresses if one.rstrip("/").split("/")[-1].isdigit())
    opened = jo.go(benefit.removeprefix(f"/{lang}/staff/"))
    jo.press(opened, "evidence", **day("on", "2026-03-20"), evidence="Page 4 of the March report")
    assert "Page 4 of the March report" in robin.go("value/benefits/").words.split(delivered)[-1]
    assert robin.go("value/rates/new/").response.status_code == 403
