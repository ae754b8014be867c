"""The translator's page: English left, Welsh right, section by section; sign, and the next one comes."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.people.refusals import Refused

from . import actions, queries, rules
from .queries import Standing, today


def welsh(request: HttpRequest) -> HttpResponse:
    """Everything whose Welsh nobody has read against its English as it is now."""
    awaiting = queries.awaiting(today(request.at))
    language = "cy" if get_language() == "cy" else "en"
    page = {
        "title": _("Welsh to check"), "rows": [(one.subject, one.subject.named(language)) for one in awaiting],
        "back": reverse("words:all"),
    }  # fmt: skip
    return render(request, "words/welsh.html", page)


def beside(request: HttpRequest, kind: str, name: str) -> HttpResponse:
    """One of them, to be read and signed. Signed, the next one comes; after the last, the list."""
    key, awaiting = f"{kind}:{name}", queries.awaiting(today(request.at))
    one = next((one for one in awaiting if one.subject.key == key), None) or queries.standing(key, today(request.at))
    if one is None:
        raise Http404
    following = after(key, awaiting)
    refusal = ""
    if request.method == "POST":
        try:
            digests = request.POST.get("english", ""), request.POST.get("welsh", "")
            actions.check_welsh(one.subject, digests, by=request.handler, at=request.at)
            there = (following.subject.group, following.subject.name) if following else None
            return redirect("words:beside", *there) if there else redirect("words:welsh")
        except Refused as trouble:
            refusal = str(trouble)
    return render(request, "words/beside.html", drawn(one, following, len(awaiting), refusal), status=422 if refusal else 200)


def after(key: str, awaiting: list[Standing]) -> Standing | None:
    """The next that waits, round to the first again; None when there is no other."""
    keys = [one.subject.key for one in awaiting]
    place = keys.index(key) + 1 if key in keys else 0
    others = [*awaiting[place:], *awaiting[:place]]
    return next((one for one in others if one.subject.key != key), None)


def drawn(one: Standing, following: Standing | None, left: int, refusal: str) -> dict[str, object]:
    texts = one.newest
    return {
        "title": one.subject.named("cy" if get_language() == "cy" else "en"), "one": one, "left": left, "refusal": refusal,
        "sections": rules.sections(one.subject, texts), "following": following,
        "english": rules.digest(texts["en"]), "welsh": rules.digest(texts["cy"]),
        "checked": queries.last_check(one.subject.key, texts), "back": reverse("words:welsh"),
    }  # fmt: skip
