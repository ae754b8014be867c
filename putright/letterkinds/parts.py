"""What a kind of letter is made of. No Django."""

from dataclasses import dataclass

COMPLAINANT, SUBJECT, INTERESTED = "complainant", "subject", "interested"
FORCE, LPB, IOPC = "force", "local_policing_body", "iopc"
BODIES = (FORCE, LPB, IOPC)


@dataclass(frozen=True)
class Part:
    """A section a letter must have. `recalled` marks a provision no stored source confirmed."""

    name: str
    source: str
    recalled: bool = False
    only_recorded: bool = False  # needed only when the case is recorded under Schedule 3
    only_points: bool = False  # needed only when there is something on the list of what is alleged


@dataclass(frozen=True)
class Kind:
    """`asks` are the handler's own words, in the order they are asked for, once for each language; `once` what is the same in
    any language (a reference, a name); `optional` those of both that may stay empty. `by_hand` kinds are never sent unasked.
    One that is not `listed` is written by a page of its own, never chosen from the list. `to` is who it may be for; `when` the
    conditions it makes sense under (offered.py); `by_point`: words are asked for on each thing alleged."""

    name: str
    parts: tuple[Part, ...]
    asks: tuple[str, ...] = ()
    by_hand: bool = True
    once: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    listed: bool = True
    to: tuple[str, ...] = (COMPLAINANT,)
    when: tuple[str, ...] = ()
    by_point: bool = False


REACH = Part("reach", "IOPC statutory guidance: a contact point", recalled=True)
