"""Evidence as it is kept."""

from datetime import date

from putright.contacts.actions import receive
from putright.contacts.said import Said
from putright.excellence.actions.evidence import Evidence, add
from tests.make import people

DAY = date(2026, 3, 2)
THANKS = "Thank you so much. Ffion here: your sergeant sat with my mother for an hour. Ring me on 07700 900123."


def given(**more) -> Evidence:
    return Evidence(**({"kind": "report", "title": "The month of February", "on": DAY, "words": "Nine in ten in time."} | more))


def item(by, at, refs=(("cse", "4.1.2"),), **more):
    return add(given(**more), refs, by=by, at=at)


def thanks(cast, key="00000000-0000-4000-8000-0000000000aa"):
    said = Said(key=key, channel="phone", words=THANKS, language="en", kind="compliment")
    return receive(said, cast.ffion, by=cast.sam, at=cast.at).case


def png() -> bytes:
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (60, 40), "white").save(out, "PNG")
    return out.getvalue()


__all__ = ["DAY", "THANKS", "given", "item", "people", "png", "thanks"]
