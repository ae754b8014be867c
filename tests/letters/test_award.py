"""An award's mark stands on letters until its last day, is drawn anew by us, and can be stopped."""

import io
from datetime import timedelta

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import translation
from PIL import Image

from gateways import clock
from putright.law.calendar import day_of
from putright.letters import making
from putright.letters.award import actions, queries
from putright.letters.models import Award
from putright.people.gates import NotAllowed
from tests.make import cases as make_cases

GIVEN = {"progress": "We asked.", "next_step": "We ask again."}


def picture(kind="PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (400, 200), "navy").save(out, kind)
    return out.getvalue()


def mark(cast, days=10, content=None, name="mark.png"):
    until = day_of(cast.at) + timedelta(days=days)
    return actions.Mark(name, picture() if content is None else content, ("Customer award", "Gwobr cwsmeriaid"), until)


def pictures(cast, at) -> int:
    letter = making.preview(make_cases.case(cast.ffion), "update", GIVEN, by=cast.sam, at=at)
    with pypdfium2.PdfDocument(bytes(letter.pdf)) as document:
        return sum(len(list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))) for page in document)


def test_the_mark_is_on_letters_until_its_last_day(cast, db):
    assert pictures(cast, cast.at) == 0
    actions.print_award(mark(cast), by=cast.jo, at=cast.at)
    assert bytes(queries.newest().picture).startswith(b"\xff\xd8")
    assert pictures(cast, cast.at + timedelta(days=10)) == 1
    assert pictures(cast, cast.at + timedelta(days=11)) == 0
    actions.stop_award(by=cast.jo, at=cast.at)
    assert pictures(cast, cast.at) == 0 and Award.objects.count() == 2


@pytest.mark.parametrize(
    ("content", "name"), [(b"", "a.png"), (b"<svg/>", "a.svg"), (picture()[:90], "a.png"), (b"GIF89a" + b"x" * 60, "a.gif")]
)
def test_what_is_no_picture_is_refused(cast, db, content, name):
    with pytest.raises(actions.NotAPicture):
        actions.print_award(mark(cast, content=content, name=name), by=cast.jo, at=cast.at)
    assert not Award.objects.exists()


def test_a_day_gone_by_and_a_handler_are_refused(cast, db):
    with pytest.raises(actions.Over):
        actions.print_award(mark(cast, days=-1), by=cast.jo, at=cast.at)
    with pytest.raises(NotAllowed):
        actions.print_award(mark(cast), by=cast.sam, at=cast.at)
    with pytest.raises(NotAllowed):
        actions.stop_award(by=cast.sam, at=cast.at)


def test_the_database_keeps_every_mark(cast, db):
    actions.print_award(mark(cast), by=cast.jo, at=cast.at)
    with pytest.raises(DatabaseError), transaction.atomic():
        Award.objects.update(said_en="Other")


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_supervisor_gives_one_and_stops_it_on_the_page(client, cast, language):
    client.force_login(cast.jo.user)
    with clock.fixed(cast.at), translation.override(language):
        url = reverse("letters:award")
        day = day_of(cast.at)
        sent = {"said_en": "Customer award", "said_cy": "Gwobr cwsmeriaid", "until-day": day.day, "until-month": day.month,
                "until-year": day.year}  # fmt: skip
        assert client.post(url, sent).status_code == 422
        bad = client.post(url, sent | {"files": SimpleUploadedFile("a.png", b"no")})
        assert bad.status_code == 422 and "Customer award" in bad.content.decode()
        assert client.post(url, sent | {"files": SimpleUploadedFile("a.png", picture("PNG"))}).status_code == 302
        assert {"en": "Customer award", "cy": "Gwobr cwsmeriaid"}[language] in client.get(url).content.decode()
        assert client.post(url, {"do": "stop"}).status_code == 302 and queries.current(day) is None
