"""The questions of each deed on an accepted review. Words that go into letters are asked for in each language of theirs."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from design import fields
from design.datefield import DateField
from design.forms import Form
from design.tongues import in_each, said
from putright.codes.rules import Row
from putright.interested.models import Interested
from putright.interested.tongue import Wanted
from putright.people.models import Team

from .. import rules, words
from ..forms import ANSWERS, Why, language
from ..models import Recommendation
from .actions import Telling as Told

HINT = _("Write it for the person who asked: it goes into their letter as it stands, in the language of the letter.")


class Telling(Form):
    """`whom` are those the law wants told, each interested person by name; the officer may be left out with a reason."""

    told = fields.Checkboxes(_("Who is told?"), [], missing=_("Choose who is told"), reveals={"not_subject": "withheld"})
    withheld = fields.TextArea(
        _("Why not?"), missing=_("Say why they are not told"), rows=3, hint=_("For example: it would harm the case.")
    )

    def __init__(self, *args: Any, whom: Iterable[str], interested: Iterable[Interested], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.people = {f"interested:{one.pk}": one for one in interested}
        choices = [(one, words.WHOM[one]) for one in whom]
        named = [(code, f"{words.INTERESTED}: {one.person.name}") for code, one in self.people.items()]
        self.fields["told"].choices = [*choices, *named, ("not_subject", _("Whoever is complained of is not told"))]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if {"subject", "not_subject"} <= set(given.get("told") or ()):
            self.add_error("told", str(BOTH_WAYS))
        return given

    def telling(self) -> list[Told]:
        """Everybody who is told, and the officer who is not."""
        given = self.cleaned_data
        return [
            Told("subject", withheld=given["withheld"]) if one == "not_subject"
            else Told("interested", self.people[one]) if one in self.people else Told(one)
            for one in given["told"]
        ]  # fmt: skip


BOTH_WAYS = _("Whoever is complained of is told, or is not. Choose one of the two")


class Point(Form):
    words = fields.TextArea(_("The point, in their words"), missing=_("Write the point they make"), rows=3)
    reasonable = fields.Radios(
        _("Was the outcome reasonable and proportionate on this point?"), ANSWERS[:2], missing=_("Choose yes or no"), inline=True
    )
    reasons = fields.TextArea(_("Your reasons"), missing=_("Write your reasons"), rows=5)


class Decide(Form):
    outcome = fields.Radios(
        _("Was the outcome of the complaint reasonable and proportionate?"),
        [(one, words.CAME_OF[one]) for one in rules.OUTCOMES], missing=_("Choose what you decide"),
    )  # fmt: skip
    because = fields.TextArea(_("If you decide something else than the points say: why? (optional)"), required=False, rows=3)
    category = fields.Select(_("What was it mostly about? (optional)"), [], required=False)
    area = fields.Select(_("Where did it happen? (optional)"), [], required=False)

    def __init__(
        self, *args: Any, categories: Sequence[tuple[str, str]], areas: Sequence[Team], languages: Wanted, **rest: Any
    ) -> None:
        super().__init__(*args, **rest)
        self.fields |= in_each(_("The decision and its reasons, for those who will read it"), "reasons", languages.all,
                               needed=languages.theirs, missing=_("Write the reasons"), rows=8, hint=HINT)  # fmt: skip
        self.order_fields(["outcome", *(f"reasons_{one}" for one in languages.all), "because", "category", "area"])
        self.areas = {str(one.pk): one for one in areas}
        self.fields["category"].choices = [("", _("Not said")), *categories]
        self.fields["area"].choices = [("", _("Not said")), *((pk, one.name(language())) for pk, one in self.areas.items())]


class Recommend(Form):
    """Each way with what is asked of the authority, in each language. Compensation is there to be refused with the reason."""

    ways = fields.Checkboxes(_("What do you recommend?"), [], missing=_("Choose what you recommend"))

    def __init__(self, *args: Any, ways: Sequence[Row], languages: Wanted, **rest: Any) -> None:
        super().__init__(*args, **rest)
        chosen, listed = [way for way in ways if way.parent != rules.NEVER], self.fields["ways"]
        listed.choices = [(way.code, way.name(language())) for way in ways]
        boxes = {way.code: " ".join(f"say_{way.code}_{one}" for one in languages.all) for way in chosen}
        listed.look = fields.Look(reveals=boxes)
        for way in chosen:
            self.fields |= in_each(_("What should they do?"), f"say_{way.code}", languages.all, needed=languages.theirs,
                                   missing=_("Say what they should do"), rows=3)  # fmt: skip
        self._revealed = self._close_unopened()

    @property
    def items(self) -> dict[str, dict[str, str]]:
        return {way: said(self, f"say_{way}") for way in self.cleaned_data["ways"]}


class Answered(Form):
    """The authority’s answer to each recommendation; it goes on to those who read other languages than the force wrote."""

    on = DateField(_("When did the answer come?"), past=True)

    def __init__(self, *args: Any, items: Sequence[Recommendation], languages: Wanted, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.items = items
        for one in items:
            self.fields[f"accepted_{one.pk}"] = fields.Radios(
                one.words, ACCEPTED, missing=_("Say whether they accept it"), inline=True
            )
            self.fields |= in_each(_("The steps they will take, or their reasons"), f"answer_{one.pk}", languages.all,
                                   needed=languages.theirs, missing=_("Write the steps or the reasons"), rows=3)  # fmt: skip

    @property
    def answers(self) -> dict[int, tuple[str, dict[str, str]]]:
        return {one.pk: (self.cleaned_data[f"accepted_{one.pk}"], said(self, f"answer_{one.pk}")) for one in self.items}


ACCEPTED = [("yes", _("They accept it")), ("no", _("They refuse it"))]


class Reminded(Form):
    words = fields.TextArea(_("How were they reminded, and who?"), missing=_("Write how they were reminded"), rows=3)


class Longer(Why):
    until = DateField(_("Until which day?"))
    field_order = ("until", "why")
