"""The secret of a link: made from its salt by this server alone, and kept nowhere."""

from django.conf import settings

from putright.passes import codes


def secret_of(salt: str) -> str:
    return codes.derived(settings.SECRET_KEY, "chasing", salt)
