"""What is written down of somebody who knows something about a crime and wants to be rung: hardly anything."""

from typing import Any

# All that is written down of somebody who wants to be rung about a crime: neither that, nor anything they know.
ASKS_TO_BE_RUNG = {
    "en": "Asks to be rung by a person. They wrote nothing here, and will say what it is about on the telephone.",
    "cy": "Yn gofyn i berson eu ffonio. Ni ysgrifennwyd dim yma, a byddant yn dweud dros y ffôn am beth y mae.",
}


def rung(given: dict[str, Any], language: str) -> dict[str, Any]:
    """The answers of somebody who wants to be rung, as an ordinary form has them. No message is ever left for them."""
    return {
        "danger": given.get("danger"), "kind": "enquiry", "words": ASKS_TO_BE_RUNG[language], "name": given["ring_name"],
        "phone": given["ring_phone"], "prefers": "phone", "avoid": ["no_voicemail"], "language": language,
        "not_before": given.get("ring_after"), "not_after": given.get("ring_before"),
    }  # fmt: skip
