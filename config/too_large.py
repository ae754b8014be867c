"""What is too large to take in is refused before it is read: nothing of it reaches memory, the disk or a page's thread."""

from collections.abc import Awaitable, Callable
from typing import Any

from putright.documents.limits import MIB, MOST_TOGETHER

Message = dict[str, Any]
MOST = MOST_TOGETHER + 16 * MIB  # the files of one form, and its words
# In both languages, for no page is made: nobody's choice has been read. The Welsh is machine-written; awaiting a translator.
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Too large / Rhy fawr</title></head><body><main><h1>That is too large</h1>
<p>We can take in 512 MB at once. Go back, choose fewer or smaller files, and send again. Nothing was sent.</p>
<div lang="cy"><h1>Mae hynny’n rhy fawr</h1>
<p>Gallwn dderbyn 512 MB ar y tro. Ewch yn ôl, dewiswch lai o ffeiliau neu rai llai, ac anfonwch eto. Ni anfonwyd dim.</p>
</div></main></body></html>""".encode()
HEADERS = [
    (b"content-type", b"text/html; charset=utf-8"), (b"content-length", str(len(PAGE)).encode()),
    (b"cache-control", b"no-store"), (b"x-content-type-options", b"nosniff"),
]  # fmt: skip


def says_too_much(scope: Message) -> bool:
    """By its own account. What says nothing, or less than it sends, is counted as it comes (`Counted`)."""
    said = dict(scope["headers"]).get(b"content-length", b"0")
    return said.isdigit() and int(said) > MOST


class Counted:
    """The request as it comes; once it is too much, as if the sender had gone away."""

    def __init__(self, receive: Callable[[], Awaitable[Message]]) -> None:
        self.receive, self.size = receive, 0

    @property
    def too_much(self) -> bool:
        return self.size > MOST

    async def __call__(self) -> Message:
        message = await self.receive()
        self.size += len(message.get("body", b""))
        return {"type": "http.disconnect"} if self.too_much else message


async def refuse(send: Callable[[Message], Awaitable[None]]) -> None:
    await send({"type": "http.response.start", "status": 413, "headers": HEADERS})
    await send({"type": "http.response.body", "body": PAGE})
