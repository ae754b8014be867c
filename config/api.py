"""The interface for other systems, put together: each room brings its own routes, as it brings its pages."""

from putright.contacts.channels.systems.api import router as contacts
from putright.contacts.channels.systems.wire import interface
from putright.reports.api import router as measures

WORDS = """
For the web team of a force, a commissioner or the national online form: everything you need is on this page.

**What it is for.** A person tells you something on your own form. You send it here, and it becomes a contact with its case,
its reference and its acknowledgement, as if they had used our own form. Nothing here reads a case.

**Tokens.** Ask the office for a token. It is shown once; keep it where you keep passwords, never in a page. Send it as
`Authorization: Bearer …`. A token has scopes: `contacts:send`, `contacts:status`, `measures:read`; each address says which it
needs. A token has a last day, and the office can end it at once.

**Once and only once.** Give every sending its own `Idempotency-Key`. When you get no answer, send the same again with the
same key, as often as you like: it stays one contact. The same key with other content is answered 422. While the first is
still being taken in, the second waits for it.

**Never refused for coming too fast.** Each token may send 60 contacts a minute in the ordinary lane; those above it are taken
in the slow lane (202) and become cases a little later. Readings are 120 a minute; above it the answer is 429 with
`Retry-After`. `RateLimit` and `RateLimit-Policy` say how many are left and when the minute is over.

**When something is wrong** the answer is `application/problem+json` (RFC 9457). `type` and `code` are for your program;
`title`, `detail` and each `message` are for people, in English or Welsh by `Accept-Language` (`en`, `cy`). Every wrong field is
named in `errors`, with how to mend it. Show the person what you can mend together; keep what they wrote until it is taken.

**What it is about.** `/kinds` lists the kinds of contact this office has, with the questions each asks. Send the code as `topic`
and the answers as `answers`. For information about a crime show Crimestoppers first and send nothing: the list says so.

**Files** come after their contact, one by one, each as the whole body of a request to `/contacts/{receipt}/files`, with its
name in the header `File-Name`. The contact is safe before any file is, and a file that fails can be sent again.

**Limits.** One million bytes a contact, 50,000 characters of words, JSON only; 256 MB a file, twenty files with a contact.

**In danger.** Before you ask anything, tell people in danger to ring 999, and set `at_risk` when they say they are.
"""
api = interface(title="Putright: contacts from other systems", version="1", description=WORDS.strip())
api.add_router("", contacts)
api.add_router("", measures)
