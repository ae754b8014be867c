"""What is asked about courses, articles, posts, candidates and thanks."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from design.datefield import DateField
from design.fields import Checkboxes, Radios, Select, Text, TextArea
from design.forms import Form
from putright.people.models import Handler

from .actions.learning import Words
from .actions.posts import Should
from .words import BODIES, STAGES

Choices = Iterable[tuple[str, Any]]
NOT_A_NUMBER = gettext_lazy("Enter a whole number, such as 2")


def whole(form: Form, name: str, least: int) -> int | None:
    typed = form.cleaned_data[name].strip()
    if not typed:
        return None
    if not typed.isascii() or not typed.isdigit() or not least <= int(typed) <= 500:
        form.add_error(name, NOT_A_NUMBER)
        return None
    return int(typed)


class CourseForm(Form):
    name = Text(gettext_lazy("Name of the course"), limit=200, missing=gettext_lazy("Enter the name of the course"))
    provider = Text(gettext_lazy("Who gives it?"), limit=200, missing=gettext_lazy("Enter who gives it"))
    skill = Select(gettext_lazy("Which skill does it teach?"), (), required=False)
    months = Text(
        gettext_lazy("After how many months must it be renewed?"), required=False, limit=3, width=3, inputmode="numeric",
        hint=gettext_lazy("Leave it empty if it lasts for good."),
    )  # fmt: skip

    def __init__(self, *args: Any, skills: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["skill"].choices = [("", _("None in particular")), *skills]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if "months" in given:
            given["months"] = whole(self, "months", 1)
        return given


class AttendedForm(Form):
    course = Select(gettext_lazy("Which course?"), (), missing=gettext_lazy("Choose a course"))
    people = Checkboxes(gettext_lazy("Who attended?"), (), missing=gettext_lazy("Choose who attended"), small=True)
    on = DateField(gettext_lazy("On which day?"), past=True)

    def __init__(self, *args: Any, courses: Choices, people: Iterable[Handler], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["course"].choices = [("", _("Choose a course")), *courses]
        self.fields["people"].choices = [(str(one.pk), one.name) for one in people]


class ArticleForm(Form):
    title_en = Text(gettext_lazy("Title"), limit=200, missing=gettext_lazy("Enter a title"))
    words_en = TextArea(
        gettext_lazy("What should colleagues know?"), rows=12, missing=gettext_lazy("Write what colleagues should know")
    )
    title_cy = Text(gettext_lazy("Title in Welsh"), required=False, limit=200, lang="cy")
    words_cy = TextArea(gettext_lazy("The same in Welsh"), required=False, rows=8, lang="cy", hint=gettext_lazy("Optional."))
    review_on = DateField(gettext_lazy("When should somebody look at it again?"))

    def words(self) -> Words:
        return Words(**self.cleaned_data)


class EstablishForm(Form):
    post = Select(gettext_lazy("Which post?"), (), missing=gettext_lazy("Choose a post"))
    number = Text(gettext_lazy("How many should there be?"), limit=3, width=3, inputmode="numeric", missing=NOT_A_NUMBER)
    employer = Radios(gettext_lazy("Who employs them?"), list(BODIES.items()), initial="commissioner")
    directed_by = Radios(
        gettext_lazy("Whose direction do they work under?"), list(BODIES.items()), initial="commissioner",
        hint=gettext_lazy("The law asks this of everybody who does the commissioner’s work (CMR 2020 reg 50)."),
    )  # fmt: skip
    since = DateField(gettext_lazy("From which day?"))
    why = Text(gettext_lazy("Why?"), limit=200, missing=gettext_lazy("Write why, in a few words"))

    def __init__(self, *args: Any, posts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = [("", _("Choose a post")), *posts]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if "number" in given:
            given["number"] = whole(self, "number", 0)
        return given

    def should(self) -> Should:
        given = self.cleaned_data
        return Should(given["post"], given["number"], given["employer"], given["directed_by"])


class HoldForm(Form):
    person = Select(gettext_lazy("Who?"), (), missing=gettext_lazy("Choose somebody"))
    post = Select(gettext_lazy("Which post?"), (), missing=gettext_lazy("Choose a post"))
    since = DateField(gettext_lazy("From which day?"), past=True)

    def __init__(self, *args: Any, people: Iterable[Handler], posts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", _("Choose somebody")), *((str(one.pk), one.name) for one in people)]
        self.fields["post"].choices = [("", _("Choose a post")), *posts]


class ComingForm(Form):
    post = Select(gettext_lazy("Which post?"), (), missing=gettext_lazy("Choose a post"))
    initials = Text(
        gettext_lazy("Their initials"), limit=8, width=4, missing=gettext_lazy("Enter their initials"), autocomplete="off",
        hint=gettext_lazy("Two to four capital letters. Names are not kept here."),
    )  # fmt: skip
    expected_on = DateField(gettext_lazy("When are they expected?"), required=False)

    def __init__(self, *args: Any, posts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = [("", _("Choose a post")), *posts]


class MoveForm(Form):
    stage = Radios(gettext_lazy("What happened?"), list(STAGES.items())[1:], missing=gettext_lazy("Choose what happened"))
    expected_on = DateField(gettext_lazy("When are they expected?"), required=False)


class ThanksForm(Form):
    words = TextArea(
        gettext_lazy("What did they say?"), rows=5, missing=gettext_lazy("Write what they said"),
        hint=gettext_lazy("Their words, without the name of a member of the public."),
    )  # fmt: skip
    to = Select(gettext_lazy("Who is thanked?"), (), required=False)
    on = DateField(gettext_lazy("When did they say it?"), past=True)

    def __init__(self, *args: Any, people: Iterable[Handler], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        named = [(pk, one.name) for pk, one in self.people.items()]
        self.fields["to"].choices = [("", _("The whole team")), *named]

    def said(self) -> tuple[str, Handler | None, date]:
        given = self.cleaned_data
        return given["words"], self.people.get(given["to"]), given["on"]
