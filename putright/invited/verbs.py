"""Who may write down a wish, and set the office's numbers."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {"invited.wish": FRONT, "invited.set": frozenset({Role.SUPERVISOR})}
