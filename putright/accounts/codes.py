"""Sign-in codes for a newcomer: the secret their phone is given, and the picture it is read from.

The secret is worked out from the joining link, so that nothing is kept until they have joined, and a page loaded again
shows the same picture."""

from base64 import b32encode
from hashlib import sha256
from hmac import new
from urllib.parse import quote

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, validate_totp_code
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from markupsafe import Markup

from design import qr


def secret_for(link: str) -> str:
    return b32encode(new(settings.SECRET_KEY.encode(), f"sign-in code\n{link}".encode(), sha256).digest()[:20]).decode()


def picture(secret: str, user_name: str, service: str) -> Markup:
    """The picture an app reads."""
    address = f"otpauth://totp/{quote(service)}:{quote(user_name)}?secret={secret}&issuer={quote(service)}"
    return qr.drawn(address)


def right(secret: str, code: str) -> bool:
    return bool(validate_totp_code(secret, "".join(code.split())))


def give(user: AbstractBaseUser, secret: str) -> list[str]:
    """Set up their sign-in codes, and ten to keep on paper for the day the phone is lost. Shown once."""
    TOTP.activate(user, secret)
    return list(RecoveryCodes.activate(user).get_unused_codes())
