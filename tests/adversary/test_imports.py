"""Files nobody would write, and the rows of a case that somebody is kept out of."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from putright.cases.actions import wall_off
from putright.cases.models import Access, Case
from putright.imports.mapping import layouts

pytestmark = pytest.mark.django_db
CANARY = "canaryallegation"


def load(client, *complaints):
    layout = layouts()[0]
    columns = list(dict.fromkeys(layout.named()))
    lines = [",".join(columns)]
    for number, alleged in complaints:
        cells = {layout.columns["complaint"]: number, layout.columns["received"]: "2020-01-01"}
        cells[layout.columns["allegation"]] = alleged
        lines.append(",".join(cells.get(column, "") for column in columns))
    file = SimpleUploadedFile("old.csv", "\n".join(lines).encode())
    return client.post(reverse("imports:door"), {"layout": layout.slug, "do": "load", "file": file})


@pytest.fixture
def jo(cast, client):
    client.force_login(cast.jo.user)
    return client


def test_long_numbers_that_begin_alike_are_two_complaints(jo):
    for _twice in range(2):
        assert load(jo, ("A" * 60 + "1", ""), ("A" * 60 + "2", ""), ("B", "")).status_code == 302
        assert Case.objects.count() == 3


def test_a_row_of_a_case_one_is_kept_out_of_is_not_among_those_listed(cast, jo):
    page = load(jo, ("C9", CANARY))["Location"]
    assert CANARY in jo.get(page).content.decode()
    assert Access.objects.filter(page="imports:loaded").count() == 1
    wall_off(Case.objects.get(), cast.jo, "knows the officer", by=cast.sam, at=cast.at)
    assert CANARY not in jo.get(page).content.decode()
    assert Access.objects.filter(page="imports:loaded").count() == 1
