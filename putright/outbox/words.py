"""In plain words: why a letter did not go or came back, what to do next, and the texts we send."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

CHANGED = gettext_noop("How this person may safely be reached has changed since the letter was made.")
OTHERS = gettext_noop("Something in this letter belongs to another case.")
NO_SERVICE = gettext_noop("This office has no service that sends text messages.")
FORGOTTEN = gettext_noop("It may have been taken, and the service no longer remembers. Ask them whether it came.")
RETURNED = {
    "email": _("The email came back undelivered"),
    "permanent-failure": _("It cannot be delivered there"),
    "temporary-failure": _("It could not be delivered for now: the phone may be off or full"),
    "technical-failure": _("The service had trouble and did not send it"),
    "validation-failed": _("The printer would not take it"),
    "virus-scan-failed": _("The service’s virus check stopped it"),
    "cancelled": _("The service cancelled it"),
}
WAYS = {"email": _("Email"), "post": _("Post"), "text": _("Text message"), "none": _("No safe way to send it")}
STATES = {
    "made": _("On its way"), "going": _("Going now"), "sent": _("Sent"), "uncertain": _("May have been sent"),
    "failed": _("Not sent"), "kept": _("Kept: no safe way"), "stopped": _("Stopped"), "pulled": _("Pulled back"),
    "replaced": _("Another way was chosen"),
}  # fmt: skip
NEXT = {
    "uncertain": _("The line dropped before the other side answered. Ask them whether it came, then say so here."),
    "failed": _(
        "This letter could not be sent. Check how they can be reached, then choose another way or tell them yourself."
    ),
    "kept": _("There is no safe way to send this letter. Tell them yourself in a safe way, then say so here."),
    "stopped": _("Look at the words, the documents and the address. Write it again without what belongs elsewhere."),
    "back": _(
        "It did not reach them, so the promise it was to keep still runs. Choose another way, or tell them yourself."
    ),
}
# A text never says what it is about, who we are or that there is a complaint: somebody else may hold the phone.
TEXTS = {
    "ring": {
        "en": "Please ring {phone} when it suits you. Your reference is {reference}.",
        "cy": "Ffoniwch {phone} pan fydd yn gyfleus i chi. Eich cyfeirnod yw {reference}.",
    },
    "look": {
        "en": "There is a letter for you. Please look at your email or post. Reference {reference}.",
        "cy": "Mae llythyr i chi. Edrychwch ar eich e-bost neu’ch post. Cyfeirnod {reference}.",
    },
}
TEXT_NAMES = {"ring": _("Please ring us"), "look": _("There is a letter for you")}
