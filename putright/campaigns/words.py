"""What is said of campaigns; and what is said to people on a list, in both languages."""

from django.utils.translation import gettext_lazy as _

from putright.invited import rules as wishes

from . import rules

KINDS = {
    rules.GENERAL: _("Any group"),
    rules.DOMESTIC: _("People hurt by domestic abuse"),
    rules.CHILD: _("Children: voice of a child"),
}
KIND_SAYS = {
    rules.GENERAL: _("Goes by the way the list marks as safe, else to the address there is."),
    rules.DOMESTIC: _("Goes only by a way the list marks as safe. Subject and words are ours, and do not say what it is about."),
    rules.CHILD: _("A worker hands over a code. A child’s own address is used only where the worker says so."),
}
WAYS = {rules.EMAIL: _("By email"), rules.POST: _("By post"), rules.HAND: _("By hand")}
WHY = {
    rules.NO_WAY: _("No address is given"),
    rules.NO_SAFE_WAY: _("No way is marked as safe, or the address for it is missing"),
    rules.NO_WORKER: _("No worker is named to hand over the code"),
    rules.TWICE: _("The same address stands on the list already"),
    wishes.NO_WISH: _("They asked for no more surveys"),
    wishes.RECENT: _("They were asked not long ago"),
    wishes.NOBODY: _("Nobody knows who they are"),
    wishes.SEALED: _("Their case may not be used"),
    wishes.IMPORTED: _("Their case came from an old log"),
    wishes.NO_CONSENT: _("Somebody speaks for them"),
}
LACKS = {
    "survey": _("Choose a survey that is signed off, or give another body’s two links."),
    "words": _("Write the subject and the words in both languages."),
    "days": _("The last day must be after the first, and not be past."),
    "nobody": _("There is nobody on the list who may be asked."),
}
STATES = {
    "draft": _("Being made ready"), "waits": _("Waits for a second person"), "signed": _("Let go"), "going": _("Going"),
    "open": _("Answers coming"), "over": _("Over"), "stopped": _("Stopped"), "cleared": _("Over, list deleted"),
}  # fmt: skip
BY = {"district": _("District"), "group": _("Group"), "way": _("How it went"), "language": _("Language")}
MESSAGES = {
    "waiting": _("Wait to go"), "going": _("Going"), "sent": _("Sent"), "uncertain": _("Not sure whether it went"),
    "refused": _("Refused"), "back": _("Came back"), "dropped": _("Not wanted any more"),
}  # fmt: skip
# To people on a list. The first two are what a campaign about domestic abuse says, and all it says.
DOMESTIC_SUBJECT = {"en": "A few questions", "cy": "Ychydig o gwestiynau"}
DOMESTIC_WORDS = {
    "en": "We would like to hear what you think. It takes a few minutes. You do not have to answer.",
    "cy": "Hoffem glywed eich barn. Mae’n cymryd ychydig funudau. Nid oes rhaid i chi ateb.",
}
AGAIN = {
    "en": "We wrote to you not long ago. We will not write about this again.",
    "cy": "Ysgrifenasom atoch ychydig amser yn ôl. Ni fyddwn yn ysgrifennu am hyn eto.",
}
YOUR_CODE = {"en": "Your code is {code}. It works once.", "cy": "Eich cod yw {code}. Mae’n gweithio unwaith."}
LAST = {"en": "You can answer until {day}.", "cy": "Gallwch ateb tan {day}."}
NEED_NOT = {
    "en": "You do not have to answer. It makes no difference to how anybody deals with you.",
    "cy": "Nid oes rhaid i chi ateb. Nid yw’n gwneud gwahaniaeth i sut mae unrhyw un yn delio â chi.",
}
ASK_US = {
    "en": "To ask something, or how we hold your details: ring {phone} or email {email}.",
    "cy": "I ofyn rhywbeth, neu sut rydym yn cadw eich manylion: ffoniwch {phone} neu anfonwch e-bost at {email}.",
}
TYPE_IT = {
    "en": "Open {address} and type the code. Or write your answers on paper with the code, and send or hand them to us.",
    "cy": "Agorwch {address} a theipiwch y cod. Neu ysgrifennwch eich atebion ar bapur gyda’r cod, a’u hanfon neu eu rhoi i ni.",
}
