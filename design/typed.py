"""What people type, made safe to keep without changing what they said."""

import re

# NUL and the other unprintable controls cannot be stored by PostgreSQL or printed in a letter, and nobody types them:
# they come from a bad paste. Tab and new line stay. Emoji, accents and right-to-left marks stay.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NEW_LINE = re.compile(r"\r\n?")


def cleaned(text: str) -> str:
    """Browsers send two characters for one new line; counting them would refuse text the page called short enough."""
    return _UNPRINTABLE.sub("", _NEW_LINE.sub("\n", text))
