"""The one box for files, wherever somebody gives us some."""

from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from django.utils.translation import gettext_lazy as _

from design import fields
from design.filefield import Files
from design.forms import Form


class AddForm(Form):
    key = fields.Hidden(required=False)
    files = Files(
        _("Choose files, or take a photo"),
        missing=_("Choose a file, or go back to the case"),
        hint=_("Pictures, PDFs, documents, sound or video. You can choose more than one."),
    )


def new_key() -> str:
    return str(uuid4())


def key_of(text: str, handler: int) -> UUID:
    """Each handler's own, so that the same press sent again adds nothing, and nobody else's key is met."""
    return uuid5(NAMESPACE_URL, f"putright:document:{handler}:{text}") if text else uuid4()
