"""Addresses of contacts: each way in brings its own."""

from .channels.web.urls import urlpatterns as web
from .entry.urls import urlpatterns as entry

app_name = "contacts"
urlpatterns = [*web, *entry]
