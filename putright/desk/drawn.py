"""A room's panel with its own template filled in: the desk writes no sentence of another room's itself."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from design.panel import Panel
from putright.cases.models import Case


def drawn(request: HttpRequest, case: Case, shown: Panel) -> tuple[Panel, str]:
    return shown, render_to_string(shown.template, {**shown.values, "case": case}, request)
