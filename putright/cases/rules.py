"""Which outcomes may be chosen for an allegation. The first three groups are the national scheme's own; a group that an
office adds itself may be chosen for any case."""

from datetime import date

from putright.codes.rules import Row, Rows

RECORDED = {"outside": False, "schedule-3": True, "special": True}  # a group of outcomes -> for recorded cases only, or never


def leaves(rows: Rows, on: date) -> tuple[Row, ...]:
    """What can be chosen that day from a list of two levels: every part, and every code that has no parts."""
    here = rows.in_force(on)
    groups = {row.parent for row in here}
    return tuple(row for row in here if row.code not in groups)


def outcomes(rows: Rows, on: date, *, recorded: bool) -> tuple[Row, ...]:
    """The outcomes that day for a case recorded under Schedule 3, or for one that is not: the one is never the other's."""
    return tuple(row for row in leaves(rows, on) if fits(row, recorded=recorded))


def fits(row: Row, *, recorded: bool) -> bool:
    return RECORDED.get(row.parent or row.code, recorded) == recorded
