"""Addresses of contacts: each way in brings its own."""

from .channels.letter.urls import urlpatterns as letter
from .channels.officer.urls import urlpatterns as officer
from .channels.social.urls import urlpatterns as social
from .channels.web.urls import urlpatterns as web
from .entry.urls import urlpatterns as entry
from .heard.urls import urlpatterns as heard
from .kinds.urls import urlpatterns as kinds
from .linking.urls import urlpatterns as linking

app_name = "contacts"
urlpatterns = [*web, *letter, *social, *entry, *heard, *kinds, *linking, *officer]
