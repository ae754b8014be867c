"""What works may say where the force keeps it, such as a page of its own learning database."""

import pytest

from gateways import clock

from .test_pages import said, sends

pytestmark = pytest.mark.django_db
THEIRS = "https://go2.example/ring-first"
WORKS = {"title": "Ring first", "problem": "p", "did": "d", "evidence": "e", "contact": "c"}


@pytest.mark.parametrize(("lang", "words"), [("en", "Where the force keeps it"), ("cy", "Ble mae’r heddlu’n ei gadw")])
def test_where_the_force_keeps_it_is_a_link_beside_what_works(cast, client, lang, words):
    base = f"/{lang}/staff/learning/practice/"
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        refused = client.post(f"{base}new/", WORKS | {"link": "javascript:alert(1)", "language": lang})
        assert refused.status_code == 422 and "javascript:alert(1)" in said(refused)
        sends(client, f"{base}new/", **WORKS, link=THEIRS, language=lang)
        page = said(client.get(base))
    assert f'href="{THEIRS}">{words}' in page
