"""When something may be settled by whoever heard it, away from the team (the Dyfed-Powys decision of 2014, B and C). No
Django."""

TO_TEAM = "to_team"
DID = ("apology", "explanation", "both")


def settles(did: str, complaint: str, content: str) -> bool:
    """Only what is surely no complaint, was put right on the spot, and left them content. Anything else, also what is
    not known, goes to the team."""
    return did in DID and complaint == "no" and content == "yes"
