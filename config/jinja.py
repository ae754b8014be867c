"""The template environment: what every template may call, and nothing more."""

from typing import Any

import jinja2
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext, ngettext, pgettext

from design import countdown, dates, drawing, forms, language, macros, presses


def url(name: str, *args: Any, **kwargs: Any) -> str:
    return reverse(name, args=args or None, kwargs=kwargs or None)


def environment(**options: Any) -> jinja2.Environment:
    """In tests (`settings.TEMPLATES_STRICT`) a name that was never given stops the page; in service it is left blank."""
    strict = getattr(settings, "TEMPLATES_STRICT", False)
    options["undefined"] = jinja2.StrictUndefined if strict else jinja2.ChainableUndefined
    options.setdefault("trim_blocks", True)
    options.setdefault("lstrip_blocks", True)
    options.pop("autoescape", None)
    env = jinja2.Environment(autoescape=True, extensions=["jinja2.ext.i18n"], **options)
    env.install_gettext_callables(gettext, ngettext, newstyle=True, pgettext=pgettext)  # type: ignore[attr-defined]
    env.globals.update(
        macros.as_globals(),
        static=static,
        url=url,
        in_language=language.in_language,
        drawn=drawing.foreign,
        error_summary=forms.error_summary,
        error_prefix=forms.error_prefix,
        press_input=presses.press_input,
        countdown=countdown.countdown,
    )
    env.filters.update(day=dates.day, moment=dates.moment, clock=dates.clock)
    return env
