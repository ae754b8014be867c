"""Addresses of contacts: each way in brings its own."""

from .channels.web.urls import urlpatterns as web
from .entry.urls import urlpatterns as entry
from .heard.urls import urlpatterns as heard
from .local.urls import urlpatterns as local

app_name = "contacts"
urlpatterns = [*web, *entry, *heard, *local]
