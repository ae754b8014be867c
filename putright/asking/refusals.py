"""Why something was not asked, answered or arranged."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class AskedAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("A question is waiting for its answer. Let it go first, or wait for the answer."))


class NobodyToAsk(Refused):
    def __init__(self) -> None:
        super().__init__(_("There is no safe way to write to this person, so nothing was sent. Ask them in another way."))


class NotOpen(Refused):
    """The question has its answer, or was let go, or its link is too old. `why` is a key of words.CLOSED."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(_("This question is closed. Look at the case again."))


class NothingToTake(Refused):
    def __init__(self) -> None:
        super().__init__(_("There is no yes or no here to take over, or it was taken over before."))


class NotWaiting(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody has read this already, or it is no reply."))


class SayWhyNoMeeting(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write why no meeting is offered."))


class MeetingEnded(Refused):
    def __init__(self) -> None:
        super().__init__(_("It is written down already what became of this meeting."))
