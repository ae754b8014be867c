"""What a file is called in a line, and which outcomes may be chosen for an allegation.

The first three groups of outcomes are the national scheme's own; one that an office adds itself may be chosen for any case."""

from datetime import date

from putright.codes.rules import Row, Rows

LINE = 200  # characters of a summary
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


def in_a_line(words: str) -> str:
    """The words on one line, as many whole ones as it has room for; one word that is longer is cut."""
    line = " ".join(words.split())
    if len(line) <= LINE:
        return line
    whole = line[: LINE - 1].rpartition(" ")[0] or line[: LINE - 2]
    return f"{whole} …"
