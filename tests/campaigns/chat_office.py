"""Make the database a chat campaign begins with: an office and a handler who takes chats. With words it does more, as
`python -m tests.campaigns.chat_office chats MANY EACH|file`, in the campaign's settings, and prints JSON.

`chats MANY EACH`: chats that are taken, EACH to a handler, with their keys and the cookies of both sides. `file`: the rounds
go as if the visitors had been gone for ten minutes; prints the contacts' keys and words, and broken chains."""

import json
import sys
from datetime import timedelta
from uuid import uuid4

import django


def prepare() -> None:
    from django.core.management import call_command

    from tests.make import people

    call_command("migrate", verbosity=0)
    people.office("essex")
    people.handler("Sam Handler", in_team=people.team())


def signed_in(user: object) -> str:
    """A session as after both factors."""
    from allauth.account.internal.flows import login as both
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[both._AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    methods = [{"method": "password", "at": 0}, {"method": "mfa", "type": "totp", "at": 0}]
    session[both.AUTHENTICATION_METHODS_SESSION_KEY] = methods
    session.create()
    return session.session_key


def chats(many: int, each: int) -> list[dict[str, object]]:
    """Chats that handlers have taken, `each` to a handler, whatever the hour is: the cookies of both sides."""
    from putright.people.models import Handler, Team
    from tests.make import people

    found: list[dict[str, object]] = []
    while len(found) < many:
        number = len(found) // each
        handler = Handler.objects.order_by("pk").first() if number == 0 else None
        handler = handler or people.handler(f"Handler{number} Handler", in_team=Team.objects.get(slug="front"))
        found += desk(handler, min(each, many - len(found)))
    return found


def desk(handler: object, many: int) -> list[dict[str, object]]:
    from django.middleware.csrf import _get_new_csrf_string

    from gateways import clock
    from putright.contacts.channels.chat import secret
    from tests.make import chat as make

    make.taking(handler, at=clock.now(), most=many)
    session, token, found = signed_in(handler.user), _get_new_csrf_string(), []
    for _number in range(many):
        ticket = uuid4().hex
        made = make.taken(handler, at=clock.now(), ticket=ticket, address_digest=ticket)
        visitor = {"csrftoken": token, "putright_chat": secret.code_of(ticket)}
        found.append({"key": str(made.key), "pk": made.pk, "visitor": visitor,
                      "handler": {"csrftoken": token, "sessionid": session}})  # fmt: skip
    return found


def file() -> dict[str, object]:
    from gateways import clock
    from putright.cases.log import broken_at
    from putright.contacts.models import Contact
    from putright.rounds import worker

    later = clock.now() + timedelta(minutes=11)
    for _round in range(3):
        worker.go_round(lambda: later, worker="the night watch")
    found = Contact.objects.select_related("case").all()
    return {
        "keys": [str(one.key) for one in found],
        "words": {str(one.key): one.words for one in found},
        "broken": [one.case.reference for one in found if broken_at(one.case) is not None],
    }


if __name__ == "__main__":
    django.setup()
    asked = sys.argv[1:]
    if asked[:1] == ["file"]:
        print(json.dumps(file()))
    elif asked:
        print(json.dumps(chats(*map(int, asked[1:]))))
    else:
        prepare()
