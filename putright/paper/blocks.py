"""A letter's Markdown as plain pieces (headings, paragraphs, lists, quotations), and those as HTML and as plain text.

Only what our own words need is understood: no HTML, links, images or code, so nothing anybody wrote can become any."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

Block = dict[str, Any]  # ready for JSON: the PDF is made from it
BETWEEN = "\n\n---\n\n"  # between passages of a letter; template.py refuses a rule across in anybody's words

_NOT_UNDERSTOOD = [
    "code", "fence", "html_block", "html_inline", "autolink", "link", "image", "reference", "backticks", "lheading",
    "entity", "hr",
]  # fmt: skip
_markdown = MarkdownIt("commonmark", {"html": False}).disable(_NOT_UNDERSTOOD)


@dataclass(frozen=True)
class Passage:
    """A run of a letter in one language."""

    language: str
    markdown: str

    @property
    def blocks(self) -> list[Block]:
        return list(_blocks(_markdown.parse(self.markdown)))


def passages(body: str, languages: Sequence[str]) -> list[Passage]:
    """The passages of a body with the language of each. Refuses (ValueError) a different number of each."""
    return [Passage(language, text) for language, text in zip(languages, body.split(BETWEEN), strict=True)]


def html(body: str, languages: Sequence[str]) -> str:
    """Safe HTML: everything anybody wrote is escaped, and each passage says its language."""
    made = [f'<div lang="{p.language}">\n{_markdown.render(p.markdown)}</div>\n' for p in passages(body, languages)]
    return "<hr>\n".join(made)


def plain(body: str, languages: Sequence[str]) -> str:
    """Plain text for e-mail readers that show no HTML."""
    return "\n\n* * *\n\n".join("\n\n".join(_plain(p.blocks)) for p in passages(body, languages)) + "\n"


def _plain(blocks: Sequence[Block], mark: str = "") -> Iterator[str]:
    for block in blocks:
        match block["is"]:
            case "heading":
                yield _text(block["runs"]).upper()
            case "paragraph":
                yield mark + _text(block["runs"]).replace("\n", f"\n{mark}")
            case "quote":
                yield from _plain(block["blocks"], "> ")
            case _:
                numbered = block["is"] == "numbers"
                signs = [f"{n}. " if numbered else "- " for n, _ in enumerate(block["items"], 1)]
                items = zip(signs, block["items"], strict=True)
                yield "\n".join(mark + sign + "\n".join(_plain(item)).replace("\n", "\n   ") for sign, item in items)


def _text(runs: Sequence[Block]) -> str:
    return "".join(run["text"] for run in runs)


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    depth = 0
    starts = [n for n, token in enumerate(tokens) if (depth := depth + token.nesting) == 1 and token.nesting == 1]
    for start, end in pairwise([*starts, len(tokens)]):
        yield _block(tokens[start:end])


def _block(tokens: Sequence[Token]) -> Block:
    """One block from its opening token to its closing one."""
    inside = tokens[1:-1]
    match tokens[0].type:
        case "heading_open":
            return {"is": "heading", "runs": _runs(inside[0])}
        case "paragraph_open":
            return {"is": "paragraph", "runs": _runs(inside[0])}
        case "blockquote_open":
            return {"is": "quote", "blocks": list(_blocks(inside))}
        case "ordered_list_open":
            return {"is": "numbers", "items": [block["blocks"] for block in _blocks(inside)]}
        case "bullet_list_open":
            return {"is": "bullets", "items": [block["blocks"] for block in _blocks(inside)]}
        case "list_item_open":
            return {"is": "item", "blocks": list(_blocks(inside))}
    raise ValueError(f"a letter cannot hold {tokens[0].type}")


def _runs(inline: Token) -> list[Block]:
    runs: list[Block] = []
    bold = False
    for token in inline.children or ():
        if token.type in {"strong_open", "strong_close"}:
            bold = token.type == "strong_open"
        elif token.type in {"hardbreak", "softbreak"}:
            runs.append({"text": "\n" if token.type == "hardbreak" else " ", "bold": bold})
        elif token.content:
            runs.append({"text": token.content, "bold": bold})
    return runs
