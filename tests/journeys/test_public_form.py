"""A person tells us, in each language, through HTTP as a browser without scripts would; what the office then has."""

import re

import pytest

from gateways import clock
from putright.cases.log import broken_at
from putright.cases.models import Case, Event
from putright.contacts.models import Contact, Draft
from tests.contacts.web.walk import ORDINARY, carried, send, walk
from tests.make.people import AT

WELSH = ORDINARY | {
    "what-happened": {"words": "Ni ddaeth neb yn ôl ataf am y lladrad yn Llanymddyfri, er i mi ffonio deirgwaith."},
    "where": {"place": "Llanymddyfri"},
    "name": {"name": "Siân Ŵyn-Ŷr"},
    "help": {"language": "cy", "adjustments": ""},
}
JOURNEYS = pytest.mark.parametrize(
    ("lang", "answers", "reference", "due"),
    [
        ("en", ORDINARY, "Your reference is", "30 March 2026, 5:00pm"),
        ("cy", WELSH, "Eich cyfeirnod yw", "30 Mawrth 2026, 5:00yp"),
    ],
)


@JOURNEYS
def test_from_the_start_page_to_the_reference(client, cast, lang, answers, reference, due):
    with clock.fixed(AT):
        start = client.get(f"/{lang}/")
        assert f'href="/{lang}/tell-us/"' in start.content.decode()
        checked = walk(client, answers, lang=lang)
        assert answers["what-happened"]["words"] in checked.content.decode()
        page = send(client, checked).content.decode()
    case = Case.objects.select_related("complainant").get()
    assert reference in page and case.reference in page and due in page
    assert (case.language, case.complainant.name, case.stage) == (lang, answers["name"]["name"], "received")
    assert (case.received_at, Contact.objects.get().received_at) == (AT, AT)
    assert [event.verb for event in Event.objects.filter(case=case)] == ["received"]
    assert broken_at(case) is None


@JOURNEYS
def test_saved_in_one_language_and_finished_in_the_other(client, cast, lang, answers, reference, due):
    other = {"en": "cy", "cy": "en"}[lang]
    stopped = walk(client, answers, lang=lang, upto="where")
    client.post(f"/{lang}/tell-us/where/", {**carried(stopped), "place": "Y Bala", "save": "yes"})
    code = re.search(r"(?:\w{4}-){5}\w{4}", client.get(f"/{other}/tell-us/saved/").content.decode()).group(0)
    client.cookies.clear()
    page = client.post(
        f"/{other}/tell-us/come-back/",
        {**carried(client.get(f"/{other}/tell-us/come-back/")), "code": code},
        follow=True,
    )
    while "/check/" not in page.request["PATH_INFO"]:
        slug = page.request["PATH_INFO"].strip("/").split("/")[-1]
        page = client.post(page.request["PATH_INFO"], {**carried(page), **answers[slug]}, follow=True)
    assert page.request["PATH_INFO"] == f"/{other}/tell-us/check/"
    send(client, page)
    assert Contact.objects.get().place == "Y Bala"
    assert Contact.objects.get().language == answers["help"]["language"]
    assert Draft.objects.get().answers == {}
