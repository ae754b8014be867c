"""The changes kept here, for every chart of a series (charts.changing): each stands on all of them."""

from django.utils.translation import get_language

from putright.charts.shapes import Mark

from .models import Change


def changes(_which: str, _code: str) -> list[Mark]:
    welsh = get_language() == "cy"
    return [Mark(one.on, one.cy if welsh else one.en) for one in Change.objects.order_by("on", "pk")]
