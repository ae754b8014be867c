"""What must be set before Django reads its settings; pytest loads this first (see addopts in pyproject.toml).

Set outright, so that neither an office's settings file nor its environment reaches a test. Only DATABASE_URL may be
given, to choose the engine: Django makes a database of its own beside the one it names."""

import os

for name in [name for name in os.environ if name.startswith("PUTRIGHT_")]:
    del os.environ[name]
os.environ["PUTRIGHT_MODE"] = "test"
os.environ["PUTRIGHT_SECRET_KEY"] = ""
os.environ["PUTRIGHT_SMTP"] = ""
os.environ["PUTRIGHT_NOTIFY_KEY"] = ""
os.environ["PUTRIGHT_COOL_OFF"] = "0"
os.environ["PUTRIGHT_IMAP"] = ""
os.environ["PUTRIGHT_EMAIL_REPLY"] = ""
os.environ["PUTRIGHT_FROZEN_AT"] = ""
os.environ.setdefault("DATABASE_URL", "sqlite:///var/test.sqlite3")  # the tests' own is kept in memory
