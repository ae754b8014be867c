"""The pages of the sample in both languages: who sees what, what is asked of the database, and what a wall hides."""

import json
from datetime import timedelta

import pytest

from gateways import clock
from putright.cases.actions import wall_off
from putright.cases.models import Case
from putright.quality import queries
from putright.quality.actions import drawing, looking, setting
from putright.quality.models import Answer, Draw, Item, Look, Setting

from . import samples
from .samples import AFTER

NOW = AFTER + timedelta(days=1)
READ = ("draws/", "trend/", "agreement/")


@pytest.fixture
def vera(cast):
    return samples.senior()


@pytest.fixture
def sign_in(client):
    def go(who):
        client.force_login(who.user)
        return client

    with clock.fixed(NOW):
        yield go


def said(response) -> str:
    return " ".join(response.content.decode().split())


def typed(mark: str = "met", **other: str) -> dict[str, str]:
    return {f"p-{code}": value for code, value in samples.marks(mark, **other).items()} | {"finding": "Kind.", "learning": ""}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_drawn_looked_at_and_answered_from_the_pages(sign_in, cast, vera, language):
    case = samples.finished(cast.sam)[0]
    picked = samples.drawn().picked.get()
    page = said(sign_in(vera).get(f"/{language}/staff/my-work/"))
    assert f"/{language}/staff/sample/" in page
    assert case.reference in said(sign_in(vera).get(f"/{language}/staff/sample/"))
    client, address = sign_in(vera), f"/{language}/staff/sample/{picked.pk}/"
    assert client.get(f"/{language}/staff/cases/{case.reference}/").status_code == 200
    short = client.post(address, typed() | {"p-plain": ""})
    assert short.status_code == 422 and "Kind." in said(short)
    assert client.post(address, typed(plain="partly")).status_code == 302
    assert client.get(f"/{language}/staff/cases/{case.reference}/").status_code == 404
    look = Look.objects.get()
    assert look.marks["plain"] == "partly" and look.handler == cast.sam
    assert "sample/findings/" in said(sign_in(cast.sam).get(f"/{language}/staff/my-work/"))
    page = f"/{language}/staff/sample/findings/{look.pk}/"
    assert "Kind." in said(client.get(page))
    assert client.post(page, {"agrees": "no", "words": "It was."}).status_code == 302
    assert Answer.objects.get().words == "It was." and "It was." in said(sign_in(vera).get(f"/{language}/staff/sample/"))
    assert "findings" not in said(sign_in(cast.sam).get(f"/{language}/staff/my-work/"))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_figures_open_for_those_who_read_them_and_for_nobody_else(sign_in, cast, vera, language):
    samples.finished(cast.sam, 5)
    for picked in samples.drawn().picked.all():
        samples.looked(picked)
    one = f"draws/{Draw.objects.get().pk}/"
    for who in (vera, cast.jo, cast.robin):
        for page in (*READ, one, f"{one}record.json"):
            assert sign_in(who).get(f"/{language}/staff/sample/{page}").status_code == 200
    for who in (cast.sam, cast.pat, cast.dana, cast.toni):
        assert sign_in(who).get(f"/{language}/staff/sample/draws/").status_code == 403


def test_the_draw_is_done_again_on_its_page_and_taken_away(sign_in, cast, vera):
    samples.finished(cast.sam, 5)
    drawn = samples.drawn()
    client = sign_in(vera)
    page = said(client.get(f"/en/staff/sample/draws/{drawn.pk}/"))
    assert "Drawn again just now: the same" in page and "Unhappy, Web form" in page and "dissatisfaction|web" not in page
    assert "Anfodlon, Ffurflen we" in said(client.get(f"/cy/staff/sample/draws/{drawn.pk}/"))
    assert json.loads(client.get(f"/en/staff/sample/draws/{drawn.pk}/record.json").content)["digest"] == drawn.digest
    again = f"/en/staff/sample/draws/{drawn.pk}/again/"
    assert client.post(again, {"why": ""}).status_code == 422
    assert client.post(again, {"why": "A strike day."}).status_code == 302
    assert "A strike day." in said(client.get("/en/staff/sample/draws/"))


def test_a_wall_put_up_since_hides_the_case_and_the_finding(sign_in, cast, vera):
    first, second = samples.finished(cast.sam, 2)
    picked = samples.drawn().picked.get(case=first)
    samples.looked(Draw.objects.get().picked.get(case=second))
    wall_off(first, vera, "knows them", by=cast.jo, at=AFTER)
    page = said(sign_in(vera).get("/en/staff/sample/"))
    assert first.reference not in page and "No longer open to you: 1." in page
    assert sign_in(vera).get(f"/en/staff/sample/{picked.pk}/").status_code == 404
    wall_off(second, cast.sam, "knows them", by=cast.jo, at=AFTER)
    assert second.reference not in said(sign_in(cast.sam).get("/en/staff/sample/findings/"))
    assert sign_in(cast.sam).get(f"/en/staff/sample/findings/{Look.objects.get().pk}/").status_code == 404


def day(when) -> dict[str, str]:
    return {"since-day": str(when.day), "since-month": str(when.month), "since-year": str(when.year)}


def test_only_a_senior_manager_changes_the_list_and_earlier_looks_keep_theirs(sign_in, cast, vera):
    samples.finished(cast.sam)
    samples.looked(samples.drawn().picked.get(), at=NOW)
    change = {"en": "Warm", "cy": "Cynnes", "weight": "1", "fatal": "no", "place": "5", "ended": "no", "why": "Agreed."}
    change |= day(NOW)
    assert sign_in(cast.jo).post("/en/staff/sample/lists/dip/new/", change).status_code == 403
    client = sign_in(vera)
    assert client.post("/en/staff/sample/lists/dip/new/", change).status_code == 302
    assert client.post("/en/staff/sample/lists/dip/tone/", change | {"ended": "yes"}).status_code == 302
    page = said(client.get("/en/staff/sample/lists/"))
    assert "Warm" in page and Item.objects.count() == 2 and "tone" in Look.objects.get().marks
    assert client.post("/en/staff/sample/lists/dip/none/", change).status_code == 404
    given = {"axes": ["handler"], "size": "0", "day": "4", "second_every": "3", "remind_after": "7", "why": "Agreed."} | day(NOW)
    assert client.post("/en/staff/sample/lists/drawing/", given).status_code == 422
    assert client.post("/en/staff/sample/lists/drawing/", given | {"size": "12"}).status_code == 302
    assert Setting.objects.get().axes == ["handler"]
    for page in ("lists/", "lists/dip/plain/", "lists/dip/new/", "lists/drawing/"):
        assert client.get(f"/cy/staff/sample/{page}").status_code == 200


def test_the_trend_agreement_and_themes_say_what_was_found(sign_in, cast, vera):
    samples.senior("Gwen Hale")
    samples.finished(cast.sam, 4)
    for picked in samples.drawn().picked.order_by("place", "second"):
        samples.looked(picked, plain="not" if picked.place < 2 else "met", **({"tone": "partly"} if picked.second else {}))
    month = queries.trend()[0]
    assert (month.drawn, month.looked, month.met("plain"), month.met("tone")) == (4, 4, 50, 100)
    cases, together, by_point = queries.pairs()
    assert (cases, together.pairs, together.same, by_point["tone"].same) == (1, 10, 9, 0)
    themes = list(queries.themes(AFTER))
    assert len(themes) == 5 and sum("plain" in theme.points for theme in themes) == 3 and themes[0].words == "Say it sooner."
    assert "90 in every 100" in said(sign_in(cast.jo).get("/en/staff/sample/agreement/"))


def test_longer_lists_ask_no_more_of_the_database(sign_in, cast, vera, django_assert_max_num_queries):
    def asked(who, page: str) -> int:
        with django_assert_max_num_queries(40) as seen:
            assert sign_in(who).get(f"/en/staff/{page}").status_code == 200
        return len(seen)

    samples.finished(cast.sam, 2)
    looks = [samples.looked(one) for one in samples.drawn().picked.all()[:1]]
    looking.answer(looks[0], True, "", by=cast.sam, at=NOW)
    pages = [(vera, "sample/"), (cast.sam, "sample/findings/"), (vera, "sample/draws/"), (vera, "sample/trend/"),
             (vera, "sample/agreement/"), (vera, "sample/lists/"), (cast.sam, "my-work/")]  # fmt: skip
    few = {page: asked(who, page) for who, page in pages}
    samples.finished(cast.sam, 15)
    drawn = Draw.objects.get()
    again = drawing.draw_again(drawn, "More.", by=vera, at=NOW)
    for one in again.picked.all()[:9]:
        samples.looked(one, at=NOW)
    setting.set_item(setting.Line("dip", "warm", "Warm", "Cynnes", NOW.date(), "Agreed."), by=vera, at=NOW)
    for who, page in pages:
        assert asked(who, page) <= few[page] + 1, page


def test_a_finding_on_a_walled_case_is_not_counted_on_the_work_page(sign_in, cast, vera):
    samples.finished(cast.sam)
    picked = samples.drawn().picked.get()
    assert "sample/" in said(sign_in(vera).get("/en/staff/my-work/"))
    wall_off(picked.case, vera, "Knows them", by=cast.jo, at=AFTER)
    assert "staff/sample/" not in said(sign_in(vera).get("/en/staff/my-work/"))


def test_a_handlers_walled_finding_is_not_counted_either(sign_in, cast, vera):
    samples.finished(cast.sam)
    look = samples.looked(samples.drawn().picked.get())
    assert queries.unanswered(cast.sam, Case.objects.all()) == 1
    wall_off(look.picked.case, cast.sam, "Knows them", by=cast.jo, at=AFTER)
    assert "sample/findings" not in said(sign_in(cast.sam).get("/en/staff/my-work/"))


@pytest.mark.parametrize(("back", "code"), [(1, 422), (0, 302)])
def test_how_the_sample_is_drawn_is_never_set_for_a_day_that_is_over(sign_in, cast, vera, back, code):
    """Or whoever looks could choose the groups of a month whose cases are known."""
    since = (NOW - timedelta(days=back)).date()
    given = {"axes": ["kind"], "size": "5", "day": "3", "second_every": "0", "remind_after": "9", "why": "Fewer"}
    typed = {f"since-{part}": str(getattr(since, part)) for part in ("day", "month", "year")}
    assert sign_in(vera).post("/en/staff/sample/lists/drawing/", given | typed).status_code == code
    assert Setting.objects.count() == (code == 302)
