"""The national return in a real browser: the dry run, mending a field, preparing, a second person's signature, the files, and the
figures published back. And the publication diary: a statement from its clock to the page anybody reads."""

import csv
import io
from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest

from putright.national.rules import Quarter, quarter_of

from .public_form import follow
from .staff import TODAY, said_by, typed_day

pytestmark = pytest.mark.browser
HELD = {"en": "The commissioner asked at four public meetings.", "cy": "Gofynnodd y comisiynydd mewn pedwar cyfarfod cyhoeddus."}
YEAR = {"en": "2024", "cy": "2023"}
OURS = {"en": "We did every review in time.", "cy": "Gwnaethom bob adolygiad mewn pryd."}


@pytest.fixture
def today(live_office) -> date:
    return date.fromisoformat(said_by(live_office, TODAY, "today"))


def pressed(page) -> None:
    follow(page, page.locator("main form[method=post] button").last)


def mended(page, go, start: str, why: str) -> str:
    """The first case of the list is said not to need that field; its reference."""
    go(f"{start}missing/gender/")
    first = page.locator("main a[href*='/cases/']").first
    reference = first.inner_text().strip()
    go(first.evaluate("link => link.href") + "gender/")
    page.locator("input[name=why_not]").fill(why)
    pressed(page)
    assert why in page.locator("main").inner_text()
    go(f"{start}missing/gender/")
    assert reference not in page.locator("main").inner_text(), "mended, it is to be mended no more"
    return reference


def compared(page, go, there: str) -> None:
    """A table published back that says three more complaints than we do, and has a row that is none of ours."""
    ours = int(page.locator("main tr", has=page.locator("a[href*='/figures/K1/']")).locator("td").first.inner_text())
    go(f"{there}compare/")
    table = f"Measure,Figure\nK1,{ours + 3}\nAllegations per 1000,12\n".encode()
    for name, words in (("source", "The bulletin"), ("measure", "Measure"), ("value", "Figure")):
        page.locator(f"input[name={name}]").fill(words)
    page.locator("input[type=file]").set_input_files({"name": "b.csv", "mimeType": "text/csv", "buffer": table})
    pressed(page)
    line = page.locator("main tr", has=page.locator("a[href*='/figures/K1/']")).locator("td").all_inner_texts()
    assert line == [str(ours), str(ours + 3), "3"]


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_from_the_dry_run_to_the_figures_published_back(page, go, as_, judged, today, lang):
    of: Quarter = quarter_of(today).previous
    home = f"/{lang}/staff/national/"
    start = f"{home}{of.year}/{of.number}/"
    as_("supervisor")
    go(home)
    go(start)
    reference = mended(page, go, start, f"A company complains {lang}")
    go(start)
    pressed(page)
    assert judged() == []
    there = page.locator(f"main a[href^='{home}returns/']").first.evaluate("link => link.href")
    go(there)
    assert page.locator("main a[href$='cases.csv']").count() == 0, "nothing leaves before it is signed"
    as_("senior")
    go(f"{there}sign/")
    pressed(page)
    assert page.locator(".govuk-error-summary").count() == 1 and judged() == [], "not without a word on what is missing"
    page.locator("textarea[name=missing_why]").fill("Asked of everybody.")
    pressed(page)
    as_("supervisor")
    go(there)
    taken = page.request.get(f"{there}cases.csv").body().decode("utf-8-sig")
    assert reference in [row["reference"] for row in csv.DictReader(io.StringIO(taken))]
    compared(page, go, there)
    assert judged() == []
    go(f"{there}figures/K1/")
    assert reference in page.locator("main").inner_text(), "a figure opens into its cases"


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_statement_from_its_clock_to_the_page_anybody_reads(page, go, as_, judged, today, lang):
    diary, year = f"/{lang}/staff/diary/", YEAR[lang]
    as_("supervisor")
    go(diary)
    go(page.locator("main a[href*='/start/statement/']").evaluate("link => link.href"))
    page.locator("input[name=period]").fill(year)
    typed_day(page, "began", today - timedelta(days=3))
    pressed(page)
    where = page.locator("main li", has_text=f"{year}/{int(year[2:]) + 1}").first.locator("a").first.evaluate("link => link.href")
    go(where)
    go(f"{where}statement/")
    for one in ("en", "cy"):
        page.locator(f"textarea[name=held_{one}]").fill(f"{HELD[one]} {year}")
        page.locator(f"textarea[name=reviews_{one}]").fill(OURS[one])
    pressed(page)
    assert page.locator("main a[href$='/publish/']").count() == 0 and judged() == [], "nobody reads it before it is signed"
    as_("senior")
    go(f"{where}sign/")
    pressed(page)
    as_("supervisor")
    go(f"{where}publish/")
    pressed(page)
    assert judged() == []
    paper = page.locator("main a[href*='/figures/published/']").first.evaluate("link => link.href")
    page.context.clear_cookies()
    go(f"/{lang}/figures/duties/")
    assert page.locator(f"main a[href='{urlsplit(paper).path}']").count() == 1
    go(paper)
    shown = page.locator("main").inner_text()
    assert f"{HELD[lang]} {year}" in shown and OURS[lang] in shown
