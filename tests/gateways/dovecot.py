"""A real Dovecot for a test, on a free port of this machine, with one mailbox: office, password secret.

Run as root it uses the users its package made; as anybody else it runs as that person."""

import grp
import imaplib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

PROGRAM = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
SETTINGS = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = {internal}
default_internal_group = {group}
default_login_user = {login}
mail_location = maildir:{folder}/mail
first_valid_uid = 0
first_valid_gid = 0
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
auth_failure_delay = 0
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
passdb {{
  driver = static
  args = password=secret
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home
}}
"""


@dataclass(frozen=True)
class Dovecot:
    """The running server: where it is, and a way to look at it and put messages in that is not the product's."""

    port: int
    folder: Path

    @property
    def url(self) -> str:
        return f"imap://office:secret@127.0.0.1:{self.port}/INBOX"

    @contextmanager
    def line(self) -> Iterator[imaplib.IMAP4]:
        made = imaplib.IMAP4("127.0.0.1", self.port)
        try:
            made.login("office", "secret")
            yield made
        finally:
            with suppress(OSError, imaplib.IMAP4.error):
                made.logout()
            with suppress(OSError):
                made.shutdown()

    def put(self, *messages: bytes) -> None:
        with self.line() as line:
            for message in messages:
                line.append("INBOX", "", "", message)

    def count(self, folder: str = "INBOX") -> int:
        with self.line() as line:
            kind, told = line.select(folder, readonly=True)
            return int(told[0]) if kind == "OK" else 0

    def empty(self) -> None:
        with self.line() as line:
            for folder in ("INBOX", "Archive"):
                kind, told = line.select(folder)
                if kind == "OK" and told != [b"0"]:
                    line.store("1:*", "+FLAGS", r"\Deleted")
                    line.expunge()


@contextmanager
def running() -> Iterator[Dovecot]:
    """Start one, and stop it again by its own process number."""
    folder = Path(tempfile.mkdtemp(prefix="putright-dovecot-", dir="/var/tmp"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (folder / "dovecot.conf").write_text(settings(folder, port))
    server = subprocess.Popen([PROGRAM, "-F", "-c", str(folder / "dovecot.conf")], stderr=subprocess.DEVNULL)
    try:
        yield answering(Dovecot(port, folder), server)
    finally:
        server.terminate()
        server.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def settings(folder: Path, port: int) -> str:
    me = pwd.getpwuid(os.getuid())
    internal, login, owner = (me.pw_name,) * 2 + (me,)
    if me.pw_uid == 0:  # it reads no mail as root
        internal, login, owner = "dovecot", "dovenull", pwd.getpwnam("nobody")
    for name in ("mail", "home", "state", "run"):
        (folder / name).mkdir()
    for place in (folder, folder / "mail", folder / "home"):
        shutil.chown(place, owner.pw_uid, owner.pw_gid)
    folder.chmod(0o755)
    group = grp.getgrgid(pwd.getpwnam(internal).pw_gid).gr_name
    return SETTINGS.format(
        folder=folder, port=port, internal=internal, group=group, login=login, uid=owner.pw_uid, gid=owner.pw_gid
    )


def answering(dovecot: Dovecot, server: subprocess.Popen) -> Dovecot:
    until = time.monotonic() + 20
    while time.monotonic() < until and server.poll() is None:
        try:
            with dovecot.line():
                return dovecot
        except (OSError, imaplib.IMAP4.error):
            time.sleep(0.1)
    log = dovecot.folder / "log"
    said = log.read_text() if log.exists() else ""
    raise AssertionError(f"Dovecot did not begin to answer: {said[-2000:]}")
