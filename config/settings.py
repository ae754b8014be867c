"""The one settings file. Everything that may differ between installations is read here, from the environment or
from the file `putright.env` beside the README; a missing or wrong value stops the start with a sentence."""

import sys
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

import putright

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
env = Env()
env.read_env(str(ROOT / "putright.env"), recurse=False)


PUBLISHED_KEY = "only-for-demonstrations-and-tests-never-for-real-people-" + "0" * 20


def stop(sentence: str) -> None:
    raise ImproperlyConfigured(f"Putright cannot start: {sentence}")


def is_mail_server(address: str) -> bool:
    try:
        read = urlsplit(address)
        return read.scheme in {"smtp", "smtps"} and bool(read.hostname) and read.port != 0
    except ValueError:  # a port that is no number
        return False


def is_mailbox(address: str) -> bool:
    try:
        read = urlsplit(address)
        return read.scheme in {"imap", "imaps"} and bool(read.hostname and read.username) and read.port != 0
    except ValueError:  # a port that is no number
        return False


def is_moment(text: str) -> bool:
    try:
        return bool(datetime.fromisoformat(text))
    except ValueError:
        return False


# --- What an installation decides ------------------------------------------------------------------------------
try:
    # demonstration: made-up people, sign-in codes shown on screen; live: real people; test: the test suite.
    MODE = env.str("PUTRIGHT_MODE", "live", validate=None)
    SECRET_KEY = env.str("PUTRIGHT_SECRET_KEY", "")
    DATABASE = env.dj_db_url("DATABASE_URL", f"sqlite:///{VAR / 'putright.sqlite3'}")
    ALLOWED_HOSTS = env.list("PUTRIGHT_HOSTS", ["localhost", "127.0.0.1", "[::1]", "testserver"])
    OFFICE = env.str("PUTRIGHT_OFFICE", "hertfordshire")  # the office a fresh demonstration loads
    BEHIND_HTTPS = env.bool("PUTRIGHT_HTTPS", False)
    # Where the public reaches these pages, for links in letters: https://putright.office.example; empty: the office's website.
    SITE = env.str("PUTRIGHT_SITE", "")
    # Where letters by e-mail go: smtp://user:password@host:port, or empty for the local outbox page.
    SMTP = env.str("PUTRIGHT_SMTP", "")
    EMAIL_FROM = env.str("PUTRIGHT_EMAIL_FROM", "no-reply@putright.example")
    # GOV.UK Notify, for text messages and letters printed elsewhere: the office's key, or empty for none. The template of
    # its texts holds one place, ((message)). Letters are printed there only where that is said; else here.
    NOTIFY_KEY = env.str("PUTRIGHT_NOTIFY_KEY", "")
    NOTIFY_URL = env.str("PUTRIGHT_NOTIFY_URL", "https://api.notifications.service.gov.uk")
    NOTIFY_PRINTS = env.bool("PUTRIGHT_NOTIFY_PRINTS", False)
    # How many minutes a letter somebody wrote waits, so that it can be pulled back.
    COOL_OFF = env.int("PUTRIGHT_COOL_OFF", 5)
    # The mailbox the worker reads: imaps://user:password@host:993/INBOX?archive=Archive, or empty for none.
    IMAP = env.str("PUTRIGHT_IMAP", "")
    # Where replies come: each letter gets an address of its own below it (reply+….@office.example). Empty: no replies.
    EMAIL_REPLY = env.str("PUTRIGHT_EMAIL_REPLY", "")
    EMAIL_WELSH = env.str("PUTRIGHT_EMAIL_WELSH", "")  # the address people write to in Welsh, if it is one of its own
    # Where what people send is kept, byte for byte. Every web machine and worker needs the same folder.
    DOCUMENTS = env.str("PUTRIGHT_DOCUMENTS", str(VAR / ("documents-of-tests" if MODE == "test" else "documents")))
    SCANNER = env.str("PUTRIGHT_SCANNER", "")  # ClamAV: a socket, host:port, or clamscan; empty: the usual socket
    # Test clock for the browser journeys only: an ISO moment the running server believes it is.
    FROZEN_AT = env.str("PUTRIGHT_FROZEN_AT", "")
except (EnvError, ValueError) as problem:
    stop(f"a setting could not be read. {problem}")

if MODE not in {"demonstration", "live", "test"}:
    stop(f"PUTRIGHT_MODE is “{MODE}”; it must be demonstration, live or test.")
if MODE == "live" and len(SECRET_KEY) < 50:
    stop("PUTRIGHT_SECRET_KEY is missing or shorter than 50 characters. Set a long random one for a live office.")
if FROZEN_AT and MODE == "live":
    stop("PUTRIGHT_FROZEN_AT is for tests and demonstrations; a live office keeps real time.")

if FROZEN_AT and not is_moment(FROZEN_AT):
    stop(f"PUTRIGHT_FROZEN_AT is “{FROZEN_AT}”; write it like 2026-03-27T16:50+00:00.")
if MODE == "live" and SECRET_KEY == PUBLISHED_KEY:
    stop("PUTRIGHT_SECRET_KEY is the one everybody can read in our own settings. Set a long random one for a live office.")
if SMTP and not is_mail_server(SMTP):
    stop("PUTRIGHT_SMTP is not the address of a mail server. Write it like smtp://user:password@host:587, or leave it empty.")
if not all(EMAIL_FROM.partition("@")):
    stop(f"PUTRIGHT_EMAIL_FROM is “{EMAIL_FROM}”; it must be the address letters come from, like front.door@office.example.")
if NOTIFY_KEY and (len(NOTIFY_KEY) < 74 or urlsplit(NOTIFY_URL).scheme not in {"https", "http"}):
    stop("PUTRIGHT_NOTIFY_KEY is no key of GOV.UK Notify, or PUTRIGHT_NOTIFY_URL no web address. Copy the key whole.")
if not 0 <= COOL_OFF <= 120:
    stop("PUTRIGHT_COOL_OFF is how many minutes a letter waits: from 0 to 120.")
if IMAP and not is_mailbox(IMAP):
    stop("PUTRIGHT_IMAP is not the address of a mailbox. Write it like imaps://user:password@host:993/INBOX, or leave it empty.")
for name, address in {"PUTRIGHT_EMAIL_REPLY": EMAIL_REPLY, "PUTRIGHT_EMAIL_WELSH": EMAIL_WELSH}.items():
    if address and not all(address.partition("@")):
        stop(f"{name} is “{address}”; it must be an address like reply@office.example, or empty.")
if "+" in EMAIL_REPLY:
    stop("PUTRIGHT_EMAIL_REPLY must have no plus sign: what follows one is ours to fill in.")
if SITE and urlsplit(SITE).scheme not in {"http", "https"}:
    stop("PUTRIGHT_SITE is not a web address. Write it like https://putright.office.example, or leave it empty.")
if not any(ALLOWED_HOSTS):
    stop("PUTRIGHT_HOSTS names no host, so nobody could reach the service. Name the host people type, or leave it out.")

PUTRIGHT_DEMO = MODE == "demonstration"
PUTRIGHT_TEST = MODE == "test"
SECRET_KEY = SECRET_KEY or PUBLISHED_KEY
DEBUG = False

# --- Database ---------------------------------------------------------------------------------------------------
VAR.mkdir(exist_ok=True)
if DATABASE["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE and FULL: without them acknowledged contacts are lost under load or in a power cut.
    # secure_delete: what is deleted is overwritten, and cannot be read out of the file (putright/intelligence).
    DATABASE["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA secure_delete=ON;",
    }
elif DATABASE["ENGINE"].endswith("postgresql"):
    # What DATABASE_URL says of the connection (sslmode) stands. No compiling of queries: ours are short, and it took longer than
    # they do (docs/evidence/extracts.md).
    said = DATABASE.get("OPTIONS", {})
    DATABASE["OPTIONS"] = said | {"options": f"-c jit=off {said.get('options', '')}".strip()}
    if not PUTRIGHT_TEST:
        DATABASE["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 8}
else:
    stop("DATABASE_URL must begin sqlite:/// or postgres://.")
DATABASES = {"default": DATABASE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "config_cache",
        # It holds who tried to sign in too often. Of the usual 300 entries a stranger could push out their own.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# --- The rooms, in the order of the journey ----------------------------------------------------------------------
ROOMS = [room for room in putright.ROOMS if room not in putright.WITHOUT_TABLES]
# Where templates and Welsh are: every room, and every way in that has no tables and so is no room of its own.
WAYS_IN = sorted((ROOT / "putright" / "contacts" / "channels").iterdir())
FOLDERS = list(dict.fromkeys([*(ROOT / "putright" / room.replace(".", "/") for room in ROOMS), *WAYS_IN]))
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "config",
    "design",
    "demo",
    *[f"putright.{room}" for room in ROOMS],
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.middleware.moment",
    "config.middleware.words_once",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "config.middleware.manners",
    "config.middleware.interface_manners",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "config.gates.Gates",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES_STRICT = PUTRIGHT_TEST
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [place / "templates" for place in (ROOT / "design", ROOT / "config", *FOLDERS)],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "config.jinja.environment",
            "context_processors": ["config.context.page"],
        },
    },
    {
        # Only for libraries that bring their own Django templates.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Signing in ---------------------------------------------------------------------------------------------------
AUTHENTICATION_BACKENDS = ["config.signed_in.Backend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "config.accounts.StaffAccounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False  # a session ends with the browser, and when idle (config.gates)
ACCOUNT_FORMS = {"login": "config.accounts.SignIn", "reauthenticate": "config.accounts.Again"}
MFA_ADAPTER = "config.accounts.SecondFactor"
MFA_FORMS = {"authenticate": "config.accounts.SignInCode", "reauthenticate": "config.accounts.AgainCode"}
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "30/m/ip,6/5m/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
if PUTRIGHT_TEST:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SESSION_COOKIE_AGE = 60 * 60 * 10
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_HTTPS
SECURE_SSL_REDIRECT = False  # the proxy in front does this; see docs
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"  # with no-referrer, browsers post our forms with "Origin: null": refused
CSRF_FAILURE_VIEW = "config.again.token_refused"  # keeps what was typed
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": ["'self'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
}

# --- Languages and time -------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]
LOCALE_PATHS = [
    ROOT / "design" / "locale",
    ROOT / "config" / "locale",
    *[folder / "locale" for folder in FOLDERS],
]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"

# --- Files and limits ---------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = ROOT / "built" / "collected"
STATICFILES_DIRS = [ROOT / "built" / "static"] if (ROOT / "built" / "static").exists() else []
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
FONTS = ROOT / "built" / "fonts"
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024  # a pasted 5 MB letter is answered with a sentence, not refused unread
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "putright.documents.receiving.Capped",  # before the others: too large is too large before it fills a disk
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"terminal": {"class": "logging.StreamHandler", "stream": sys.stderr}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
}
