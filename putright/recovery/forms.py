"""What was offered, what they said to it, and that they want it recorded."""

from django.utils.translation import gettext_lazy as _

from design.fields import Radios, TextArea
from design.forms import Form

OFFERS = {
    "explanation": _("An explanation"),
    "apology": _("An apology"),
    "information": _("Information"),
    "action": _("Something done for them"),
    "agency": _("The right place to turn to"),
    "other": _("Something else"),
}
CONTENT = {"yes": _("They are content"), "no": _("They are not content"), "not_known": _("Not known yet")}
ANSWER = _("What they said, in their words")


def _content(**rest: object) -> Radios:
    return Radios(_("Are they content with it?"), list(CONTENT.items()), missing=_("Say whether they are content"), **rest)


class OfferForm(Form):
    kind = Radios(_("What did you offer?"), list(OFFERS.items()), missing=_("Choose what you offered"))
    words = TextArea(_("What you offered, in the words you used"), missing=_("Write what you offered them"), rows=4)
    content = _content(hint=_("If you do not know yet, you can write it down later."), initial="not_known")
    answer = TextArea(ANSWER, required=False, rows=3)


class AnswerForm(Form):
    content = _content()
    answer = TextArea(ANSWER, required=False, rows=4)


class RecordForm(Form):
    words = TextArea(
        _("Why they want it recorded, in their words"), required=False, rows=4, hint=_("They need give no reason.")
    )
