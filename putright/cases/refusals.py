"""Why something was not done. Each carries a plain sentence in the reader's language."""

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from putright.law.refusals import LawRefused
from putright.people.refusals import Refused
from putright.people.remit import Why

REMIT = {
    Why.NEVER_INVESTIGATES: gettext_lazy(
        "This team never investigates. Ask what happened so that it goes to the right place. If it needs an "
        "investigation, hand it over (PRA 2002 Sch 3 para 6)."
    ),
    Why.NEVER_TASKS: gettext_lazy(
        "This team gives officers no orders. Ask their supervisor to put something right, and say what would help."
    ),
    Why.CONFLICT: gettext_lazy(
        "You have a link to this case, so your fairness could be doubted. Give it to a colleague (CMR 2020 reg 50)."
    ),
    Why.CONSTABLE: gettext_lazy(
        "A constable may not do this: it is the commissioner’s work. Give it to a colleague who is not a constable "
        "(CMR 2020 reg 50)."
    ),
    Why.OTHER_BODY: gettext_lazy(
        "You work for another body, so you may not do the commissioner’s work. Give it to a colleague (CMR 2020 reg 50)."
    ),
    Why.NOT_DIRECTED: gettext_lazy(
        "The force employs you, and you may do the commissioner’s work only while the commissioner directs you. "
        "Give it to a colleague who may (CMR 2020 reg 50(3))."
    ),
    Why.FORCE_HOLDS: gettext_lazy(
        "For a complaint made on that day the chief constable holds this, and the commissioner only reviews. Hand it to "
        "the force (PRA 2002 s.13A)."
    ),
    Why.COMMISSIONER_HOLDS: gettext_lazy(
        "This is about the Chief Constable, so it is the commissioner’s to decide. Hand it to the commissioner’s office "
        "(PRA 2002 s.29(1), CMR 2020 reg 50(3))."
    ),
    Why.AUTHORITY_REFERS: gettext_lazy(
        "The authority refers it to the IOPC, not this team. Hand it over now: the time is short (PRA 2002 Sch 3 para 4)."
    ),
}


class WrongStage(Refused):
    def __init__(self) -> None:
        super().__init__(_("The case has moved on since you opened it. Look at where it stands now, then try again."))


class Changed(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody else changed this case while you were working. Your words are kept below."))


class NoSuchAllegation(Refused):
    def __init__(self) -> None:
        super().__init__(_("This case has no such allegation. Go back to the case and look again."))


class NoOutcome(Refused):
    def __init__(self) -> None:
        super().__init__(_("Say what came of each allegation. Then the case can be closed."))


class WrongSpeaker(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nobody speaks for this person any more. Go back to the case and look again."))


class NotThem(Refused):
    """The chosen person is walled from the case. The sentence must not say why: that would reveal the link."""

    def __init__(self) -> None:
        super().__init__(_("That person cannot be chosen. Choose somebody else."))


class NothingRaised(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody is dealing with this already. Look at the case to see who."))


class OutsideRemit(Refused):
    """This person, or this team, may not do that. `why` is one of people.remit.Why; each sentence says what to do instead."""

    def __init__(self, why: Why) -> None:
        self.why = why
        super().__init__(str(REMIT[why]))


def sentence(refusal: Refused | LawRefused) -> str:
    """What to show the reader, in their language: the law room has its own words and no translation catalogue."""
    if isinstance(refusal, LawRefused):
        return refusal.cy if get_language() == "cy" else refusal.en
    return str(refusal)


class NotOutside(Refused):
    def __init__(self) -> None:
        super().__init__(_("You have a link to this, or the case is not open to you. Ask somebody who has none."))


class TwoPeople(Refused):
    def __init__(self) -> None:
        super().__init__(_("Two people must agree. Ask a colleague with no link to the case to look at it."))


class ClearedAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("They were let back in already. Nothing was changed."))


class SayWhy(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write why, in a few words"))
