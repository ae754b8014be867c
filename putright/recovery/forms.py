"""What was offered, what they said to it, and that they want it recorded."""

from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from design.fields import Radios, TextArea
from design.forms import Form
from putright.codes.rules import Row

CONTENT = {"yes": _("They are content"), "no": _("They are not content"), "not_known": _("Not known yet")}
ANSWER = _("What they said, in their words")


def _content(**rest: object) -> Radios:
    return Radios(_("Are they content with it?"), list(CONTENT.items()), missing=_("Say whether they are content"), **rest)


class OfferForm(Form):
    kind = Radios(_("What did you offer?"), (), missing=_("Choose what you offered"))
    words = TextArea(_("What you offered, in the words you used"), missing=_("Write what you offered them"), rows=4)
    content = _content(hint=_("If you do not know yet, you can write it down later."), initial="not_known")
    answer = TextArea(ANSWER, required=False, rows=3)

    def __init__(self, *args: object, offers: Iterable[Row], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        language = "cy" if get_language() == "cy" else "en"
        self.fields["kind"].choices = [(row.code, row.name(language)) for row in offers]


class AnswerForm(Form):
    content = _content()
    answer = TextArea(ANSWER, required=False, rows=4)


class RecordForm(Form):
    words = TextArea(
        _("Why they want it recorded, in their words"), required=False, rows=4, hint=_("They need give no reason.")
    )
