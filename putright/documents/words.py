"""In plain words: why a file is not taken and what to do instead, and what to mind about one that is kept."""

from django.utils.translation import gettext_lazy as _

REFUSES = {
    "empty": _("“%(name)s” is empty: there is nothing in it. Save it again, or choose another file."),
    "too_large": _("“%(name)s” is too large. We can take %(most)s here. Send a shorter part, or a smaller picture."),
    "together": _("These files together are too large. We can take %(most)s with one form. Take one away."),
    "too_many": _("That is too many files. We can take %(most)s with one form. Send the most important ones here."),
    "no_room": _("We cannot take files at the moment. Send the form without it, and give us the file another way."),
    "bomb": _("We could not open “%(name)s” safely: it swells too much. Send what is in it as a picture or a PDF."),
    "many": _("“%(name)s” holds too many files. Send the ones that matter one by one."),
    "deep": _("“%(name)s” holds files packed inside files. Unpack it and send the ones that matter one by one."),
    "pixels": _("“%(name)s” is too large a picture for us to open. Make it smaller, or take a photo of it."),
    "pages": _("“%(name)s” has too many pages for us to open. Send the pages that matter."),
    "program": _("“%(name)s” is a program or a short cut, so we cannot take it. Send a picture, a PDF or a document."),
    "closed": _("“%(name)s” is packed in a way we cannot look inside. Unpack it, and send the files one by one or as a ZIP."),
    "found": _(
        "Our virus check found something in “%(name)s”. We keep it locked away, and nobody here can open it. "
        "Send it as a photo, or on paper."
    ),
}  # fmt: skip
ANOTHER_WAY = _("You can also post it, or bring it in. Nothing you wrote is lost.")
WARNS = {
    "damaged": _("It is damaged or cut short, so part of it may be missing."),
    "locked": _("It is locked with a password. Ask them for it if it matters."),
    "macros": _("It holds macros: small programs that run when it is opened. Do not let them run."),
    "active": _("It holds commands that a computer would obey."),
    "holds_others": _("It holds other files."),
    "reaches_out": _("It fetches something from the internet when it is opened."),
    "program_inside": _("It holds a program."),
    "not_looked_in": _("Part of it could not be looked into."),
    "two_things": _("It is two kinds of file in one. Only the picture of it here is safe."),
    "wrong_ending": _("Its name says one kind of file, and it is another."),
    "unknown": _("We do not know what kind of file it is."),
    "no_reader": _("It is a photo in a form we cannot show (HEIC). Download it, or ask them for it as JPEG."),
    "too_large_to_show": _("It is too large a picture to show here."),
    "old_office": _("It is an old kind of document. Open it only in protected view."),
}
SCANNED = {
    "clean": _("Scanned: nothing found"),
    "not_scanned": _("Not scanned for viruses"),
    "found": _("Locked: a virus was found"),
}
KINDS = {
    "image": _("Picture"), "photo": _("Picture"), "pdf": "PDF", "package": _("Document"), "archive": _("Packed files"),
    "squeezed": _("Packed files"), "closed": _("Packed files"),
    "media": _("Sound or video"), "text": _("Text"), "page": _("Web page"),
    "program": _("Program"), "old_office": _("Document"), "other": _("Another kind of file"), "empty": _("Empty file"),
}  # fmt: skip
SEALED = {
    "found": _("The virus check found something in it. It is kept as evidence and nobody can open it here."),
    "bomb": _("It swells too much when it is opened. It is kept as it came and cannot be opened here."),
    "many": _("It holds too many files. It is kept as it came and cannot be opened here."),
    "deep": _("It holds files packed inside files. It is kept as it came and cannot be opened here."),
    "closed": _("We cannot look inside this kind of packed file. It is kept as it came and cannot be opened here."),
    "pixels": _("It is too large a picture to open. It is kept as it came and cannot be opened here."),
    "pages": _("It has too many pages to open. It is kept as it came and cannot be opened here."),
    "program": _("It is a program or a short cut. It is kept as it came and cannot be opened here."),
}
