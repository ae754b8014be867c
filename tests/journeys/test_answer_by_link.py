"""A case asked outside: Jo gives it to Sam, Sam accepts and asks a sergeant without an account; nobody answers, the ladder
climbs; it comes to the wrong person, a new link goes, she answers on her phone. Or she gives it back; or the message comes
back, which the case and the team see. In both languages."""

from datetime import timedelta

import pytest

from design.testing import MannerlyClient
from gateways import clock, post
from gateways.post_fake import FakePost
from putright.chasing.models import Link
from tests.contacts.email.corpus.returned import report
from tests.make import contacts
from tests.make.mail import arrives

from . import steps
from .browsing import Browser
from .steps import Story, desk, opens, when

pytestmark = pytest.mark.django_db
SAYS = {
    "en": {
        "asked": "they were reminded", "superior": "their superior was asked", "ours": "it is with our supervisor",
        "off": "We have switched it off", "done": "We have your answer", "used": "This link has been used",
        "forged": "This link does not work", "late": "This link is too old", "wrong": "This link was switched off",
        "back": "Could not be delivered",
    },
    "cy": {
        "asked": "cawsant eu hatgoffa", "superior": "gofynnwyd i’w pennaeth", "ours": "mae gyda’n goruchwyliwr",
        "off": "Rydym wedi ei diffodd", "done": "Mae eich ateb gennym", "used": "Defnyddiwyd y ddolen hon",
        "forged": "Nid yw’r ddolen hon yn gweithio", "late": "Mae’r ddolen hon yn rhy hen", "wrong": "Diffoddwyd y ddolen hon",
        "back": "Ni ellid ei ddanfon",
    },
}  # fmt: skip
WHO = {"name": "Sgt Nia Bowen", "email": "nia@force.example", "superior": "Insp Huw Lloyd", "superior_email": "huw@force.example"}


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    return Story(request.param)


def test_a_sergeant_answers_by_a_link(story, cast):
    says = SAYS[story.lang]
    jo_gives_it_to_sam_who_accepts(story, cast)
    with post.standing_in(FakePost()) as box:
        secret = sam_asks_a_sergeant(story, cast, box)
        silence_climbs_and_shows(story, cast, box, says)
        new = it_came_to_the_wrong_person_and_a_new_link_goes(story, cast, secret, says)
        she_answers_on_her_phone_once(story, new, says)
    assert "I rang her" in opens(story, cast.sam).words
    assert steps.log_is_whole(story) and steps.looks(story) == steps.access_rows(story)


def jo_gives_it_to_sam_who_accepts(story, cast):
    when(story, "2026-03-27 10:00")
    case = contacts.contact(cast.amir, at=story.now, kind="complaint").case
    story.reference = case.reference
    steps.fills_in(story, cast.jo, "give/", to=cast.sam.pk)
    page = opens(story, cast.sam)
    form = next(form for form in next(page.root.iter("main")).iter("form") if "/accept/" in form.get("action", ""))
    with clock.fixed(story.now):
        assert desk(story, cast.sam).client.post(form.get("action")).status_code == 302
    type(case).objects.filter(pk=case.pk).update(stage="in_recovery")


def sam_asks_a_sergeant(story, cast, box):
    page = desk(story, cast.sam).go(f"cases/{story.reference}/ask-by-link/")
    given = {**WHO, "team": cast.dana.team.pk, "asks": "apology", "why": "Please ring her", "language": story.lang}
    shown = desk(story, cast.sam).press(page, **given)
    steps.goes_round(story)
    secret = shown.words.split("/put-right/")[1].split("/")[0]
    assert secret in letters_to(box, WHO["email"])[0].plain
    return secret


def letters_to(box, address):
    return [one for one in box.taken if one.to == address]


def silence_climbs_and_shows(story, cast, box, says):
    for day, word in (("2026-04-07", "asked"), ("2026-04-14", "superior"), ("2026-04-21", "ours")):
        when(story, f"{day} 09:00")
        steps.goes_round(story)
        assert says[word] in opens(story, cast.sam).words
        assert says[word] in desk(story, cast.sam).go("waiting-outside/").words
        assert story.reference in desk(story, cast.jo).go("team/?show=outside").words
    assert len(letters_to(box, WHO["email"])) == 2 and len(letters_to(box, WHO["superior_email"])) == 1


def it_came_to_the_wrong_person_and_a_new_link_goes(story, cast, secret, says):
    stranger, address = Browser(MannerlyClient()), f"/{story.lang}/put-right/{secret}/"
    with clock.fixed(story.now):
        page = stranger.go(address)
        assert WHO["name"] in page.words and cast.amir.name not in page.words
        assert says["forged"] in Browser(MannerlyClient()).go(f"/{story.lang}/put-right/{'ABCD-' * 5}ABCD/").words
        no = next(form for form in next(page.root.iter("main")).iter("form") if "/not-me/" in form.get("action", ""))
        assert says["off"] in stranger._shown(stranger.client.post(no.get("action"))).words
        assert says["wrong"] in stranger.go(address).words
    page = desk(story, cast.sam).go(f"cases/{story.reference}/ask-by-link/new/")
    shown = desk(story, cast.sam).press(page, name=WHO["name"])
    return shown.words.split("/put-right/")[1].split("/")[0]


def she_answers_on_her_phone_once(story, secret, says):
    hers, address = Browser(MannerlyClient()), f"/{story.lang}/put-right/{secret}/"
    with clock.fixed(story.now + timedelta(days=29)):
        assert says["late"] in hers.go(address).words
    with clock.fixed(story.now):
        done = hers.press(hers.go(address), did="apology", words="I rang her and said sorry.", content="yes")
        assert says["done"] in done.words
        assert says["used"] in hers.go(address).words
    assert not Link.objects.filter(ended_at=None).exists()


def test_a_sergeant_cannot_put_it_right_and_gives_it_back(story, cast):
    says = SAYS[story.lang]
    jo_gives_it_to_sam_who_accepts(story, cast)
    with post.standing_in(FakePost()) as box:
        secret = sam_asks_a_sergeant(story, cast, box)
        hers, address = Browser(MannerlyClient()), f"/{story.lang}/put-right/{secret}/"
        with clock.fixed(story.now):
            done = hers.press(hers.go(address), did="give_back", words="She works in another district.")
            assert says["done"] in done.words and says["used"] in hers.go(address).words
        when(story, "2026-04-07 09:00")
        steps.goes_round(story)
    assert len(box.taken) == 1  # it waits for nobody any more: no reminder
    page = opens(story, cast.sam).words
    assert "She works in another district." in page and says["asked"] not in page
    assert steps.log_is_whole(story) and steps.looks(story) == steps.access_rows(story)


def test_the_message_comes_back_and_a_new_link_goes_to_the_right_address(story, cast):
    says = SAYS[story.lang]
    jo_gives_it_to_sam_who_accepts(story, cast)
    with post.standing_in(FakePost()) as box:
        secret = sam_asks_a_sergeant(story, cast, box)
        assert says["back"] not in opens(story, cast.sam).words
        when(story, "2026-03-27 11:00")
        arrives(report(box.taken[0].message_id), sender="", at=story.now)
        steps.goes_round(story)
        assert says["back"] in opens(story, cast.sam).words
        assert says["back"] in desk(story, cast.jo).go("team/").words
        page = desk(story, cast.sam).go(f"cases/{story.reference}/ask-by-link/new/")
        shown = desk(story, cast.sam).press(page, name=WHO["name"], email="nia.bowen@force.example")
        steps.goes_round(story)
    new = shown.words.split("/put-right/")[1].split("/")[0]
    assert new != secret and new in letters_to(box, "nia.bowen@force.example")[0].plain
    assert says["back"] not in opens(story, cast.sam).words and says["back"] not in desk(story, cast.jo).go("team/").words
    hers = Browser(MannerlyClient())
    with clock.fixed(story.now):
        assert WHO["name"] in hers.go(f"/{story.lang}/put-right/{new}/").words
    assert steps.log_is_whole(story) and steps.looks(story) == steps.access_rows(story)
