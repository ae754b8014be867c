"""One of each field, for the gallery and for its tests."""

from django.utils.translation import gettext_lazy as _

from design import fields
from design.datefield import DateField
from design.forms import Form

WAYS = [("email", _("Email")), ("phone", _("Phone")), ("letter", _("Letter"))]


class Sample(Form):
    name = fields.Text(_("Your name"), missing=_("Enter your name"), autocomplete="name", limit=120)
    email = fields.Email(_("Email address"), hint=_("We will only use this to answer you."), width=30)
    number = fields.Phone(_("Phone number"), required=False)
    when = DateField(_("When did it happen?"), hint=_("For example, 27 3 2026"), past=True)
    way = fields.Radios(
        _("How should we write to you?"),
        WAYS,
        missing=_("Choose how we should write to you"),
        hints={"letter": _("A letter takes about 3 days.")},
        reveals={"phone": "safe"},
        or_before="letter",
    )
    safe = fields.Text(_("When is it safe to ring?"), missing=_("Say when it is safe to ring"), width=20)
    told = fields.Radios(_("Have you told anyone else?"), [("yes", _("Yes")), ("no", _("No"))], inline=True)
    needs = fields.Checkboxes(
        _("What would help you?"), [("print", _("Large print")), ("bsl", _("British Sign Language"))], required=False
    )
    area = fields.Select(_("Where did it happen?"), [("town", _("In a town")), ("road", _("On a road"))])
    words = fields.TextArea(_("What happened?"), hint=_("Use your own words."), count=True, rows=6)
    wish = fields.TextArea(_("What would put it right?"), required=False, limit=500)
    key = fields.Hidden(required=False)
