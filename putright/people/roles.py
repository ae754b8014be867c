"""What kinds of people have a log-in. A role says what somebody may do to a case they can reach; never which they reach."""

from enum import StrEnum


class Role(StrEnum):
    HANDLER = "handler"  # takes contacts, triages, puts right, writes
    SUPERVISOR = "supervisor"  # a handler who also checks, allocates, opens the month
    STANDARDS = "standards"  # the force's professional standards department
    LOCAL_SUPERVISOR = "local_supervisor"  # a sergeant or department head given one matter to put right
    ANALYST = "analyst"  # boards and analysts: figures, never names
    PRIVACY = "privacy"  # reads who looked at what; acts on nothing
    SENIOR = "senior"  # a senior manager of the commissioner's office, not of the team: looks again at what it did
    ADMINISTRATOR = "administrator"  # accounts and configuration; reads no case


FRONT = frozenset({Role.HANDLER, Role.SUPERVISOR})
EVERYONE = frozenset(Role)
