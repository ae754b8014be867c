"""Just enough of a site to try the components by themselves."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECRET_KEY = "only for the design tests"
DEBUG = False
PUTRIGHT_DEMO = True
TEMPLATES_STRICT = True
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "tests.design.site"
INSTALLED_APPS = ["django.contrib.staticfiles", "design"]
MIDDLEWARE = [
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
]
SECURE_CSP = {"default-src": ["'self'"], "object-src": ["'none'"], "form-action": ["'self'"]}
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [ROOT / "design" / "templates"],
        "OPTIONS": {"environment": "config.jinja.environment", "context_processors": ["tests.design.site.page"]},
    }
]
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]
LOCALE_PATHS = [ROOT / "design" / "locale"]
USE_TZ = True
TIME_ZONE = "Europe/London"
STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "built" / "static"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
