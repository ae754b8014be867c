"""What the parts of a review are called, as they are shown."""

from django.utils.translation import gettext_lazy as _

DECISIONS = {
    "police_decided_no_proceedings": _("The police decided not to charge"),
    "police_decided_no_cps_referral": _("The police decided not to send it to the Crown Prosecution Service"),
    "some_charged": _("Some were charged, or charged with something else"),
    "out_of_court_disposal": _("It was settled out of court"),
    "victim_withdrew_support": _("It ended because the victim withdrew support"),
    "crime_recording_decision": _("Whether or how a crime was recorded"),
    "enquiries_stopped": _("Enquiries were stopped"),
    "decided_by_cps": _("The Crown Prosecution Service decided"),
}
DOORS = {
    "phone": _("By phone"), "email": _("By email"), "letter": _("By letter"), "counter": _("In person"),
    "web": _("By our form"), "chat": _("By live chat"), "officer": _("Through an officer"), "social": _("On social media"),
}  # fmt: skip
FOUND = {
    "reviewable": _("It can be reviewed"),
    "reviewable_if_force_allows": _("Asked for after three months: the force may allow it"),
    "not_reviewable": _("It cannot be reviewed in this way"),
    "not_known": _("Not known yet: ask, and do not turn them away"),
}
ANSWERS = {"yes": _("Yes"), "no": _("No"), "not_known": _("Not known")}
CONFIRMED = {
    "told_of_right": _("Officers told the victim of the right"),
    "contact_log": _("Noted in the victim contact log"),
    "enquiry_log": _("The reviewer’s email copied to the enquiry log"),
    "documents": _("The reviewer’s letter copied to document management"),
    "filed": _("The whole review filed in the force’s system"),
}
STATES = {"not_begun": _("Not begun"), "begun": _("Begun"), "done": _("Done")}
HAPPENED = {
    "arrested": _("A suspect was arrested"),
    "interviewed": _("A suspect was interviewed under caution"),
    "released": _("A suspect was released without charge"),
    "bail": _("Bail or its conditions changed, or release under investigation"),
    "no_investigation": _("It was decided not to investigate"),
}
