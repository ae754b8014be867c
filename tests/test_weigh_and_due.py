"""The two commands people check the law with from outside: their first line, their words, and how they refuse."""

import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from config.management.commands import due, weigh

ROOT = Path(__file__).resolve().parents[1]


def run(capsys, command, *arguments):
    """What the command line prints, what it complains of, and how it ends."""
    code = 0
    try:
        command.Command().run_from_argv(["manage", command.__name__.rpartition(".")[2], *arguments])
    except SystemExit as end:
        code = end.code
    out, err = capsys.readouterr()
    return out, err, code


@pytest.mark.parametrize(
    ("promise", "from_", "moment"),
    [
        ("first-contact", "2026-03-27T16:50", "2026-03-30T17:00:00+01:00"),
        ("first-contact", "2026-03-27T17:50", "2026-03-31T17:00:00+01:00"),
        ("refer", "2026-03-27T16:50", "2026-04-06T23:59:59+01:00"),
        ("iopc-referral", "2026-03-27T16:50", "2026-03-28T23:59:59+00:00"),
        ("update", "2026-03-27T16:50", "2026-04-24T23:59:59+01:00"),
        ("outcome", "2026-04-01T10:00", "2026-04-10T23:59:59+01:00"),
        ("outcome", "2026-04-01T09:00Z", "2026-04-10T23:59:59+01:00"),
    ],
)
def test_due_prints_the_moment_first_and_its_working_out_below(capsys, promise, from_, moment):
    out, err, code = run(capsys, due, promise, "--from", from_)
    first, *below = out.splitlines()
    assert (first, err, code) == (moment, "", 0)
    assert below[0].startswith("It starts on") and len(below) > 2


def test_due_counts_by_the_office_asked_for_and_says_whose_promise_it_is(capsys):
    out, _, _ = run(capsys, due, "refer", "--from", "2014-11-03T10:00", "--office", "dyfed-powys", "--language", "cy")
    assert out.startswith("2014-11-13T23:59:59+00:00\n") and "Ein haddewid: “Os na allwn unioni pethau" in out


def test_due_says_when_there_was_no_such_promise_yet(capsys):
    out, _, code = run(capsys, due, "update", "--from", "2014-11-03T10:00")
    assert code == 0 and "There was no such promise on that day." in out and "Saturday 1 February 2020" in out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["updat", "--from", "2026-03-27"], "There is no promise called “updat”. The nearest is “update”."),
        (["update", "--from", "2026-02-30"], "“2026-02-30” is not a date and time. Write it like 2026-03-27T16:50."),
        (["update", "--from", "2026-03-29T01:30"], "did not happen in London: the clocks went forward."),
        (["outcome", "--from", "2099-01-01"], "We hold the bank holidays of England and Wales from"),
        (["update", "--from", "2026-03-27", "--office", "esex"], 'no office called "esex". Did you mean "essex"?'),
    ],
)
def test_due_refuses_in_a_sentence_with_the_nearest_right_one(capsys, arguments, sentence):
    out, err, code = run(capsys, due, *arguments)
    assert (out, code) == ("", 1) and sentence in err and "Traceback" not in err


def weighed(capsys, facts, tmp_path, *arguments):
    (tmp_path / "facts.json").write_text(json.dumps(facts))
    out, _, code = run(capsys, weigh, "--on", "2026-03-27", str(tmp_path / "facts.json"), *arguments)
    assert code == 0
    return json.loads(out)


def test_weigh_prints_the_finding(capsys, tmp_path):
    found = weighed(capsys, {"complainant_wishes_recording": "yes"}, tmp_path)
    assert (found["question"], found["answer"]) == ("recording", "yes")
    assert [(row["id"], row["source"]) for row in found["rules"]] == [("REC-1", "PRA 2002 Sch 3 para 2(6A)(a)")]
    assert "death_or_serious_injury" in found["missing"]


def test_weigh_gives_the_same_text_whatever_order_the_facts_are_in(capsys, tmp_path):
    facts = {"serious_assault": "yes", "serious_corruption": "yes", "death_or_serious_injury": "no"}
    said = []
    for order in (list(facts), list(reversed(facts))):
        (tmp_path / "facts.json").write_text(json.dumps({fact: facts[fact] for fact in order}))
        said.append(run(capsys, weigh, "--on", "2026-03-27", str(tmp_path / "facts.json"), "--question", "referral"))
    assert said[0] == said[1] and list(json.loads(said[0][0]))[:4] == ["question", "answer", "rules", "missing"]


def test_weigh_reads_standard_input(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO('{"serious_assault": "not_known"}'))
    out, _, _ = run(capsys, weigh, "--on", "2026-03-27", "-")
    assert json.loads(out)["answer"] == "not_known"


def test_weigh_lists_what_may_be_asked(capsys):
    out, _, code = run(capsys, weigh, "--list")
    assert code == 0 and "referral: " in out and "  serious_assault: " in out


@pytest.mark.parametrize("facts", ['{"serious_asault": "yes"}', '{"serious_assault": true}', "[]", "not JSON"])
def test_weigh_refuses_in_a_sentence(capsys, tmp_path, facts):
    (tmp_path / "facts.json").write_text(facts)
    out, err, code = run(capsys, weigh, "--on", "2026-03-27", str(tmp_path / "facts.json"))
    assert (out, code) == ("", 1) and len(err.splitlines()) == 1 and "Traceback" not in err


def test_both_answer_without_a_database(tmp_path):
    """A database that cannot be opened is no hindrance. Prints how long starting and answering took."""
    settings = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none", "PUTRIGHT_MODE": "test", "PYTHONPATH": str(ROOT)}
    environment = {**os.environ, **settings, "DJANGO_SETTINGS_MODULE": "config.settings"}
    commands = (["due", "update", "--from", "2026-03-27T16:50"], ["weigh", "--on", "2026-03-27", "-"])
    for command in commands:
        began = time.monotonic()
        ended = subprocess.run(
            [sys.executable, "-P", "-m", "django", *command], input="{}", env=environment, cwd=tmp_path,
            capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        assert ended.returncode == 0, ended.stderr
        print(f"{command[0]}: {time.monotonic() - began:.2f} s")
