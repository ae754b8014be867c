"""Pages for what was missing when a case was handed over: what is known now, sending it after, and its receipt."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from putright.allocation.queries import handover as with_pack
from putright.allocation.queries import last_handover
from putright.cases import door
from putright.cases.models import Case
from putright.cases.queries import NoSuchCase

from . import actions, files, making, queries, words
from .forms import ReceiptForm, SendForm
from .models import Rest
from .pages import done, form_page, known, language, missing


def rest(request: HttpRequest, reference: str) -> HttpResponse:
    """What the last hand-over lacked: sent after with its receipt, known now, and still missing with its way to mend it."""
    case = door.case(request, reference)
    last = last_handover(case)
    handover = with_pack(case, last.pk) if last else None
    if handover is None or not handover.pack.get("incomplete"):
        return redirect("desk:case", case.reference)  # nothing was missing
    matter = known(request, case)
    found = queries.follows(handover, matter, making.pack(matter, handover.body, request.at))
    form = SendForm(request.POST or None, initial={"version": str(case.version)}, differs=False)

    def act() -> None:
        actions.send_rest(handover, by=request.handler, at=request.at, version=form.cleaned_data["version"])

    if done(request, form, act):
        return redirect("packs:rest", case.reference)
    page = {
        "title": _("Send the rest"), "case": case, "handover": handover, "to": words.BODIES[handover.body], "form": form,
        "known": [words.PARTS_NAMED[part] for part in found.known], "missing": missing(case, list(found.missing)),
        "sent": [(one, [words.PARTS_NAMED[part] for part in one.parts]) for one in queries.rests(handover)],
        "kinds": words.FILES, "because": handover.pack["incomplete"]["because"],
    }  # fmt: skip
    return render(request, "packs/rest.html", page)


@require_safe
def rest_file(request: HttpRequest, reference: str, number: int, which: str) -> HttpResponse:
    case = door.case(request, reference)
    return files.answer(one_rest(case, number).pack, which, language())


def receipt(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    case = door.case(request, reference)
    sent = one_rest(case, number)
    form = ReceiptForm(request.POST or None, initial={"their_reference": sent.handover.their_reference})

    def act() -> None:
        given = form.cleaned_data["their_reference"], form.cleaned_data["received_from"]
        actions.rest_receipt(sent, *given, by=request.handler, at=request.at)

    if done(request, form, act):
        return redirect("desk:case", case.reference)
    return form_page(request, case, form, _("They have the rest"), _("Write down the receipt"))


def one_rest(case: Case, number: int) -> Rest:
    found = queries.rest_of(case, number)
    if found is None:
        raise NoSuchCase(case.reference)
    return found
