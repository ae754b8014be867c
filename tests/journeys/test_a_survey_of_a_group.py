"""A supervisor makes a survey for victims of a district from a list; another looks at it and lets it go; somebody answers by the
link in their e-mail, another on paper that a handler types in; the analyst sees how many, and afterwards what they said. In both
languages."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from design.testing import MannerlyClient
from gateways import clock, post
from gateways.post_fake import FakePost
from putright.campaigns.models import Campaign, Entry
from putright.surveys.models import Response
from tests.make import campaigns, people, surveys

from .browsing import Browser
from .steps import Story, desk, goes_round, when

pytestmark = pytest.mark.django_db
SAYS = {
    "en": {"begin": "Begin a new one", "mine": "did not make it looks at it", "open": "Answers coming",
           "left": "No address is given", "email": "How did we do?", "thanks": "We have your answers",
           "later": "when nothing more can come", "all": "All together", "kept": "It is kept", "gone": "were deleted on"},
    "cy": {"begin": "Dechrau un newydd", "mine": "na wnaeth ei greu", "open": "Atebion yn dod",
           "left": "Ni roddwyd cyfeiriad", "email": "Sut y gwnaethom?", "thanks": "Mae eich atebion gennym",
           "later": "pan na all dim mwy ddod", "all": "Gyda’i gilydd", "kept": "Mae wedi’i gadw", "gone": "Dilëwyd enwau"},
}  # fmt: skip
WORDS = {"subject_en": "How did we do?", "subject_cy": "Sut y gwnaethom?", "words_en": "Tell us.", "words_cy": "Dywedwch wrthym."}


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    return Story(request.param)


def listed(language: str) -> SimpleUploadedFile:
    tongue = "Welsh" if language == "cy" else "English"
    lines = ["Name,Email,Address,District,Language,Shoe size"]
    lines += [f"Person {n},p{n}@list.example,,{'North' if n % 2 else 'South'},{tongue},7" for n in range(20)]
    lines += [f"Paper,,3 Kiln Lane AL1 1AA,North,{tongue},8", f"Nobody,,,North,{tongue},9"]
    return SimpleUploadedFile("list.csv", "\n".join(lines).encode())


def test_from_the_list_to_the_figures(story, cast):
    says, lang = SAYS[story.lang], story.lang
    second = people.handler("Lee Second", "supervisor", cast.jo.team)
    when(story, "2026-03-30 10:00")
    goes_round(story)  # puts the surveys in
    one = made_with_a_list(story, cast, says)
    assert not desk(story, cast.robin).go(f"campaigns/{one.pk}/").addresses.count(f"/{lang}/staff/campaigns/{one.pk}/people/")
    page = desk(story, second).go(f"campaigns/{one.pk}/people/")
    assert "Person 3" in page.words and says["left"] in page.words
    with post.standing_in(FakePost()) as box:
        desk(story, second).press(desk(story, second).go(f"campaigns/{one.pk}/"), "do=sign")
        goes_round(story)
    assert len(box.taken) == 20 and {sent.subject for sent in box.taken} == {says["email"]}
    when(story, "2026-04-02 19:00")
    for sent in box.taken[:11]:
        they_answer(story, re.search(rf"/{lang}/survey/([0-9A-Z-]+)/\s", sent.plain)[1], says)
    paper(story, cast, one, says)
    waits = desk(story, cast.jo).go("surveys/to-read/")
    assert len([a for a in waits.addresses if "/answers/" in a]) == 12
    page = desk(story, cast.robin).go(f"campaigns/{one.pk}/")
    assert says["open"] in page.words and "12" in page.words and "Person" not in page.words
    assert says["later"] in desk(story, cast.robin).go(f"campaigns/{one.pk}/results/").words
    when(story, "2026-06-20 10:00")
    with post.standing_in(FakePost()) as box:
        goes_round(story)
    assert not box.taken and says["gone"] in desk(story, cast.robin).go(f"campaigns/{one.pk}/").words
    page = desk(story, cast.robin).go(f"campaigns/{one.pk}/results/?by=way")
    assert says["all"] in page.words and "12" in page.words


def made_with_a_list(story, cast, says) -> Campaign:
    home = desk(story, cast.jo).go("campaigns/")
    assert says["begin"] in home.words
    page = desk(story, cast.jo).go("campaigns/new/")
    typed = {"name": "Basildon", "survey": "victims", "starts_on_0": 30, "starts_on_1": 3, "starts_on_2": 2026,
             "ends_on_0": 1, "ends_on_1": 5, "ends_on_2": 2026, "remind_after": 0} | WORDS  # fmt: skip
    names = page.said(page.form("name"))
    dates = {key: value for key, value in typed.items() if key in names or not key.startswith(("starts", "ends"))}
    if "starts_on_0" not in names:
        dates |= {f"{name}-{part}": typed[f"{name}_{n}"] for name in ("starts_on", "ends_on")
                  for n, part in enumerate(("day", "month", "year"))}  # fmt: skip
    page = desk(story, cast.jo).press(page, "name", **dates)
    one = Campaign.objects.get()
    assert f"/staff/campaigns/{one.pk}/" in page.path, page.words
    browser = desk(story, cast.jo)
    with clock.fixed(story.now):
        sent = browser.client.post(f"/{story.lang}/staff/campaigns/{one.pk}/load/", {"file": listed(story.lang)})
        loaded = sent.content.decode()
    assert "Shoe size" in loaded and Entry.objects.count() == 22
    page = browser.press(browser.go(f"campaigns/{one.pk}/"), "do=forward")
    assert says["mine"] in page.words and 'value="sign"' not in page.response.content.decode()
    return one


def they_answer(story, code, says):
    with clock.fixed(story.now):
        phone = Browser(MannerlyClient())
        with CaptureQueriesContext(connection) as asked:
            page = phone.go(f"/{story.lang}/survey/{code}/")
        assert len(asked) <= 12 and len(page.response.content) < 50_000
        assert says["thanks"] in phone.press(page, "do=send", overall="4", polite="5").words


def paper(story, cast, one, says):
    entry = Entry.objects.get(campaign=one, way="post")
    sheet = desk(story, cast.jo)
    assert f"/{story.lang}/staff/campaigns/{one.pk}/sheets/" in sheet.go(f"campaigns/{one.pk}/").addresses
    with clock.fixed(story.now):
        made = sheet.client.get(f"/{story.lang}/staff/campaigns/{one.pk}/sheets/")
    assert made["Content-Type"] == "application/pdf" and made.content.startswith(b"%PDF")
    types = desk(story, cast.sam)
    page = types.press(types.go("surveys/paper/"), "code", code=campaigns.code(entry), how="paper")
    assert says["kept"] in types.press(page, "do=send", overall="2", better="Ring me.").words
    assert Response.objects.get(invite=entry.invite).typed_by == cast.sam


def test_the_pages_ask_no_more_for_a_longer_list(story, cast):
    surveys.surveys(cast.at)
    one = campaigns.campaign(cast.jo, cast.at)
    several = [{"Name": f"A {n}", "Email": f"p{n}@list.example", "District": "NSE"[n % 3]} for n in range(250)]
    campaigns.load(one, several, by=cast.jo, at=cast.at)
    when(story, "2026-03-30 10:00")
    limits = {"": 12, f"{one.pk}/": 14, f"{one.pk}/people/": 16, f"{one.pk}/draw/": 14, f"{one.pk}/results/": 14}
    for address, most in limits.items():
        desk(story, cast.jo).go(f"campaigns/{address}")
        with CaptureQueriesContext(connection) as asked:
            desk(story, cast.jo).go(f"campaigns/{address}")
        assert len(asked) <= most, (address, len(asked))
