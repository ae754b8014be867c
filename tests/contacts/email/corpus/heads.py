"""The head of a message: names, addresses, subjects and dates, honest and not."""

from .hazard import Hazard, by_table, plain


def sent_by(value: str) -> bytes:
    return plain(**{"from": value})


FROM = {
    "a name and an address": (
        sent_by("Ffion Rees <f@a.example>"),
        {"sender": "f@a.example", "sender_name": "Ffion Rees"},
    ),
    "an address alone": (sent_by("f@a.example"), {"sender": "f@a.example", "sender_name": ""}),
    "a quoted name with a comma": (
        sent_by('"Rees, Ffion" <f@a.example>'),
        {"sender": "f@a.example", "sender_name": "Rees, Ffion"},
    ),
    "a name in coded words": (
        sent_by("=?utf-8?b?U2nDom4=?= <s@a.example>"),
        {"sender": "s@a.example", "sender_name": "Siân"},
    ),
    "a name in coded words, quoted letters": (
        sent_by("=?iso-8859-1?q?Si=E2n?= <s@a.example>"),
        {"sender_name": "Siân"},
    ),
    "a name in two coded words": (
        sent_by("=?utf-8?q?Si=C3?= =?utf-8?q?=A2n?= <s@a.example>"),
        {"sender": "s@a.example"},
    ),
    "a coded word of a charset nobody knows": (sent_by("=?x-foo?q?Si=E2n?= <s@a.example>"), {"sender": "s@a.example"}),
    "a coded word cut short": (sent_by("=?utf-8?b?U2nDo <s@a.example>"), {"sender": "s@a.example"}),
    "a coded word with bad base64": (sent_by("=?utf-8?b?!!!?= <s@a.example>"), {"sender": "s@a.example"}),
    "an address inside a coded word": (
        sent_by("=?utf-8?q?=3Cpolice=40gov.example=3E?= <e@evil.example>"),
        {"sender": "e@evil.example", "sender_name": "police@gov.example"},
    ),
    "eight bits in a name": (
        plain(**{"from": b"Si\xc3\xa2n <s@a.example>".decode("utf-8", "surrogateescape")}),
        {"sender_name": "Siân"},
    ),
    "Latin-1 in a name": (
        plain(**{"from": b"Si\xe2n <s@a.example>".decode("utf-8", "surrogateescape")}),
        {"sender_name": "Siân"},
    ),
    "one that reads as two, by a bracket": (sent_by("alice@a.example)bob@evil.example"), {"becomes": "tray:no_sender"}),
    "two addresses in brackets": (
        sent_by("A <a@a.example> <b@b.example>"),
        {"becomes": "tray:no_sender", "sender": ""},
    ),
    "two senders": (sent_by("a@a.example, b@b.example"), {"becomes": "tray:no_sender"}),
    "an address as a name": (sent_by('"police@gov.example" <e@evil.example>'), {"sender": "e@evil.example"}),
    "two From headers": (plain(**{"from": "a@a.example\r\nFrom: b@b.example"}), {"sender": "a@a.example"}),
    "no From": (sent_by(None), {"becomes": "tray:no_sender"}),
    "an empty From": (sent_by(""), {"becomes": "tray:no_sender"}),
    "a From that is a name": (sent_by("Ffion"), {"becomes": "tray:no_sender", "sender": ""}),
    "a group": (sent_by("Undisclosed: a@a.example;"), {}),
    "an address without a domain": (sent_by("<f@>"), {"becomes": "tray:no_sender"}),
    "an address of the local machine": (sent_by("<root@localhost>"), {"becomes": "tray:no_sender"}),
    "an address by number": (sent_by("<f@[127.0.0.1]>"), {"becomes": "tray:no_sender"}),
    "an address in letters beyond ASCII": (sent_by("<ŵyn@a.example>"), {"becomes": "tray:no_sender"}),
    "a domain that looks like another": (sent_by("Police <info@pоlice.example>"), {"becomes": "tray:no_sender"}),
    "a domain in its machine form": (sent_by("<info@xn--plice-jua.example>"), {"sender": "info@xn--plice-jua.example"}),
    "a local part of 300 letters": (sent_by(f"<{'a' * 300}@a.example>"), {"becomes": "tray:no_sender"}),
    "a domain of 400 letters": (sent_by(f"<a@{'a.' * 200}example>"), {"becomes": "tray:no_sender"}),
    "a name of 5,000 letters": (sent_by(f"{'a' * 5000} <f@a.example>"), {}),
    "a name with its direction turned": (
        sent_by("\u202eelpmaxe.ecilop <f@a.example>"),
        {"sender_name": "elpmaxe.ecilop"},
    ),
    "a name with hidden letters": (sent_by("Po\u200blice <f@a.example>"), {"sender_name": "Police"}),
    "a name with a NUL": (sent_by("Ff\0ion <f@a.example>"), {"sender_name": "Ff ion"}),
    "a header put into the name": (
        sent_by("Ffion\r\nBcc: all@evil.example <f@a.example>"),
        {"becomes": "tray:no_sender"},
    ),
    "a header put into a coded name": (
        sent_by("=?utf-8?q?Ffion=0D=0ABcc:_all=40evil.example?= <f@a.example>"),
        {"sender": "f@a.example"},
    ),
    "a name that is HTML": (sent_by("<script>alert(1)</script> <f@a.example>"), {"sender": "f@a.example"}),
    "a name in Arabic": (sent_by("أحمد <f@a.example>"), {"sender_name": "أحمد"}),
    "a comment": (sent_by("f@a.example (Ffion)"), {"sender": "f@a.example"}),
    "in capitals": (sent_by("<FFION@A.EXAMPLE>"), {"sender": "FFION@A.EXAMPLE"}),
}
SUBJECT = {
    "none": (plain(subject=None), {"subject": ""}),
    "empty": (plain(subject=""), {"subject": ""}),
    "in coded words": (plain(subject="=?utf-8?q?Fy_nghwyn_=C5=B5?="), {"subject": "Fy nghwyn ŵ"}),
    "of 100,000 letters": (plain(subject="s" * 100_000), {}),
    "folded": (plain(subject="one\r\n two\r\n\tthree"), {"subject": "one two three"}),
    "folded a thousand times": (plain(subject="a" + "\r\n b" * 1000), {}),
    "with a NUL": (plain(subject="a\0b"), {"subject": "a b"}),
    "with its direction turned": (plain(subject="\u202eabc\u202c"), {"subject": "abc"}),
    "that is HTML": (plain(subject="<img src=x onerror=alert(1)>"), {"subject": "<img src=x onerror=alert(1)>"}),
    "coded ten thousand times": (plain(subject="=?utf-8?q?a?= " * 10_000), {}),
    "coded without an end": (plain(subject="=?utf-8?q?" * 3_000), {}),
    "a coded word in a coded word": (
        plain(subject="=?utf-8?q?=3D=3Futf-8=3Fq=3Fa=3F=3D?="),
        {"subject": "=?utf-8?q?a?="},
    ),
    "eight bits": (plain(subject="tŷ"), {"subject": "tŷ"}),
    "two of them": (plain(subject="first\r\nSubject: second"), {"subject": "first"}),
    "a header put into it": (plain(subject="=?utf-8?q?a=0D=0AX-Putright:_letter?="), {"becomes": "new"}),
}
REST = {
    f"date: {name}": (plain(date=value), {})
    for name, value in {
        "none": None,
        "empty": "",
        "that never was": "Mon, 31 Feb 2026 25:61:61 +9999",
        "of the year 0": "Sat, 1 Jan 0000 00:00:00 +0000",
        "of the year 99999": "Fri, 31 Dec 99999 23:59:59 +0000",
        "in the future": "Fri, 27 Mar 2099 16:45:00 +0000",
        "in another order": "2026-03-27T16:45:00Z",
        "in words": "last Tuesday",
        "a number": "9" * 400,
        "in coded words": "=?utf-8?q?Fri?=",
        "with a NUL": "Fri\0",
    }.items()
} | {
    "number: none": (plain(message_id=None), {}),
    "number: empty": (plain(message_id=""), {}),
    "number: of 50,000 letters": (plain(message_id="<" + "a" * 50_000 + "@a.example>"), {}),
    "number: with a NUL": (plain(message_id="<a\0b@a.example>"), {}),
    "references: ten thousand": (plain(references=" ".join(f"<{n}@a.example>" for n in range(10_000))), {}),
    "references: to itself": (
        plain(message_id="<a@a.example>", references="<a@a.example>", in_reply_to="<a@a.example>"),
        {},
    ),
    "no To": (plain(to=None), {}),
    "only Bcc": (plain(to=None, bcc="complaints@hertfordshire.example"), {}),
    "To nobody named": (plain(to="undisclosed-recipients:;"), {}),
    "ten thousand in To": (plain(to=", ".join(f"p{n}@many.example" for n in range(10_000))), {"becomes": "tray:many"}),
    "sixty in Cc": (plain(cc=", ".join(f"p{n}@many.example" for n in range(60))), {"becomes": "tray:many"}),
    "results of checks written by the sender": (
        plain(authentication_results="office.example; spf=pass; dkim=pass; dmarc=pass"),
        {},
    ),
    "a signature nobody checked": (plain(dkim_signature="v=1; a=rsa-sha256; d=police.example; b=AAAA"), {}),
    "a high priority": (plain(x_priority="1", importance="high"), {}),
    "a wish for a receipt": (plain(disposition_notification_to="f@a.example"), {}),
    "a header without a name": (plain().replace(b"Subject:", b": x\r\nSubject:", 1), {}),
    "a header name of 10,000 letters": (plain().replace(b"Subject:", b"X" * 10_000 + b": x\r\nSubject:", 1), {}),
    "spaces before the colon": (plain().replace(b"Subject:", b"Subject :", 1), {"subject": "My burglary"}),
    "all in small letters": (plain().replace(b"Subject:", b"subject:", 1), {"subject": "My burglary"}),
}
HAZARDS: list[Hazard] = [*by_table("From", FROM), *by_table("subject", SUBJECT), *by_table("head", REST)]
