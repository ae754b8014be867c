"""What large and slow uploads cost the web server, run as in the service: its memory, and how long other people wait.

    PYTHONPATH=. .venv/bin/python -m bench.uploads [--slow 40] [--seconds 20]

One form of 500 MB in one file (above what one file may be), one that says it is 600 MB, one of 600 MB that says nothing of its
size, and so many senders of a few bytes a second. Told is the greatest memory of any process of the server after each, what
was answered, and how long a page took meanwhile. The database and the folder are its own, and are gone afterwards."""

import argparse
import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

MIB = 1024 * 1024
EDGE = "an-edge-nobody-writes"
HEAD = (
    f'--{EDGE}\r\nContent-Disposition: form-data; name="files"; filename="long.mp4"\r\n'
    "Content-Type: video/mp4\r\n\r\n"
).encode()
TAIL = f"\r\n--{EDGE}--\r\n".encode()
TOKEN = "a" * 32  # of a form of our own: so that the server reads all of it
FORM = f"multipart/form-data; boundary={EDGE}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def body(size: int) -> Iterator[bytes]:
    yield HEAD
    piece = os.urandom(MIB)
    for _number in range(size // MIB):
        yield piece
    yield TAIL


def post(port: int, size: int, said: int | None) -> tuple[object, float]:
    """What came back, and after how long. `said` is the length it claims; None sends it in chunks that claim nothing."""
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    began = time.perf_counter()
    headers = {"Content-Type": FORM, "Cookie": f"csrftoken={TOKEN}", "X-CSRFToken": TOKEN} | ({"Content-Length": str(said)} if said else {})
    try:
        asked.request("POST", "/en/tell-us/files/", body(size), headers, encode_chunked=said is None)
    except (BrokenPipeError, ConnectionResetError):
        pass  # the answer is there before all is sent
    try:
        came = asked.getresponse()
        answer: object = f"{came.status}, " + ("says it is too large" if b"too large" in came.read() else "says nothing of it")
    except (http.client.HTTPException, OSError) as trouble:
        answer = type(trouble).__name__
    return answer, round(time.perf_counter() - began, 2)


def page(port: int) -> float:
    began = time.perf_counter()
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    asked.request("GET", "/en/")
    asked.getresponse().read()
    return time.perf_counter() - began


def slow(port: int, many: int, seconds: float) -> dict[str, object]:
    """So many senders who each say 100 MB and send a few bytes a second; others ask for pages meanwhile."""
    start = f"POST /en/tell-us/files/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: {FORM}\r\nContent-Length: {100 * MIB}\r\n\r\n"
    senders = [socket.create_connection(("127.0.0.1", port)) for _number in range(many)]
    for one in senders:
        one.sendall(start.encode() + HEAD)
    took, until = [], time.perf_counter() + seconds
    while time.perf_counter() < until:
        for one in senders:
            one.sendall(b"x" * 8)
        took.append(page(port))
        time.sleep(0.5)
    for one in senders:
        one.close()
    return {"pages": len(took), "median ms": round(1000 * statistics.median(took)), "worst ms": round(1000 * max(took))}


def memory(pid: int) -> int:
    """The greatest memory of the server's processes so far, in MB."""
    whole = [pid, *(int(n) for n in Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]
    found = [Path(f"/proc/{one}/status").read_text() for one in whole]
    return max(int(line.split()[1]) for text in found for line in text.splitlines() if line.startswith("VmHWM")) // 1024


def measure(port: int, pid: int, many: int, seconds: float) -> dict[str, object]:
    told: dict[str, object] = {"at first MB": memory(pid)}
    for name, size, said in (
        ("500 MB in one file", 500 * MIB, len(HEAD) + 500 * MIB + len(TAIL)),
        ("600 MB that says so", 600 * MIB, len(HEAD) + 600 * MIB + len(TAIL)),
        ("600 MB that says nothing", 600 * MIB, None),
    ):
        answer, took = post(port, size, said)
        told[name] = {"answer": answer, "seconds": took, "most MB so far": memory(pid)}
    told[f"{many} slow senders"] = slow(port, many, seconds) | {"most MB so far": memory(pid)}
    return told


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("--slow", type=int, default=40)
    asked.add_argument("--seconds", type=float, default=20)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        own = {"DJANGO_SETTINGS_MODULE": "config.settings", "PUTRIGHT_MODE": "demonstration", "PYTHONPATH": os.getcwd(),
               "DATABASE_URL": f"sqlite:///{folder}/uploads.sqlite3", "TMPDIR": folder}  # fmt: skip
        settings = os.environ | own
        subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], env=settings, check=True)
        made = "from tests.make import people; people.office('essex')"
        subprocess.run([sys.executable, "-m", "django", "shell", "-v0", "-c", made], env=settings, check=True)
        port = free_port()
        command = ["-m", "gunicorn", "config.asgi", "--bind", f"127.0.0.1:{port}", "--worker-class", "config.worker.Worker",
                   "--workers", "1", "--no-control-socket", "--log-level", "warning"]  # fmt: skip
        server = subprocess.Popen([sys.executable, *command], env=settings)
        try:
            for _try in range(100):
                try:
                    page(port)
                    break
                except OSError:
                    time.sleep(0.2)
            print(json.dumps(measure(port, server.pid, given.slow, given.seconds), indent=2))
        finally:
            server.terminate()
            server.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
