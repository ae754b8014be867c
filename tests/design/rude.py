"""Ill-mannered addresses, for the test of the client that notices them."""

from django.http import HttpResponse
from django.urls import path

urlpatterns = [
    path("en/rude", lambda request: HttpResponse("<p>hello"), name="healthz"),
    path("en/refused", lambda request: HttpResponse("<p>no", status=403), name="front"),
    path("en/data", lambda request: HttpResponse("a,b", content_type="text/csv"), name="gallery"),
]
