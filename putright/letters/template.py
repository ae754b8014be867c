"""The words of one kind and how they are filled: the room `words` has it, since pages are written in the same way."""

from putright.words.template import BrokenWords, Filled, Section, Template, Value, Values, fill, parse, words

__all__ = ["BrokenWords", "Filled", "Section", "Template", "Value", "Values", "fill", "parse", "words"]
