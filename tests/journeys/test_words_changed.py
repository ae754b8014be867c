"""A letter is reworded by one person, signed off by another, its Welsh checked by somebody who speaks it, and sent like that.

Nothing here uses a script: every press is a form's own."""

import pytest
from django.urls import reverse
from django.utils import translation

from design.testing import MannerlyClient
from gateways import clock
from putright.codes.seeds import ensure
from putright.letters.models import Letter
from putright.people.queries import office
from tests.make import cases as make_cases

from .browsing import Page

pytestmark = pytest.mark.django_db
OLD = {"en": "This is how things stand today.", "cy": "Dyma sut mae pethau heddiw."}
NEW = {"en": "Here is where we have got to.", "cy": "Dyma ble rydym wedi cyrraedd."}
SAYS = {
    "en": {"waiting": "Waiting for sign-off: 1", "unchecked": "Welsh not checked", "checked": "Checked by Sam Adeyemi",
           "out": "[out:"},
    "cy": {"waiting": "Yn aros i’w gymeradwyo: 1", "unchecked": "Cymraeg heb ei gwirio", "checked": "Gwiriwyd gan Sam Adeyemi",
           "out": "[allan:"},
}  # fmt: skip


def signed_in(who) -> MannerlyClient:
    client = MannerlyClient()
    client.force_login(who.user)
    return client


@pytest.mark.parametrize("language", ["en", "cy"])
def test_words_are_changed_signed_off_checked_and_sent(cast, language):
    says = SAYS[language]
    ensure(office(), cast.at)
    cast.sam.speaks_welsh = True
    cast.sam.save()
    with clock.fixed(cast.at), translation.override(language):
        sam, jo = signed_in(cast.sam), signed_in(cast.jo)
        one = reverse("words:one", args=["letter", "update"])
        every = Page(sam.get(reverse("words:all")))
        assert every.links(one)
        edit = Page(sam.get(reverse("words:edit", args=["letter", "update"])))
        sent = edit.said(edit.form("words_en")) | {"why": "Warmer", "do": "save"}
        for code in ("en", "cy"):
            sent[f"words_{code}"] = sent[f"words_{code}"][0].replace(OLD[code], NEW[code])
        assert sam.post(edit.path, sent)["Location"] == one
        assert says["waiting"] in Page(jo.get(reverse("words:all"))).words
        waiting = Page(jo.get(one))
        assert says["out"] in Page(jo.get(waiting.root.find(".//main//div//a").get("href"))).words
        assert jo.post(reverse("words:sign", args=["letter", "update", 1])).status_code == 302
        assert says["unchecked"] in Page(jo.get(one)).words and NEW["cy"] in Page(jo.get(one)).words
        beside = Page(sam.get(reverse("words:beside", args=["letter", "update"])))
        assert sam.post(beside.path, beside.said(beside.form("welsh"))).status_code == 302
        assert says["checked"] in Page(sam.get(one)).words
        case = make_cases.case(cast.ffion)
        given = {"progress_cy": "Gofynnom.", "next_step_cy": "Gofynnwn eto.", "do": "send"}
        assert sam.post(reverse("letters:new", args=[case.reference]) + "?kind=update", given).status_code == 302
    letter = Letter.objects.get(case=case)
    assert NEW["cy"] in letter.body and letter.values["version"] == 1
