"""A browser without scripts: it sends what a page's own form holds, changed only as a person could change it.

A box, an answer or a button that is not on the page fails the test, so a journey cannot press what nobody sees."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from design.manners import parsed
from design.testing import MannerlyClient

Boxes = dict[str, list[str]]


@dataclass
class Page:
    """What came back: the words a reader sees, and its forms."""

    response: Any
    root: Any = field(init=False)

    def __post_init__(self) -> None:
        self.root, _complaints = parsed(self.response.content.decode())

    @property
    def path(self) -> str:
        return str(self.response.request["PATH_INFO"])

    @property
    def words(self) -> str:
        """Everything said in the page's main part, with single spaces."""
        main = next(self.root.iter("main"))
        return " ".join("".join(main.itertext()).split())

    def links(self, address: str) -> list[str]:
        """The words of every link that leads there."""
        found = (a for a in self.root.iter("a") if urlsplit(a.get("href", "")).path == address)
        return [" ".join("".join(a.itertext()).split()) for a in found]

    @property
    def addresses(self) -> list[str]:
        """Where the links of the page's main part lead, in order."""
        return [a.get("href", "") for a in next(self.root.iter("main")).iter("a")]

    def form(self, box: str) -> Any:
        """The form that has a box or a button of that name."""
        forms = [form for form in next(self.root.iter("main")).iter("form") if box in names(form)]
        assert forms, f"{self.path} has no form with {box!r}: {self.words}"
        return forms[0]

    def said(self, form: Any) -> Boxes:
        """What the form would send if nothing were changed and its first unnamed button pressed."""
        return {name: values for name in names(form) if (values := list(standing(form, name)))}


def names(form: Any) -> list[str]:
    boxes = (box for box in form.iter() if box.tag in ("input", "textarea", "select", "button"))
    return list(dict.fromkeys(box.get("name") for box in boxes if box.get("name")))


def standing(form: Any, name: str) -> Any:
    """The values a box of that name holds as the page came."""
    for box in (box for box in form.iter() if box.get("name") == name):
        if box.tag == "textarea":
            yield box.text or ""
        elif box.tag == "select":
            options = list(box.iter("option"))
            chosen = [option for option in options if option.get("selected") is not None] or options[:1]
            yield from (option.get("value", "") for option in chosen)
        elif box.tag == "input" and box.get("type") in ("radio", "checkbox"):
            if box.get("checked") is not None:
                yield box.get("value", "on")
        elif box.tag == "input":
            yield box.get("value", "")


def offered(form: Any, name: str) -> set[str] | None:
    """The answers there are to choose from; None where anything may be typed."""
    boxes = [box for box in form.iter() if box.get("name") == name]
    if boxes[0].tag == "select":
        return {option.get("value", "") for option in boxes[0].iter("option")}
    if boxes[0].tag == "button" or boxes[0].get("type") in ("radio", "checkbox"):
        return {box.get("value", "") for box in boxes}
    return None


def typed_in(form: Any, said: Boxes, typed: dict[str, Any]) -> Boxes:
    """The boxes with what a person typed or chose in them."""
    for name, value in typed.items():
        values = [str(one) for one in value] if isinstance(value, list) else [str(value)]
        assert name in names(form), f"there is no {name!r} on this form, only {names(form)}"
        choices = offered(form, name)
        assert choices is None or set(values) <= choices, f"{name}: {values} is not among {sorted(choices or ())}"
        said[name] = values
    return said


@dataclass
class Browser:
    """One person's browser. `seen` remembers every page it was shown, in order."""

    client: MannerlyClient = field(default_factory=MannerlyClient)
    seen: list[Page] = field(default_factory=list)

    def go(self, address: str) -> Page:
        return self._shown(self.client.get(address, follow=True))

    def press(self, page: Page, button: str = "", **typed: Any) -> Page:
        """Fill in the form that has that button, or else the first box typed in, and press it. `button` is "name=value";
        "name" alone finds the form by one of its boxes and presses a button without a name."""
        name, pressed, value = button.partition("=")
        form = page.form(name or next(iter(typed), "csrfmiddlewaretoken"))
        said = typed_in(form, page.said(form), typed | ({name: value} if pressed else {}))
        address = form.get("action") or page.path
        return self._shown(getattr(self.client, form.get("method", "get"))(address, said, follow=True))

    def _shown(self, response: Any) -> Page:
        page = Page(response)
        self.seen.append(page)
        return page
