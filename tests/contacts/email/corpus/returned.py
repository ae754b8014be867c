"""What mail servers send back."""

from tests.make.raw_mail import OFFICE, WORDS, message, part, parts

STATUS = """Reporting-MTA: dns; mx.complainant.example

Final-Recipient: rfc822; ffion@complainant.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 No such mailbox
"""


def report(number: str, *, status: str = STATUS, whole: bool = True) -> bytes:
    """A delivery report (RFC 3464) about the letter of that Message-ID."""
    letter = message(WORDS, **{"from": OFFICE, "to": "ffion@complainant.example", "message_id": number})
    first = letter if whole else letter.partition(b"\r\n\r\n")[0]
    body, kind = parts(
        part("This is the mail system. Your letter could not be delivered."),
        part(status.replace("\n", "\r\n"), "message/delivery-status"),
        part(first, "message/rfc822" if whole else "text/rfc822-headers"),
        kind="report; report-type=delivery-status",
    )
    headers = {
        "from": "MAILER-DAEMON@mx.complainant.example (Mail Delivery System)",
        "subject": "Undelivered Mail Returned to Sender",
    }
    return message(body, content_type=kind, auto_submitted="auto-replied", content_transfer_encoding=None, **headers)
