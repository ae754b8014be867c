"""The design system's own macros, callable from our templates and from our fields.

They live in an environment of their own because they lean on a missing value being quietly empty, which our templates
must never do. In return each call is checked: a macro silently ignores a name it does not know, so a misspelt or too-new
option would vanish from the page. Here it raises `UnknownOption` instead.
"""

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2
from markupsafe import Markup

PACKAGE = "govuk_frontend_jinja"
_OPTION = re.compile(r"params(?:\.|\[')([A-Za-z_]+)")


class UnknownOption(TypeError):
    """An option was given to a design-system macro that would have ignored it."""


def library() -> jinja2.Environment:
    loader = jinja2.PrefixLoader({PACKAGE: jinja2.PackageLoader(PACKAGE)})
    # a package's files do not change under us
    options: dict[str, Any] = {"trim_blocks": True, "lstrip_blocks": True, "auto_reload": False}
    return jinja2.Environment(loader=loader, autoescape=True, **options)


@cache
def _library() -> jinja2.Environment:
    return library()


def component_names() -> tuple[str, ...]:
    folder = files(PACKAGE) / "templates" / "components"
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.is_dir()))


def macro_name(component: str) -> str:
    return "govuk" + "".join(word.capitalize() for word in component.split("-"))


@cache
def _options(component: str) -> frozenset[str]:
    path = f"{PACKAGE}/components/{component}/macro.html"
    source, _, _ = _library().loader.get_source(_library(), path)  # type: ignore[union-attr]
    return frozenset(_OPTION.findall(source))


def render(component: str, params: dict[str, Any], **extra: Any) -> Markup:
    """The component's HTML. Refuses an option the macro does not read (`UnknownOption`)."""
    unknown = sorted(set(params) - _options(component) - {"items"})
    if unknown:
        raise UnknownOption(f"{component} does not know: {', '.join(unknown)}")
    module = _library().get_template(f"{PACKAGE}/components/{component}/macro.html").module
    html: Markup = getattr(module, macro_name(component))(params, **extra)
    return html


def as_globals() -> dict[str, Callable[..., Markup]]:
    """`govukButton`, `govukTable` and the rest, for a template environment."""

    def bound(component: str) -> Callable[..., Markup]:
        return lambda params=None, **extra: render(component, params or {}, **extra)

    return {macro_name(component): bound(component) for component in component_names()}
