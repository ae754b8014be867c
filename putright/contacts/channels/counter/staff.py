"""Opening a counter: on this very screen, which signs you out of it first, or on another by its code."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from putright.cases import once

from . import actions, queries, rules
from .forms import OpenForm
from .pages import marked


def counters(request: HttpRequest) -> HttpResponse:
    form, code = OpenForm(request.POST or None), ""
    if form.is_valid():
        _counter, code = actions.open_counter(form.cleaned_data["station"], by=request.handler, at=request.at)
        if request.POST.get("do") == "here":
            logout(request)  # a phone that is handed over must not be somebody's log-in
            return marked(redirect("counter:start"), code)
        form = OpenForm()
    page = {"title": _("Counters"), "form": form, "open": queries.listed(request.at), "code": rules.dressed(code) if code else ""}
    return render(request, "contacts/counter/counters.html", page, status=422 if form.is_bound else 200)


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    found = queries.open_now(request.at).filter(pk=min(pk, 2**62)).first()
    if found:
        once.only(request, lambda: actions.close_counter(found, by=request.handler, at=request.at))
    return redirect("counter:counters")
