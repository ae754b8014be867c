"""The capture list: every field a complaint must say, or say why not."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Field:
    code: str
    name: object  # translated when it is shown
    recalled: bool = True  # known from memory, not read in the guidance
    by_hand: bool = False  # no other page asks for it: it is written down here
    hint: object = ""


NOT_SAID = _("Write “not stated” where they were asked and would not say.")
FIELDS = {
    one.code: one
    for one in (
        Field("received", _("The day it was received"), recalled=False),
        Field("logged", _("The day it was logged"), recalled=False),
        Field("contacted", _("The day we first contacted them"), recalled=False),
        Field("method", _("How it reached us")),
        Field("received_by", _("Which body received it"), by_hand=True,
              hint=_("The force, the commissioner’s office, the IOPC or another.")),
        Field("wishes", _("What they want to happen"), recalled=False),
        Field("authority", _("Who the appropriate authority is"), recalled=False),
        Field("recorded", _("The day it was recorded"), recalled=False),
        Field("reason_recorded", _("Why it was recorded"), recalled=False),
        Field("review_body", _("Who would hear a review"), recalled=False, by_hand=True),
        Field("referred", _("The day it was referred to the IOPC"), recalled=False),
        Field("happened", _("When it happened")),
        Field("place", _("Where it happened")),
        Field("district", _("District or command"), by_hand=True),
        Field("linked", _("Crime, incident or custody number"), by_hand=True),
        Field("language", _("Their language"), recalled=False),
        Field("adjustments", _("Adjustments they need"), recalled=False, by_hand=True),
        Field("finished", _("The day it was finalised"), recalled=False),
        Field("complainant", _("The complainant’s name"), recalled=False),
        Field("born", _("Their date of birth or age band"), by_hand=True, hint=NOT_SAID),
        Field("gender", _("Their gender"), by_hand=True, hint=NOT_SAID),
        Field("ethnicity", _("Their ethnic group, as they put it"), by_hand=True, hint=NOT_SAID),
        Field("disability", _("Whether they are disabled"), by_hand=True, hint=NOT_SAID),
        Field("capacity", _("How it touched them"), recalled=False, by_hand=True,
              hint=_("Done to them, adversely affected, or a witness.")),
        Field("subject", _("Who or what is complained of"), recalled=False, by_hand=True,
              hint=_("The officer, “not identified”, or “organisational”.")),
        Field("subject_role", _("Role of who is complained of"), by_hand=True,
              hint=_("Officer, staff, special, volunteer or contractor.")),
        Field("allegations", _("An allegation with a category"), recalled=False),
        Field("outcomes", _("What came of each allegation"), recalled=False),
        Field("actions", _("What was done because of each allegation")),
    )
}  # fmt: skip
WHY_NOT = {
    "not_recorded": _("It is not recorded under Schedule 3."),
    "no_referral": _("Nothing in it must be referred."),
    "open": _("It is still open."),
    "anonymous": _("They did not give their name."),
    "organisational": _("No one person is complained of."),
}
STATES = {"there": _("There"), "missing": _("Missing"), "not_applicable": _("Does not apply")}
