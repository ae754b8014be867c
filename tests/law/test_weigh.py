"""`python -m putright.law.weigh`, as someone outside would use it to check the law."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from putright.law import words
from putright.law.questions import FACTS, QUESTIONS
from putright.law.weigh import main

ROOT = Path(__file__).resolve().parents[2]


def run(tmp_path: Path, written: object, *options: str) -> int:
    path = tmp_path / "facts.json"
    path.write_text(written if isinstance(written, str) else json.dumps(written), "utf-8")
    return main(["--on", "2026-03-27", str(path), *options])


def test_bare_facts_are_weighed_for_recording(tmp_path, capsys) -> None:
    assert run(tmp_path, {"complainant_wishes_recording": "yes"}) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["question"], told["answer"], told["on"]) == ("recording", "yes", "2026-03-27")
    assert told["rules"] == [{"id": "REC-1", "source": "PRA 2002 Sch 3 para 2(6A)(a)", "recalled": False}]


def test_a_file_may_name_its_question_and_the_option_wins(tmp_path, capsys) -> None:
    sheet = {"question": "referral", "facts": {"serious_assault": "yes"}}
    assert run(tmp_path, sheet) == 0
    assert json.loads(capsys.readouterr().out)["question"] == "referral"
    assert run(tmp_path, sheet, "--question", "review_body") == 0
    assert json.loads(capsys.readouterr().out)["conclusion"] == "iopc"


@pytest.mark.parametrize(("written", "options", "says"), [
    ({"serious_asault": "yes"}, (), "The nearest is “serious_assault”"),
    ({"serious_assault": "ye"}, (), "The nearest is “yes”"),
    ({}, ("--question", "recordin"), "The nearest is “recording”"),
    ("[1, 2]", (), "must hold facts by name"),
    ("{", (), "is not JSON"),
    ("[" * 100_000, (), "is not JSON"),
    ('{"serious_assault": "yes", "serious_assault": "no"}', (), "given twice"),
    ({"facts": "yes"}, (), "There is no fact called “facts”"),
])
def test_what_is_wrong_is_said_in_a_sentence_and_nothing_is_printed(tmp_path, capsys, written, options, says) -> None:
    assert run(tmp_path, written, *options) == 2
    told = capsys.readouterr()
    assert says in told.err
    assert told.out == ""


@pytest.mark.parametrize(("argv", "says"), [
    (["facts.json"], "Give one with --on"), (["--on", "2026-02-30", "facts.json"], "“2026-02-30” is not a day"),
    (["--on", "2026-03-27"], "Name the file"), (["--on", "2026-03-27", "no-such-file.json"], "cannot be read"),
])
def test_a_day_or_file_that_is_not_there_is_refused(capsys, argv, says) -> None:
    assert main(argv) == 2
    assert says in capsys.readouterr().err
    assert main([*argv, "--language", "cy"]) == 2
    assert "None" not in capsys.readouterr().err


def test_refusals_can_be_read_in_welsh(tmp_path, capsys) -> None:
    assert run(tmp_path, {"serious_asault": "yes"}, "--language", "cy") == 2
    assert "Nid oes ffaith" in capsys.readouterr().err


def test_facts_may_come_from_standard_input(monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"called_in_by_iopc": "no"}'))
    assert main(["--on", "2026-03-27", "-", "--question", "referral"]) == 0
    assert json.loads(capsys.readouterr().out)["answer"] == "not_known"


def test_the_list_prints_every_question_and_every_fact_with_its_meaning(capsys) -> None:
    assert main(["--list"]) == 0
    told = capsys.readouterr().out
    assert all(f"{name}: " in told for name in QUESTIONS)
    assert all(f"  {fact}: {words.fact_question(fact, 'en')}\n      {words.fact_meaning(fact, 'en')}" in told for fact in FACTS)
    assert main(["--list", "--question", "body", "--language", "cy"]) == 0
    assert capsys.readouterr().out.startswith("body: Pa gorff")


def test_it_runs_as_a_program_with_no_installed_package_at_all(tmp_path) -> None:
    """-S leaves every installed package out, so nothing but the standard library and this room can be imported."""
    path = tmp_path / "facts.json"
    path.write_text('{"body_decides_recording": "yes"}', "utf-8")
    command = [sys.executable, "-S", "-m", "putright.law.weigh", "--on", "2026-03-27", str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert json.loads(ran.stdout)["answer"] == "yes"
    modules = "import putright.law.due, putright.lawbook.handbook, putright.law.body"
    subprocess.run([sys.executable, "-S", "-c", modules], check=True, cwd=ROOT)


def test_the_list_of_a_misspelt_question_is_refused_with_the_nearest(capsys) -> None:
    assert main(["--list", "--question", "voluntary_referal"]) == 2
    told = capsys.readouterr()
    assert (told.out, "nearest is “voluntary_referral”" in told.err) == ("", True)


def test_explain_prints_why_and_what_would_change_it(tmp_path, capsys) -> None:
    sheet = {"question": "withdrawal", "facts": {"signed_withdrawal": "yes", "wishes_to_go_on": "no"}}
    assert run(tmp_path, sheet, "--explain") == 0
    told = json.loads(capsys.readouterr().out)
    assert [reason["id"] for reason in told["because"]] == ["WDR-1", "WDR-6"]
    assert {change["fact"] for change in told["changes"]} >= {"wishes_to_go_on"}
