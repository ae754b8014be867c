import pytest
from django.urls import reverse

from design.testing import MannerlyClient

PAGES = [f"/{lang}/gallery/{layout}" for lang in ("en", "cy") for layout in ("", "?layout=staff")]


@pytest.fixture
def client():
    return MannerlyClient()


@pytest.mark.parametrize("address", PAGES)
def test_the_gallery_shows_every_part_with_good_manners(client, cast, settings, address):
    settings.PUTRIGHT_DEMO = True
    page = client.get(address)
    assert page.status_code == 200
    shown = page.content.decode()
    assert shown.count("govuk-error-message") == 6
    assert ("moj-timeline" in shown) == address.endswith("staff")


def test_the_gallery_is_not_there_in_a_live_office(cast, settings):
    from django.test import Client

    settings.PUTRIGHT_DEMO = False
    assert Client().get(reverse("gallery")).status_code == 404


def test_the_other_language_leads_to_the_same_page_with_its_question(client, cast, settings):
    settings.PUTRIGHT_DEMO = True
    shown = client.get("/en/gallery/?layout=staff").content.decode()
    assert 'href="/cy/gallery/?layout=staff" hreflang="cy"' in shown


def test_a_page_that_came_back_says_so_first_in_its_title(client, cast, settings):
    settings.PUTRIGHT_DEMO = True
    assert "<title>Error: Gallery of parts – " in client.get("/en/gallery/").content.decode()
    assert "<title>Gwall: Oriel o rannau – " in client.get("/cy/gallery/").content.decode()
