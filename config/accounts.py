"""How accounts behave here: nobody signs up, everybody has a second factor, and every refusal says what to do.

The words are ours, in both languages: the library has no Welsh."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.forms import LoginForm
from allauth.account.forms import ReauthenticateForm as PasswordAgain
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.app_settings import TOTP_PERIOD
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from design.fields import Secret, Text
from design.forms import DrawnField
from putright.people.queries import handler_for

TOO_MANY = later("You have tried too many times. Wait five minutes, then try again.")


def language() -> str:
    return "cy" if get_language() == "cy" else "en"


class StaffAccounts(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": later("That user name and password do not match. Check both, then try again."),
        "incorrect_password": later("That is not your password. Check it, then try again."),
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return f"/{language()}/staff/"

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return f"/{language()}/"

    def pre_login(self, request: HttpRequest, user: AbstractBaseUser, **rest: Any) -> HttpResponse | None:
        """After the password and before the code. Nobody without a second factor, or who no longer works here, gets on."""
        if not user.is_active or handler_for(user) is None:
            return self.respond_user_inactive(request, user)
        if factor(user) is None:
            return stopped(
                request,
                _("You need a sign-in code"),
                _("Nobody opens this service with a password alone. Ask your administrator to set up your sign-in codes."),
            )
        return super().pre_login(request, user, **rest)

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        return stopped(
            request,
            _("Your account is closed"),
            _("This account is not in use. If you work here, ask your administrator to open it again."),
        )


class SecondFactor(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": later("That code is not right, or has been used. Wait for the next one, then enter it."),
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
    }


def stopped(request: HttpRequest, title: str, sentence: str, status: int = 403) -> HttpResponse:
    return render(request, "account/stopped.html", {"title": title, "sentence": sentence}, status=status)


def too_many(request: HttpRequest) -> HttpResponse:
    """What the library shows (`handler429`) when one address asks far too often."""
    return stopped(request, _("Too many tries"), str(TOO_MANY), status=429)


# --- The second factor ---------------------------------------------------------------------------------------------
def factor(user: AbstractBaseUser) -> Authenticator | None:
    return Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).first()


def give_second_factor(user: AbstractBaseUser) -> None:
    """Set up sign-in codes for somebody who has none. For the demonstration and the administrator's command."""
    if factor(user) is None:
        totp.TOTP.activate(user, totp.generate_totp_secret())


def code_now(user: AbstractBaseUser) -> str | None:
    """Somebody's code at this moment. Only ever shown in a demonstration; shown again, it works again."""
    found = factor(user)
    if found is None:
        return None
    code = totp.format_hotp_value(totp.hotp_value(found.data["secret"], int(time.time()) // TOTP_PERIOD))
    cache.delete(totp.TOTP(found)._get_used_cache_key(code))
    return code


def passed_both(request: HttpRequest) -> bool:
    """Has this session passed the second factor? A test's forced log-in leaves no record of any factor at all."""
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" for record in records) or (settings.PUTRIGHT_TEST and not records)


# --- The forms, with the library's rules and our fields --------------------------------------------------------------
def password() -> Secret:
    return Secret(later("Password"), missing=later("Enter your password"), autocomplete="current-password")


def code() -> Text:
    return Text(
        later("Code"), missing=later("Enter the code"), hint=later("Six figures from the app on your phone or your key."),
        autocomplete="one-time-code", inputmode="numeric", width=10, limit=40, spellcheck=False,
    )  # fmt: skip


class Drawn:
    """The library's form, drawing its fields as all our pages do."""

    bound_field_class = DrawnField
    heads_page = False


class SignIn(Drawn, LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name = Text(
            later("User name"), missing=later("Enter your user name"), autocomplete="username", spellcheck=False, limit=150
        )
        self.fields = {"login": name, "password": password()}


class SignInCode(Drawn, AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {"code": code()}

    def code_to_show(self) -> str | None:
        return code_now(self.user) if settings.PUTRIGHT_DEMO else None


class Again(Drawn, PasswordAgain):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {"password": password()}


class AgainCode(Drawn, ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {"code": code()}

    def code_to_show(self) -> str | None:
        return code_now(self.user) if settings.PUTRIGHT_DEMO else None
