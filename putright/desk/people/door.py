"""Whom a handler may look at: somebody in at least one case that is open to them. Anybody else is not there."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest

from putright.cases import door
from putright.cases.models import Case
from putright.cases.queries import NoSuchCase
from putright.contacts import theirs
from putright.people.models import Person
from putright.people.protect import Protection
from putright.people.queries import people
from putright.people.same import protection, together


@dataclass(frozen=True)
class Whole:
    """A person under every number they are written down by that this handler may see. `files` are the cases open to them;
    `everybody` also holds the numbers they may not see, and is never shown or counted."""

    person: Person
    members: list[Person]
    everybody: frozenset[int]
    files: frozenset[int]

    @property
    def pks(self) -> list[int]:
        return [member.pk for member in self.members]

    @cached_property
    def kept(self) -> Protection:
        """How they must be treated; by the warnings of everybody, seen or not."""
        return protection(self.person)


def whole(request: HttpRequest, pk: int) -> Whole:
    """The person of that number, or NoSuchCase (404): the same whether there is none or all their cases are closed to this
    handler. Four queries."""
    everybody = together([pk])[pk]
    files = theirs.files(door.cases(request), everybody)
    if pk not in files:
        raise NoSuchCase(str(pk))
    members = people(files)
    mine = next(member for member in members if member.pk == pk)
    return Whole(mine, members, everybody, frozenset().union(*files.values()))


def visible(request: HttpRequest, pks: Iterable[int]) -> dict[int, set[int]]:
    """Of these people, those this handler may look at, each with the open cases that let them. Two queries."""
    return theirs.files(door.cases(request), list(pks))


def seen(request: HttpRequest, cases: Iterable[int]) -> None:
    """Say that this response shows something of these cases."""
    door.seen(request, [Case(pk=pk) for pk in cases])
