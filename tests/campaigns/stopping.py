"""For the wrong builds: what is held back is stored when the server is stopped in good order, so that only a kill loses it.

The server's worker ends by the signal it was sent, so nothing registered to run as Python ends is run."""

import os
from collections.abc import Callable
from typing import Any

from config import asgi


def told_of_its_end(act: Callable[[], None]) -> Callable[..., Any]:
    """Our application, that does `act` in each process when that is asked to stop. It talks to the database in the event
    loop, which Django only allows by leave: nobody waits for anything else by then."""
    told: list[int] = []

    def at_the_end() -> None:
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
        act()

    async def application(scope: Any, receive: Any, send: Any) -> None:
        if os.getpid() not in told:
            told.append(os.getpid())
            asgi.before_stopping(at_the_end)
        await asgi.application(scope, receive, send)

    return application
