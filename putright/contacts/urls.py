"""Addresses of contacts: each way in brings its own."""

from .channels.web.urls import urlpatterns as web
from .entry.urls import urlpatterns as entry
from .kinds.urls import urlpatterns as kinds
from .local.urls import urlpatterns as local

app_name = "contacts"
urlpatterns = [*web, *entry, *local, *kinds]
