"""A staff page to knock at, whichever rooms have pages."""

import sys
from types import ModuleType

import pytest
from django.http import HttpResponse
from django.urls import path

from config import gates, urls
from putright.people.gates import SIGNED_IN

addresses = ModuleType("tests.config.addresses")
addresses.handler429 = urls.handler429
addresses.urlpatterns = [
    *urls.urlpatterns,
    path("a-staff-page/", lambda request: HttpResponse(request.handler.name, content_type="text/plain"), name="a_staff_page"),
]


@pytest.fixture
def staff_page(settings, monkeypatch) -> str:
    """The address of a page for anybody who works here; it shows their name."""
    monkeypatch.setitem(sys.modules, addresses.__name__, addresses)
    monkeypatch.setitem(gates.OTHERS, "a_staff_page", SIGNED_IN)
    settings.ROOT_URLCONF = addresses.__name__
    return "/a-staff-page/"
