"""Addresses of contacts: each way in brings its own."""

from django.urls import path

from .channels.letter.urls import urlpatterns as letter
from .channels.officer.urls import urlpatterns as officer
from .channels.social.urls import urlpatterns as social
from .channels.web.urls import urlpatterns as web
from .entry.urls import urlpatterns as entry
from .heard import pages as heard
from .kinds.urls import urlpatterns as kinds

app_name = "contacts"
urlpatterns = [
    path("staff/heard/", heard.heard, name="heard"),
    path("staff/heard/<slug:code>/", heard.short_link, name="short_link"),
    *web, *letter, *social, *entry, *kinds, *officer
]
