"""What a group of a draw is called, in words. The record itself keeps the codes."""

from collections.abc import Iterable, Mapping, Sequence

from django.http import HttpRequest
from django.utils.translation import gettext as _

from putright.codes.queries import asked_once
from putright.people.models import Handler

from .asking import language
from .rules import AXES
from .words import CHANNELS, KINDS


def named(request: HttpRequest, axes: Sequence[str], groups: Iterable[str]) -> dict[str, str]:
    """Group -> what it is called. One query where groups are by whose work it was, one where by what came of it."""
    order, groups = [axis for axis in AXES if axis in axes], list(groups)
    parts = {group: dict(zip(order, group.split("|"), strict=False)) for group in groups}
    words = {axis: _words(request, axis, {one[axis] for one in parts.values() if axis in one}) for axis in order}
    return {
        group: ", ".join(words[axis].get(code, code) for axis, code in one.items()) or _("all together")
        for group, one in parts.items()
    }  # fmt: skip


def _words(request: HttpRequest, axis: str, codes: set[str]) -> Mapping[str, str]:
    nothing = {"-": _("not told")}
    if axis == "handler":
        people = Handler.objects.filter(pk__in=[code for code in codes if code.isdecimal()])
        return {str(one.pk): one.name for one in people} | {"-": _("nobody’s")}
    if axis == "outcome":
        return {row.code: row.name(language()) for row in asked_once(request, "outcomes").rows} | nothing
    return {code: str(word) for code, word in (KINDS if axis == "kind" else CHANNELS).items()} | nothing
