"""A board asks: how many staff, and what will two vacancies do? The supervisor gives what is known, and the analyst, who may
change nothing, reads both answers, tries a longer day and sends the address on."""

import pytest

from tests.make import staffing as make

from .steps import Story, desk, when

pytestmark = pytest.mark.django_db
SAYS = {
    "en": ("People needed:", "measured here", "too few", "of callers give up", "With what helps", "8:00 to 20:00", "As planned"),
    "cy": ("Pobl sydd eu hangen:", "wedi’i fesur yma", "rhy ychydig", "o alwyr yn rhoi’r gorau iddi", "Gyda’r hyn sy’n helpu",
           "8:00 i 20:00", "Fel y bwriadwyd"),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_from_no_history_to_both_answers(cast, lang):
    story, (needed, measured, few, give_up, helped, long, planned) = Story(lang), SAYS[lang]
    when(story, "2026-03-27 10:00")
    jo, robin = desk(story, cast.jo), desk(story, cast.robin)
    first = jo.go("staffing/")
    assert few in first.words and needed in first.words and measured not in first.words
    assert jo.go("more/").links(f"/{lang}/staff/staffing/") and jo.go("more/").links(f"/{lang}/staff/staffing/vacancies/")

    lines = [f"{start:%Y-%m-%d %H:%M}, {number}" for start, number in make.weeks(20, calls=6)]
    forecast = jo.press(jo.go("staffing/counts/"), "counts", counts="\n".join(lines))
    assert f"/{lang}/staff/staffing/forecast/" == forecast.path
    for number in range(1, 7):
        jo.press(jo.go("staffing/posts/"), "name", name=f"Adviser {number}", stage="filled")
    jo.press(jo.go("staffing/relief/"), "kind", kind="overtime", name="Evenings", part="0.5")

    answer = robin.go("staffing/")
    assert measured in answer.words and few not in answer.words.split(needed)[0]
    tried = robin.press(answer, "open", open="8-20")
    assert long in tried.words and "open=8-20" in tried.response.request["QUERY_STRING"]
    vacancies = robin.go("staffing/vacancies/?empty=2&since=2026-05")
    assert give_up in vacancies.words and helped in vacancies.words and planned in vacancies.words
    assert robin.go("staffing/posts/").response.status_code == 403
