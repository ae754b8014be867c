"""The fake beside scanner.py: knows the harmless EICAR test words by sight, wherever they stand, or is out of order."""

from pathlib import Path

from .scanner import CLEAN, FOUND, NOT_SCANNED, Answer

TEST_WORDS = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class FakeScanner:
    """`down` makes it answer nothing; `knows` are more bytes it finds; `asked` counts."""

    def __init__(self, *, at_once: bool = True, knows: bytes = b"") -> None:
        self.at_once, self.knows, self.down, self.asked = at_once, knows, False, 0

    def scan(self, path: Path) -> Answer:
        self.asked += 1
        if self.down:
            return Answer(NOT_SCANNED, "ConnectionRefusedError")
        body = path.read_bytes()
        found = TEST_WORDS in body or (self.knows and self.knows in body)
        return Answer(FOUND, "Test-Signature") if found else Answer(CLEAN)
