"""Addresses of calls. The exchanges' own door is outside the languages: config.urls."""

from django.urls import path

from .pages import calls, exchanges, figures, logs

app_name = "telephone"
urlpatterns = [
    path("staff/calls/", calls.calls, name="calls"),
    path("staff/calls/now", calls.now, name="now"),
    path("staff/calls/<int:number>/write", calls.write, name="write"),
    path("staff/calls/figures", figures.figures, name="figures"),
    path("staff/calls/figures.csv", figures.csv, name="csv"),
    path("staff/calls/yardstick", figures.yardstick, name="yardstick"),
    path("staff/calls/unmatched", logs.unmatched, name="unmatched"),
    path("staff/calls/unmatched/<int:number>", logs.looked, name="looked"),
    path("staff/calls/load", logs.load, name="load"),
    path("staff/calls/load/<int:number>", logs.loaded, name="loaded"),
    path("staff/calls/exchanges", exchanges.exchanges, name="exchanges"),
    path("staff/calls/exchanges/<slug:slug>", exchanges.exchange, name="exchange"),
    path("staff/calls/exchanges/<slug:slug>/secret", exchanges.secret, name="secret"),
    path("staff/calls/exchanges/<slug:slug>/secret/<int:number>/end", exchanges.end_secret, name="end_secret"),
]
