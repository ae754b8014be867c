"""Each drawing beside its table, judged by axe, wide and narrow, in our own style sheet."""

import pytest
from django.template import engines

from putright.charts.shapes import Paper
from tests.charts.test_draw import ALL

pytestmark = pytest.mark.browser
CALL = '{% from "charts/_chart.html" import chart %}{% for one in drawn %}{{ chart(one) }}{% endfor %}'


@pytest.mark.parametrize("width", [1280, 320])
def test_a_drawing_and_its_table_are_open_to_all(page, live_office, axe, sideways, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{live_office.address}/en/gallery/?layout=staff")
    shown = engines["jinja2"].from_string(CALL).render({"drawn": [draw(Paper()) for draw in ALL.values()]})
    page.evaluate("words => document.querySelector('main').innerHTML = '<h1>Drawings</h1>' + words", shown)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert axe(page) == []
    assert not sideways(page)
    smallest = (
        "Math.min(...[...document.querySelectorAll('main svg text')].map(one => one.getBoundingClientRect().height))"
    )
    assert page.evaluate(smallest) >= 12
    apart = "one => { const b = one.getBoundingClientRect(); return b.left >= -1 && b.right <= innerWidth + 1 }"
    assert page.evaluate(f"[...document.querySelectorAll('main svg text')].every({apart})")
