"""HTML from a stranger made safe to show, and made into words. No Django.

What is left has no addresses, no pictures, no styles and no attributes at all, so a browser that shows it asks nobody for
anything. Where a link went is written out after its words: people must see where it would have led."""

import html
import re

import nh3

LONGEST = 300_000  # letters of HTML
DEEPEST = 200  # open elements one inside the other
TAGS = frozenset(
    "a p div br b strong i em u s sub sup ul ol li blockquote pre code table thead tbody tr td th hr dl dt dd".split()
)
GONE = frozenset("script style head title noscript template iframe object embed svg math form select textarea".split())
LINK = re.compile(r'<a(?: href="([^"]*)")?[^>]*>(.*?)</a>', re.S)
NEW_LINE = re.compile(r"</?(?:p|div|br|ul|ol|li|blockquote|pre|table|tr|hr|dl|dt|dd)\b[^<>]*>")
ANY = re.compile(r"<[^<>]*>")
OPENING = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Where the message quotes an earlier one: what mail programs write above it, in both languages.
QUOTES = (
    re.compile(r"^-{2,} ?(Original Message|Neges Wreiddiol|Forwarded message) ?-{2,}", re.M | re.I),
    re.compile(r"^On [^\n]{6,200}\n?[^\n]{0,100}wrote:\s*$", re.M),
    re.compile(r"^Ar [^\n]{6,200}\n?[^\n]{0,100}ysgrifennodd[^\n]{0,100}:\s*$", re.M),
    re.compile(r"^(From|Oddi wrth): [^\n]{1,300}\n(Sent|Date|Anfonwyd|Dyddiad): ", re.M),
    re.compile(r"^_{20,}\n(From|Oddi wrth): ", re.M),
)


def safe(text: str) -> str:
    """A piece of HTML with nothing in it but words and their plain shape."""
    clean = nh3.clean(
        _shallow(text[:LONGEST]), tags=set(TAGS), clean_content_tags=set(GONE), attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"}, link_rel=None, strip_comments=True,
    )  # fmt: skip
    return LINK.sub(_written_out, clean)


def _written_out(link: re.Match[str]) -> str:
    href, words = (link[1] or "")[:500], link[2]
    shown = ANY.sub("", words).strip()
    return words if not href or href in (shown, f"mailto:{shown}", f"tel:{shown}") else f"{words} ({href})"


def _shallow(text: str) -> str:
    """Deep nesting breaks readers of HTML; past a depth nobody lays out a letter in, only the words are taken."""
    depth = deepest = 0
    for found in OPENING.finditer(text):
        depth = max(depth - 1, 0) if found[1] else depth + (found[2].lower() not in ("br", "hr", "img", "meta", "p", "li"))
        deepest = max(deepest, depth)
    return html.escape(html.unescape(ANY.sub(" ", text))) if deepest > DEEPEST else text


def as_text(clean: str) -> str:
    """The words of HTML that `safe` gave."""
    return html.unescape(ANY.sub("", NEW_LINE.sub("\n", clean)))


def quoted_from(text: str) -> int:
    """Where only quoted lines follow, to the end; the end when none do. Read once from behind: a pattern that looked for it from
    every quoted line took half a minute for one message of nothing else."""
    found = at = len(text)
    for line in reversed(text.split("\n")):
        at -= len(line)
        if line.startswith(">"):
            found = at
        elif line.strip(" \t"):
            break
        at -= 1
    return found
