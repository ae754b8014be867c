"""Every address is in the permission table, every template is shown somewhere, every word has its Welsh, every setting
is explained."""

import re

import pytest
from django.urls import URLPattern, get_resolver

from config import gates as edge
from putright.people import gates

from . import house

SIGN_IN = {"account_login", "account_logout", "account_reauthenticate", "mfa_authenticate", "mfa_reauthenticate"}
# Templates that a library asks for by a name we never write.
ASKED_BY_LIBRARIES = {"account/login.html", "account/logout.html", "account/reauthenticate.html", "account/account_inactive.html",
                      "mfa/authenticate.html", "mfa/reauthenticate.html"}  # fmt: skip


def addresses(patterns=None, before="", prefix=""):
    """(name, path) of every address, as the resolver has them."""
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        path = before + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}", path
        else:
            inner = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from addresses(entry.url_patterns, path, inner)


ALL = list(addresses())


@pytest.mark.parametrize(("name", "path"), ALL)
def test_every_address_says_who_may(name, path):
    try:
        verb = edge.who_may(name)
    except KeyError:
        pytest.fail(f"{path} ({name}) is in no verbs.PAGES: nobody may open it")
    known = {gates.PUBLIC, gates.SIGNED_IN, gates.SYSTEM}
    assert verb in known or verb in gates.table("MAY"), f"{name} needs {verb}, which nobody may"
    assert (verb == gates.SYSTEM) <= path.startswith("api/"), f"{path} is asked by people, and a token is for systems"
    if "staff/" in path and name not in SIGN_IN:
        assert verb != gates.PUBLIC, f"{path} is a staff page open to anybody"
    if "cases/<" in path:
        assert verb not in {gates.PUBLIC, gates.SIGNED_IN}, f"{path} shows a case and needs a verb, not just a log-in"


def test_no_two_addresses_share_a_name():
    names = [name for name, _ in ALL]
    assert len(names) == len(set(names)), sorted({name for name in names if names.count(name) > 1})


def test_the_table_names_no_page_that_is_not_there():
    assert not (missing := gates.table("PAGES").keys() - {name for name, _ in ALL}), missing


def test_every_template_is_shown_somewhere():
    words = "\n".join(path.read_text() for path in [*house.python(*house.OURS), *house.templates()])
    unshown = []
    for path in house.templates():
        name = path.as_posix().rpartition("/templates/")[2]
        if f'"{name}"' not in words and f"'{name}'" not in words and name not in ASKED_BY_LIBRARIES:
            unshown.append(name)
    assert not unshown, f"No page shows these: {unshown}"


def test_every_setting_is_explained_in_the_readme():
    read = re.findall(r'env\.\w+\(\s*"(\w+)"', (house.ROOT / "config" / "settings.py").read_text())
    readme = (house.ROOT / "README.md").read_text()
    assert len(read) >= 8
    assert not (missing := [name for name in read if f"`{name}`" not in readme]), f"Not in README.md: {missing}"


def test_every_room_says_what_it_is_for():
    for room in (path.replace(".", "/") for path in house.PATHS):
        words = house.ast.get_docstring(house.tree(house.ROOT / "putright" / room / "__init__.py"))
        assert words, f"putright/{room}/__init__.py: one sentence a handler would accept"
        assert (house.ROOT / "putright" / room / "README.md").exists(), f"putright/{room}/README.md: ten lines"
