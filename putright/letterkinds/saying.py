"""What the office says of itself in a letter: its own words of that day, else what is in its pack."""

from dataclasses import dataclass

from offices import Office
from putright.words.queries import Book
from putright.words.subjects import shipped
from putright.words.template import fill_plain


@dataclass(frozen=True)
class Saying:
    office: Office
    book: Book

    def _own(self, name: str, language: str) -> str:
        key = f"office:{name}"
        return self.book.texts(key, shipped()[key].shipped)[language].strip()

    def strapline(self, language: str) -> str:
        return self._own("strapline", language)

    def phone(self, language: str) -> str:
        return self._own("phone", language) or self.office.contact.phone

    def email(self, language: str) -> str:
        return self._own("email", language) or self.office.contact.email

    def post(self, language: str) -> str:
        return self._own("post", language) or self.office.contact.address.said(language)

    def signature(self, language: str, name: str) -> str:
        """A line whose place has no value is left out: nobody signs a letter the house writes by itself."""
        return fill_plain(self._own("signature", language), {"name": name, "team": self.office.name(language)})
