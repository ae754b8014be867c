"""A board's report from its draft to the board and on to its revision, and the pages of today with their filters and on paper:
in a real browser, each page read by axe."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.browser.public_form import follow
from tests.browser.test_journey import SUPERVISOR, desks

__all__ = ["desks"]
pytestmark = pytest.mark.browser
ANALYST, HANDLER, STANDARDS = "o.kettle", "h.wren", "r.pyle"
CLERK = "clerk@board-of-the-journey.example"
LATE = """
from datetime import timedelta
from gateways import clock
from putright.facts.keeping import scope_of
from putright.facts.measures import CATALOGUE
from putright.months.models import Report
from putright.months.queries import period_of
from putright.people.queries import office
from tests.make.contacts import contact
row = Report.objects.get(pk={pk})
for hour in range(6):
    contact(at=period_of(row).start + timedelta(days=9, hours=9 + hour), kind="complaint")
print(sum(CATALOGUE["contacts"].rows(scope_of(period_of(row).first, office(), clock.now())).counts().values()))
"""


def words(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages)


def test_a_boards_report_from_draft_to_revision(live_office, desks):
    odette, tobias = desks(ANALYST), desks(SUPERVISOR)
    tobias.go("board-reports/boards/new/")
    tobias.press(
        "Add a board", layout="quality-of-service", name_en="Board of the journey", name_cy="Bwrdd y daith", length="1",
        addresses=CLERK, day="1", language="cy", sends="pdf",
    )  # fmt: skip
    tobias.says("Board of the journey")
    draft = written(odette)
    signed(tobias, draft)
    the_board_has_it(tobias, draft)
    in_welsh_on_paper(tobias, draft)
    revised(live_office, odette, draft)
    assert {path: found for one in (odette, tobias) for path, found in one.faults.items() if found} == {}


def written(odette) -> str:
    """The draft that stands in the demonstration, with what was done written by a person. Gives its address."""
    odette.go("board-reports/")
    row = odette.page.locator("main tr", has_text="Draft").first
    follow(odette.page, row.get_by_role("link"))
    address = re.search(r"board-reports/\d+/", odette.page.url).group(0)
    odette.says("A draft. Nobody has signed it, and no board has had it.")
    for part in ("in-short", "done"):
        odette.go(f"{address}write/{part}/")
        button = odette.page.locator("main form button").inner_text()
        odette.press(button, en=f"We rang everybody. {part}", cy=f"Ffoniwyd pawb gennym. {part}")
        odette.says(f"We rang everybody. {part}")
    assert not odette.page.get_by_role("button", name="Sign it").count()
    return address


def signed(tobias, address):
    tobias.go(address)
    tobias.press("Sign it")
    tobias.says("Signed by Tobias Farrow")
    assert not tobias.page.get_by_role("link", name="Write here").count()
    tobias.go(f"{address}write/in-short/")
    tobias.press(tobias.page.locator("main form button").inner_text(), en="Too late.", cy="Rhy hwyr.")
    tobias.says("signed")
    tobias.go(address)
    assert "Too late." not in tobias.page.locator("main").inner_text()


def the_board_has_it(tobias, address):
    sent = tobias.page.locator("main li", has_text=CLERK)
    for _second in range(80):
        tobias.page.goto(f"{tobias.office.address}/en/staff/{address}")
        if sent.count() and "Sent" in sent.first.inner_text():
            break
        tobias.page.wait_for_timeout(500)
    tobias.judge()
    assert sent.count() == 1 and "Sent" in sent.inner_text()


def in_welsh_on_paper(tobias, address):
    answer = tobias.page.context.request.get(f"{tobias.office.address}/en/staff/{address}pdf/cy/")
    assert answer.ok and answer.headers["content-type"] == "application/pdf"
    said = words(answer.body())
    assert "Ffoniwyd pawb gennym. done" in said and "We rang everybody" not in said
    for kind in ("ods", "xlsx"):
        assert tobias.page.context.request.get(f"{tobias.office.address}/cy/staff/{address}sheet/{kind}/").ok


def revised(live_office, odette, address):
    """Six contacts of that month are written down late: the revision says which figures are no longer what they were."""
    there = live_office.manage("shell", "-v", "0", "-c", LATE.format(pk=re.search(r"\d+", address).group(0)))
    odette.go(f"{address}revise/")
    odette.press("Count it again, as a revision", why="Six contacts were written down late.")
    odette.go("board-reports/")
    follow(odette.page, odette.page.get_by_role("link", name=re.compile(r"revision 2")).first)
    odette.judge()
    odette.says("Revision 2, because: Six contacts were written down late.")
    odette.says("What is different from the revision before")
    row = odette.page.locator("table", has_text="It was").first.locator("tr", has_text="Contacts received").first
    _name, was, now = row.locator("th, td").all_inner_texts()
    was, now = (int(one.replace(",", "")) for one in (was, now))
    assert now == int(there) and now - was >= 6, "other journeys of this office may have written some down too"
    odette.go(address)
    odette.says("There is a newer revision.")
    odette.says("Signed by Tobias Farrow")


@pytest.mark.parametrize(
    ("who", "address", "heading"),
    [(HANDLER, "today/", "Mine"), (SUPERVISOR, "today/team/", "The team"), (ANALYST, "today/", "The month"),
     (STANDARDS, "today/", "The last report")],
)  # fmt: skip
def test_each_of_us_has_a_page_of_today_that_prints_without_what_is_pressed(desks, who, address, heading):
    desk = desks(who)
    desk.go(address)
    assert desk.page.locator("h1").inner_text() == heading
    printed = words(desk.page.pdf())
    assert heading in printed and "Counted on" in printed
    for pressed in ("Sign out", "Count again", "Which month?", "Which report?", "Find a case"):
        assert pressed not in printed
    assert "/staff/" not in printed  # no addresses behind the figures
    assert desk.faults and not any(desk.faults.values())


def test_the_filters_of_the_month_are_in_its_address_and_its_figures_open(desks):
    desk = desks(SUPERVISOR)
    desk.go("today/month/")
    month = desk.page.locator("select[name=month] option").nth(2).get_attribute("value")
    desk.press("Show", month=month, draws="kinds")
    assert f"month={month}" in desk.page.url and "draws=kinds" in desk.page.url
    desk.says("Contacts by kind, month by month")
    desk.page.reload()
    assert [desk.page.locator(f"select[name={name}]").input_value() for name in ("month", "draws")] == [month, "kinds"]
    figure = desk.page.locator(".govuk-summary-list__row", has_text="Contacts received").first.get_by_role("link")
    number = figure.inner_text()
    follow(desk.page, figure)
    desk.judge()
    desk.says(f"Altogether: {number} ")
    assert not any(desk.faults.values())


def test_a_colleagues_work_is_in_the_address_of_the_team(desks):
    desk = desks(SUPERVISOR)
    desk.go("today/team/")
    follow(desk.page, desk.page.get_by_role("link", name="Hollis Wren").first)
    desk.judge()
    assert "who=" in desk.page.url
    desk.says("Only what Hollis Wren has.")
    follow(desk.page, desk.page.locator(".govuk-summary-list__key a", has_text="Late").first)
    desk.judge()
    assert "who=" in desk.page.url and "show=late" in desk.page.url
    assert not any(desk.faults.values())
