"""Walking the public form as a browser without scripts would: fetch the page, fill in its boxes, press a button."""

from typing import Any

from design.manners import parsed

ORDINARY: dict[str, dict[str, Any]] = {
    "safe": {"danger": "no"},
    "kind": {"kind": "complaint"},
    "what-happened": {"words": "The officer was curt with me at the counter."},
    "when": {"when_known": "day", "happened_on-day": "2", "happened_on-month": "March", "happened_on-year": "2026"},
    "where": {"place": "Hertford police station"},
    "who": {"about": "PC 3052", "crime_reference": "41/1234/26"},
    "wants": {"wants": "An apology"},
    "files": {},
    "for-whom": {"teller": "me"},
    "name": {"name": "Ffion Rees"},
    "reach": {"email": "ffion@complainant.example", "phone": "07700 900123", "prefers": "email"},
    "safe-contact": {"avoid": ["no_voicemail"], "not_before": "10:00", "note": "My sister reads my post"},
    "help": {"language": "en", "adjustments": "Large print"},
    "heard": {"heard_from": "letter"},
}
ANONYMOUS = {k: v for k, v in ORDINARY.items() if k not in ("name", "reach", "safe-contact", "help")}
ANONYMOUS["for-whom"] = {"teller": "anonymous"}


def carried(response: Any) -> dict[str, str]:
    """The hidden boxes of the page's form, its token among them."""
    page = parsed(response.content.decode())[0]
    main = next(e for e in page.iter("main"))
    hidden = (box for box in main.iter("input") if box.get("type") == "hidden")
    return {box.get("name"): box.get("value", "") for box in hidden}


def boxes(response: Any) -> dict[str, str]:
    """What stands in each box of the page."""
    page = parsed(response.content.decode())[0]
    lines = {
        b.get("name"): b.get("value", "") for b in page.iter("input") if b.get("type") not in ("radio", "checkbox")
    }
    chosen = {b.get("name"): b.get("value") for b in page.iter("input") if b.get("checked") is not None}
    return lines | chosen | {b.get("name"): b.text or "" for b in page.iter("textarea")}


def fill(client: Any, slug: str, typed: dict[str, Any], *, lang: str = "en", **extra: str) -> Any:
    """Fetch one page, type, and press Continue (or `save="yes"`)."""
    address = f"/{lang}/tell-us/{slug}/"
    return client.post(address, {**carried(client.get(address)), **typed, **extra})


def walk(
    client: Any, answers: dict[str, dict[str, Any]] = ORDINARY, *, lang: str = "en", upto: str = "", first: Any = None
) -> Any:
    """Follow the form from its first page, answering what it asks, to the check or to the page named. Each page must be one
    that `answers` holds: an unexpected question fails here. `first` is the first page, already fetched."""
    response = first or client.get(f"/{lang}/tell-us/", follow=True)
    while "/check/" not in response.request["PATH_INFO"]:
        address = response.request["PATH_INFO"]
        slug = address.strip("/").split("/")[-1]
        if slug == upto:
            return response
        response = client.post(address, {**carried(response), **answers[slug]}, follow=True)
        assert response.request["PATH_INFO"] != address, (slug, response.content.decode())
    return response


def send(client: Any, checked: Any) -> Any:
    return client.post(checked.request["PATH_INFO"], carried(checked), follow=True)
