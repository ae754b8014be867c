"""What is asked before a figure, a count or a benefit is written down, and the numbers to work again."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from django.forms import ValidationError
from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Select, Text, TextArea
from design.forms import Form
from putright.people.models import Handler

from .rules import Said
from .words import KINDS, RANKS, SAID
from .years import FIRST, Year

NUMBER = _("Enter a number in figures, like 24.50")
WHOLE = _("Enter a whole number, in figures")
CONTACTS, SETTLED = _("Enter how many contacts"), _("Enter how many were put right at first contact")
MOST = Decimal(10) ** 9


class Number(Text):
    """A number from nought, with a point or without; commas between thousands, a pound sign and a % are let go."""

    def __init__(self, label: object, *, whole: bool = False, **rest: Any) -> None:
        self.whole = whole
        usual: dict[str, Any] = {"limit": 20, "width": 10, "missing": WHOLE if whole else NUMBER}
        super().__init__(label, **usual | {"inputmode": "numeric" if whole else "decimal"} | rest)

    def clean(self, value: object) -> Any:
        given = str(super().clean(value) or "").replace(",", "").strip(" £%")
        if not given:
            return None
        try:
            number = Decimal(given) if given.isascii() else Decimal("NaN")
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or not 0 <= number < MOST or self._too_fine(number):
            raise ValidationError(WHOLE if self.whole else NUMBER)
        return int(number) if self.whole else number

    def _too_fine(self, number: Decimal) -> bool:
        return -int(number.as_tuple().exponent) > (0 if self.whole else 4)


def source() -> Text:
    return Text(
        _("Where does it come from?"), limit=300, required=False,
        hint=_("A document and its page. Leave it empty if nobody can say: every page will show that."),
    )  # fmt: skip


class RateForm(Form):
    kind = Select(_("What is it?"), KINDS.items(), missing=_("Choose what the figure is"))
    rank = Select(_("Whose hour?"), RANKS.items(), required=False, hint=_("Only for an officer’s hour."))
    year = Select(_("Which financial year?"), (), missing=_("Choose a financial year"))
    amount = Number(_("How much?"))
    source = source()
    leaves_out = Text(
        _("What does it leave out?"), limit=300, required=False, hint=_("For example: managers, buildings, pensions.")
    )

    def __init__(self, *args: Any, this: Year, **rest: Any) -> None:
        super().__init__(*args, **rest)
        years = (Year(first) for first in range(this.first + 1, max(FIRST, this.first - 12), -1))
        self.fields["year"].choices = [(str(one.first), one.name) for one in years]


class BeforeForm(Form):
    name = Text(_("What was it?"), limit=100, missing=_("Give it a name"), hint=_("For example: before the new team."))
    since = DateField(_("Counted from"), missing=_("Enter the first day"))
    months = Number(_("Over how many months?"), whole=True, width=3, missing=_("Enter how many months"))
    contacts = Number(_("How many contacts?"), whole=True, missing=CONTACTS)
    settled = Number(_("How many were put right at first contact?"), whole=True, missing=SETTLED)
    staff = Number(_("How many staff?"), whole=True, required=False, hint=_("If it is known."))
    source = source()


class BenefitForm(Form):
    what = Text(_("What will be better?"), limit=300, missing=_("Write what will be better"))
    measure = Text(_("What would show it?"), limit=300, missing=_("Write which figure or page would show it"))
    owner = Select(_("Who answers for it?"), (), missing=_("Choose who answers for it"))
    due = DateField(_("By when?"), missing=_("Enter the day by which it is planned"))

    def __init__(self, *args: Any, owners: Iterable[Handler], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.owners = {str(one.pk): one for one in owners}
        self.fields["owner"].choices = [(pk, one.name) for pk, one in self.owners.items()]


class DeliveredForm(Form):
    on = DateField(_("When was it delivered?"), missing=_("Enter the day"), past=True)
    evidence = TextArea(
        _("What shows it?"), limit=2000, missing=_("Say what shows it"),
        hint=_("A figure, a page or a report that another person could look up."),
    )  # fmt: skip


class AgainForm(Form):
    """The numbers of a document, to be worked again; what it printed may be judged."""

    cost = Number(_("What the team costs, in pounds"), missing=_("Enter what the team costs"))
    contacts = Number(_("How many contacts?"), whole=True, missing=CONTACTS)
    settled = Number(_("How many were put right at first contact?"), whole=True, missing=SETTLED)
    minutes = Number(_("Officer minutes saved by each"), missing=_("Enter how many minutes each saves"))
    hour = Number(_("What an officer’s hour costs, in pounds"), missing=_("Enter what an officer’s hour costs"))
    time = Number(
        _("How much of the team’s time goes to contacts, in 100"), required=False, hint=_("Empty: all of it is counted.")
    )
    benchmark = Number(_("What a contact is said to cost elsewhere, in pounds"), required=False)
    printed = Number(_("What somebody printed as the cost of a contact"), required=False, hint=_("To see whether it agrees."))
    share = Number(_("What somebody printed as the share put right, in per cent"), required=False)
    said = Select(_("How was that share said?"), SAID.items(), required=False)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean()
        if (given.get("time") or 0) > 100:
            self.add_error("time", _("A share of the time is 100 at most."))
        if (given.get("settled") or 0) > (given.get("contacts") or 0) and "contacts" in given:
            self.add_error("settled", _("More were put right than there were contacts. Check both numbers."))
        return given

    @property
    def how_said(self) -> Said:
        return Said(self.cleaned_data["said"] or Said.EXACTLY)
