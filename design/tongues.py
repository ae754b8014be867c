"""The same question once for each language of what is sent, so that nobody reads words in a language that is not theirs."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.forms import BaseForm
from django.utils.translation import gettext_lazy as _

from design.fields import TextArea

IN = {"en": _("in English"), "cy": _("in Welsh")}


def in_each(label: object, name: str, languages: Sequence[str], *, needed: Collection[str] | None = None,
            hint: object = "", **rest: Any) -> dict[str, TextArea]:  # fmt: skip
    """A box for each language, by name_en and name_cy; the language is said where there are two. `needed` must be filled in
    (all of them, when it is not given); any other may stay empty. The hint stands above the first."""
    return {
        f"{name}_{one}": TextArea(
            f"{label} ({IN[one]})" if len(languages) > 1 else label, lang=one,
            required=needed is None or one in needed, hint=hint if one == languages[0] else "", **rest,
        )
        for one in languages
    }  # fmt: skip


def said(form: BaseForm, name: str) -> dict[str, str]:
    """What was written, by its language; nothing for a box that stayed empty."""
    given: Mapping[str, Any] = form.cleaned_data
    return {one: given[f"{name}_{one}"] for one in IN if (given.get(f"{name}_{one}") or "").strip()}
