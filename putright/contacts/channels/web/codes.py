"""The code that opens a form half filled in: the same kind of code as opens one's own page (putright/passes)."""

from putright.passes.codes import ALPHABET, GROUP, LETTERS, digest, make, read

__all__ = ["ALPHABET", "GROUP", "LETTERS", "digest", "make", "read"]
