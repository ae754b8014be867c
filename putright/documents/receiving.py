"""Django's hook for files on their way in: one that is too large is not written to the end of the disk first."""

from collections.abc import Iterable
from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.forms import BaseForm

from . import limits, names


class Capped(FileUploadHandler):
    """Stands before the others. A file above the cap is left out and its name noted on the request (`too_large`); when all
    together are far too much the rest is not read at all."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.size = self.together = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.size = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.size, self.together = self.size + len(raw_data), self.together + len(raw_data)
        if self.size > limits.MOST_BYTES:
            too_large(self.request).append(names.safe(self.file_name or ""))
            raise SkipFile
        if self.together > 2 * limits.MOST_TOGETHER:
            raise StopUpload(connection_reset=True)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def too_large(request: Any) -> list[str]:
    """Names of the files of this request that were too large to take in."""
    if not hasattr(request, "too_large"):
        request.too_large = []
    found: list[str] = request.too_large
    return found


def blame(form: BaseForm, sentences: Iterable[str]) -> None:
    """Say each thing that is wrong with what was chosen: the first by the box, every one at the top."""
    for number, sentence in enumerate(sentences):
        form.add_error(None if number else "files", sentence)
