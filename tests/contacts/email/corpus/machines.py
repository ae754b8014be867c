"""What machines write, and what must never be answered by one; and people who look like machines."""

from tests.make.raw_mail import REPLY, message, part

from .hazard import Hazard, by_table, plain
from .returned import report
from .shapes import of

STRANGE = "<20260327.1@mx.complainant.example>"
AUTO, LIST, LOOP, BOUNCE = ({"becomes": f"tray:{why}"} for why in ("auto", "list", "loop", "bounce"))


def receipt() -> bytes:
    body = of(
        part("It was displayed"),
        part("Disposition: automatic-action/MDN-sent-automatically; displayed", "message/disposition-notification"),
        kind="report; report-type=disposition-notification",
    )
    return body


ROWS = {
    "answers by itself": (plain(auto_submitted="auto-replied"), AUTO),
    "made by itself": (plain(auto_submitted="auto-generated"), AUTO),
    "told itself by a cron": (plain(auto_submitted="auto-notified; owner=x"), AUTO),
    "in capitals": (plain(auto_submitted="AUTO-REPLIED"), AUTO),
    "says it was not made by itself": (plain(auto_submitted="no"), {}),
    "says so with a comment": (plain(auto_submitted="no; really"), {}),
    "Exchange, away": (plain(x_auto_response_suppress="All", subject="Automatic reply: x"), AUTO),
    "an old autoresponder": (plain(x_autorespond="yes"), AUTO),
    "another": (plain(x_autoresponder="yes"), AUTO),
    "by precedence": (plain(precedence="auto_reply"), AUTO),
    "out of office by its subject": (plain(subject="Out of Office: back Monday"), AUTO),
    "out of the office": (plain(subject="Out of the office"), AUTO),
    "in Welsh": (plain(subject="Ateb awtomatig: Eich llythyr"), AUTO),
    "in Welsh, by the swyddfa": (plain(subject="Allan o’r swyddfa"), AUTO),
    "a person who writes of an office": (plain(subject="Left out of office meeting"), {}),
    "a person who writes of automatic gates": (plain(subject="Automatic gate hit me"), {}),
    "a receipt for reading": (receipt(), AUTO),
    "a list by its number": (plain(list_id="News <news.a.example>"), LIST),
    "a list one can leave": (plain(list_unsubscribe="<mailto:leave@a.example>"), LIST),
    "bulk": (plain(precedence="bulk"), LIST),
    "junk": (plain(precedence="junk"), LIST),
    "an old list": (plain(mailing_list="a"), LIST),
    "first class, which is no list": (plain(precedence="first-class"), {}),
    "a letter of a system like this": (plain(x_putright="letter"), LOOP),
    "from our own reply address": (plain(**{"from": f"<{REPLY}>"}), LOOP),
    "from our own reply address with a plus": (plain(**{"from": "<reply+x@hertfordshire.example>"}), LOOP),
    "from the address letters come from": (plain(**{"from": "<NO-REPLY@putright.example>"}), LOOP),
    "a name like ours at another place": (plain(**{"from": "<reply@elsewhere.example>"}), {}),
    "came back, of no letter of ours": (report(STRANGE), {**BOUNCE, "sender_path": ""}),
    "came back, with the head only": (report(STRANGE, whole=False), BOUNCE),
    "came back without a status": (report(STRANGE, status=""), BOUNCE),
    "came back with a status of rubbish": (report(STRANGE, status="::::\n\0\n=?utf-8?q?"), BOUNCE),
    "came back to a hundred": (
        report(
            STRANGE,
            status="\n\n".join(
                f"Final-Recipient: rfc822; p{n}@a.example\nAction: failed\nStatus: 5.0.0" for n in range(100)
            ),
        ),
        BOUNCE,
    ),
    "is late": (
        report(STRANGE, status="\nFinal-Recipient: rfc822; f@a.example\nAction: delayed\nStatus: 4.4.1\n"),
        BOUNCE,
    ),
    "came back in plain words": (
        plain(
            "User unknown", **{"from": "Mailer-Daemon@a.example", "subject": "Delivery Status Notification (Failure)"}
        ),
        BOUNCE,
    ),
    "came back, says a header": (plain(x_failed_recipients="f@a.example"), BOUNCE),
    "the null path in its head": (plain(return_path="<>"), BOUNCE),
    "the null path of its envelope": (plain(), {**BOUNCE, "sender_path": ""}),
    "the null path and made by itself": (plain(auto_submitted="auto-replied"), {**AUTO, "sender_path": ""}),
    "a postmaster who is a person": (plain("I run a post office", **{"from": "Postmaster <postmaster@a.example>"}), {}),
    "a subject of a returned letter, from a person": (plain(subject="Undelivered parcel"), {}),
    "a report inside another": (
        message(report(STRANGE), content_type="message/rfc822", content_transfer_encoding=None),
        {},
    ),
}
HAZARDS: list[Hazard] = by_table("a machine", ROWS)
