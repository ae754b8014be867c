"""Why something was not done with sealed information, in the reader's words."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class NothingTold(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write what they say, and write it again so that nobody can tell who said it."))


class NobodyLeft(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody must hand it over. Leave one supervisor who may see it, or ring the intelligence unit."))


class NotAGrade(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose each grade from the list of today."))


class NotAKeeper(Refused):
    def __init__(self) -> None:
        super().__init__(_("Only a keeper opens the sealed sheet. Another supervisor can name one."))


class SayWhy(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write why, in ten letters at least, and nothing of what was told. The reason stays."))


class NotGivenYet(Refused):
    def __init__(self) -> None:
        super().__init__(_("Open the pack and the sealed sheet and give both to the unit first. What is confirmed is deleted."))


class NoReference(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write the intelligence unit’s own reference. Without it nothing is deleted."))


class NotYourself(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nobody names themselves a keeper. Ask another supervisor."))


class KeeperAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("They are a keeper already."))
