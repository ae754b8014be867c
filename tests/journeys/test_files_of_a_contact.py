"""A photo from a telephone, all the way: given with the form, seen by the team as a safe copy, and its original unchanged."""

import hashlib
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from putright.contacts.models import Contact
from tests.contacts.web.walk import carried, send, walk
from tests.documents import builders
from tests.documents.fetching import read

LANGUAGES = pytest.mark.parametrize("lang", ["en", "cy"])


@pytest.fixture(autouse=True)
def own_shelf(settings, tmp_path):
    settings.DOCUMENTS = str(tmp_path / "shelf")


@LANGUAGES
def test_given_with_the_form_seen_safely_and_kept_as_it_came(client, cast, lang):
    body = builders.with_gps()
    walk(client, lang=lang, upto="files")
    files = f"/{lang}/tell-us/files/"
    client.post(files, {**carried(client.get(files)), "files": [SimpleUploadedFile("Tŷ Ŵyn.jpg", body)]})
    send(client, walk(client, lang=lang))
    client.force_login(cast.sam.user)
    case = client.get(f"/{lang}/staff/cases/{Contact.objects.get().case.reference}/").content.decode()
    document = re.search(r'href="([^"]+/documents/\d+/)"', case)[1]
    page = client.get(document).content.decode()
    assert hashlib.sha256(body).hexdigest() in page
    picture = re.search(r'src="([^"]+/picture/1)"', page)[1]
    assert b"Ffion" not in client.get(picture).content
    assert read(client.get(f"{document}original")) == body


@LANGUAGES
def test_told_at_a_counter_and_read_by_the_team(client, cast, lang):
    client.force_login(cast.sam.user)
    staff = f"/{lang}/staff/counters/"
    client.post(staff, {**carried(client.get(staff)), "station": "Ware", "do": "here"})
    tell = f"/{lang}/counter/tell/"
    client.post(tell, {**carried(client.get(tell)), "kind": "complaint", "words": "Ni wrandawodd neb arnaf."})
    reference = re.search(r"PR-\w{5}-\w{5}", client.get(f"/{lang}/counter/done/").content.decode())[0]
    client.get(f"/{lang}/counter/clear/")
    client.force_login(cast.sam.user)
    case = client.get(f"/{lang}/staff/cases/{reference}/").content.decode()
    assert "Ni wrandawodd neb arnaf." in case
