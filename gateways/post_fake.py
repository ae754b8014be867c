"""The fake beside post.py: keeps what it is given, or has the trouble it is told to have."""

from .post import Parcel


class FakePost:
    """`trouble` is raised for each letter until it is taken away. `taken_then` is raised after the letter was taken."""

    def __init__(self, trouble: Exception | None = None, taken_then: Exception | None = None) -> None:
        self.trouble, self.taken_then = trouble, taken_then
        self.taken: list[Parcel] = []

    def send(self, parcel: Parcel) -> None:
        if self.trouble:
            raise self.trouble
        self.taken.append(parcel)
        if self.taken_then:
            raise self.taken_then
