"""What is asked before several letters go."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form
from putright.letterkinds.asking_ours import TYPED
from putright.letterkinds.kinds import KINDS
from putright.letters.panel import NAMES, QUESTIONS

from .everybody import Reader, kinds
from .thanks import Thanks

LANGUAGES = {"cy": _("Welsh"), "en": _("English"), "cy+en": _("Welsh and English")}
WAYS = {"email": _("Email"), "post": _("Post"), "none": _("No safe way to send it")}
IN = {"en": _("in English"), "cy": _("in Welsh")}


class KindForm(Form):
    kind = fields.Radios(_("Which letter?"), (), missing=_("Choose a letter"), wrong=_("Choose a letter"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind, NAMES[kind]) for kind in kinds()]


class SeveralForm(Form):
    """Who reads it, and the handler's words in every language one of them is written to in."""

    told = ""

    def __init__(self, *args: Any, kind: str, readers: Sequence[Reader], languages: Sequence[str], **kwargs: Any) -> None:
        asked, many = KINDS[kind], len(languages) > 1
        self.base_fields = {"to": self._readers(readers)}
        self.base_fields |= {
            ask: fields.Text(TYPED[ask][0], missing=TYPED[ask][1], required=ask not in asked.optional)
            for ask in asked.once
        }
        self.base_fields |= {
            f"{ask}_{language}": self._question(ask, language, many=many, needed=ask not in asked.optional)
            for ask in asked.asks
            for language in languages
        }
        super().__init__(*args, **kwargs)

    @staticmethod
    def _readers(readers: Sequence[Reader]) -> fields.Checkboxes:
        choices = [(str(one.person.pk), one.person.name or _("No name given")) for one in readers]
        hints = {str(one.person.pk): f"{LANGUAGES[one.language]}, {WAYS[one.medium]}" for one in readers}
        return fields.Checkboxes(
            _("Who is it for?"), choices, missing=_("Choose at least one person"), hints=hints,
            hint=_("Each gets a letter of their own, in their language and by a way that is safe for them."),
        )  # fmt: skip

    @staticmethod
    def _question(ask: str, language: str, *, many: bool, needed: bool) -> fields.TextArea:
        label, missing = QUESTIONS[ask]
        return fields.TextArea(
            f"{label} ({IN[language]})" if many else label, missing=missing, lang=language, required=needed,
            hint=_("Everybody you choose reads the same words."),
        )  # fmt: skip


class ThanksForm(Form):
    """`told`: what the sender wrote, shown above the questions."""

    where = fields.Radios(
        _("Who was thanked?"),
        [("officer", _("An officer, or somebody on the staff")), ("station", _("Everybody at a station or in a team"))],
        missing=_("Choose who was thanked"),
    )
    thanked = fields.Text(
        _("Their name, or the name of the station"), missing=_("Enter who was thanked"), limit=200,
        hint=_("With the rank or the number, if you know it: the letter begins with it."),
    )  # fmt: skip
    officer_email = fields.Email(
        _("The officer’s email address at work (optional)"), required=False,
        hint=_("Without one, the letter is kept on the case for you to hand over."),
    )  # fmt: skip
    supervisor = fields.Text(
        _("Name of their supervisor, or of whoever is in charge (optional)"), required=False, limit=200,
    )  # fmt: skip
    supervisor_email = fields.Email(_("The supervisor’s email address at work (optional)"), required=False)
    unnamed = fields.Checkboxes(
        _("Leave out the name of whoever wrote?"), [("yes", _("Leave out their name"))], required=False,
        hint=_("It is then blanked in their words as well. They are told that we did not give it."),
    )  # fmt: skip

    def __init__(self, *args: Any, told: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.told = told

    def thanks(self) -> Thanks:
        given = self.cleaned_data
        plain = {key: given[key] for key in ("thanked", "officer_email", "supervisor", "supervisor_email")}
        return Thanks(**plain, station=given["where"] == "station", unnamed=bool(given["unnamed"]))


class LanguageForm(Form):
    theirs = fields.Radios(
        _("Which language do they want?"),
        [("cy", _("Welsh")), ("en", _("English")), ("", _("Not known: ask"))],
        required=False,
        hint=_("Until they say, letters go in both languages and ask."),
    )
    at_home = fields.Radios(
        _("What was said for everybody at their address?"),
        [
            ("cy", _("Welsh")), ("en", _("English")), ("cy+en", _("Both: they want different languages")),
            ("", _("Nobody was asked")),
        ],
        required=False,
        hint=_("Asked once for a household. Not for a hostel, a hospital or a prison."),
    )  # fmt: skip

    def __init__(self, *args: Any, has_home: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_home:
            del self.fields["at_home"]
