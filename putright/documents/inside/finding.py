"""What was found in a file."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Finding:
    """`kind` is a code of kinds.KINDS; `refuse` the reason why somebody at a screen is asked for something else (words.
    REFUSES); `warns` what the reader is told (words.WARNS); `shown_as` what a safe copy is made of, or nothing."""

    kind: str
    shown_as: str = ""
    refuse: str = ""
    warns: tuple[str, ...] = ()
    pages: int = 0

    def warned(self, *codes: str) -> "Finding":
        return replace(self, warns=tuple(dict.fromkeys((*self.warns, *codes))))

    def refused(self, code: str) -> "Finding":
        return replace(self, refuse=code, shown_as="")


class Bomb(Exception):
    """Far more comes out than went in. `code` is the reason to refuse it."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)
