"""Addresses of contacts: each way in brings its own."""

from .channels.web.urls import urlpatterns as web

app_name = "contacts"
urlpatterns = [*web]
