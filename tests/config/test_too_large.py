"""What is too large is refused before it is read, with a plain page in both languages."""

import asyncio

import pytest

from config import too_large
from config.asgi import Pages


class Sender:
    """Sends so many pieces, and notes how many were asked for and what came back."""

    def __init__(self, pieces: int, piece: bytes = b"x" * 1024) -> None:
        self.left, self.piece, self.asked, self.came = pieces, piece, 0, []

    async def receive(self):
        self.asked, self.left = self.asked + 1, self.left - 1
        return {"type": "http.request", "body": self.piece, "more_body": self.left > 0}

    async def send(self, message):
        self.came.append(message)


def sent_to_it(sender: Sender, *headers: tuple[bytes, bytes]) -> tuple[int, str]:
    scope = {"type": "http", "method": "POST", "path": "/en/tell-us/files/", "headers": list(headers)}
    asyncio.run(Pages()(scope, sender.receive, sender.send))
    return sender.came[0]["status"], sender.came[1]["body"].decode()


def test_one_that_says_it_is_too_large_is_not_read_at_all():
    sender = Sender(10)
    status, page = sent_to_it(sender, (b"content-length", str(too_large.MOST + 1).encode()))
    assert (status, sender.asked) == (413, 0)
    assert "We can take in 512 MB at once" in page and '<div lang="cy"><h1>Mae hynny’n rhy fawr' in page


@pytest.mark.parametrize("said", [(), ((b"content-length", b"5"),), ((b"content-length", b"many"),)])
def test_one_that_says_nothing_or_less_is_read_up_to_the_limit_only(said, monkeypatch):
    monkeypatch.setattr(too_large, "MOST", 10 * 1024)
    sender = Sender(1000)
    assert sent_to_it(sender, *said)[0] == 413
    assert sender.asked == 11


def test_the_page_says_the_limit_there_is():
    assert f"{too_large.MOST_TOGETHER // too_large.MIB} MB" in too_large.PAGE.decode()
