"""Reading a download to its end and closing it as a server would, without Django ending the test's own connection."""

from django.core.signals import request_finished
from django.db import close_old_connections


def read(answer) -> bytes:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    request_finished.disconnect(close_old_connections)
    try:
        answer.close()
    finally:
        request_finished.connect(close_old_connections)
    return body
