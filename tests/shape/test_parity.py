"""The Jinja macros and the style sheet come from different hands: every official example must come out the same."""

import json
import re
from pathlib import Path

from design.macros import PACKAGE, library, macro_name

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = ROOT / "node_modules" / "govuk-frontend"
EXAMPLES = 657


def fixtures():
    for path in sorted((PUBLISHED / "dist/govuk/components").glob("*/fixtures.json")):
        published = json.loads(path.read_text(encoding="utf-8"))
        for fixture in published["fixtures"]:
            yield published["component"], fixture


def drawn(environment, component, fixture):
    source = f'{{% from "{PACKAGE}/components/{component}/macro.html" import {macro_name(component)} as it %}}'
    if "callBlock" in fixture and fixture["callBlock"]:
        source += "{% call it(params) %}" + "".join(fixture["callBlock"]) + "{% endcall %}"
    else:
        source += "{{ it(params) }}"
    return environment.from_string(source).render(params=fixture["options"])


def plain(html):
    """White space means nothing between tags and only a separator elsewhere; quotes may be written either way."""
    html = re.sub(r"\s+", " ", html).strip()
    html = re.sub(r"\s*(/?>|<)\s*", r"\1", html)
    return html.replace("&#34;", "&quot;").replace("&#39;", "'")


def test_the_pinned_pair_is_the_one_installed():
    assert json.loads((PUBLISHED / "package.json").read_text())["version"] == "6.3.0"


def test_every_official_example_is_drawn_identically():
    environment = library()
    examples = list(fixtures())
    differing = [
        f"{component}: {fixture['name']}"
        for component, fixture in examples
        if plain(drawn(environment, component, fixture)) != plain(fixture["html"])
    ]
    assert differing == []
    assert len(examples) == EXAMPLES


def test_the_comparison_can_fail():
    component, fixture = next(pair for pair in fixtures() if pair[0] == "button")
    changed = fixture | {"options": fixture["options"] | {"text": "Another word"}}
    assert plain(drawn(library(), component, changed)) != plain(fixture["html"])
