"""The handbook on disk is the handbook the rows print."""

from pathlib import Path

import pytest

from putright.law.questions import QUESTIONS, RULES
from putright.lawbook import handbook


def test_the_committed_handbook_is_current() -> None:
    assert handbook.stale_pages() == []
    assert handbook.main(["--check"]) == 0


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    pages = tmp_path / "docs" / "handbook"
    monkeypatch.setattr(handbook, "PAGES", pages)
    assert handbook.main([]) == 0
    return pages


def test_run_as_a_program_it_checks_only_when_it_is_told_to(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (elsewhere / "en" / "old.md").write_text("left over", "utf-8")
    for argv, ends in ((["handbook", "--check"], 1), (["handbook"], 0)):
        monkeypatch.setattr("sys.argv", argv)
        assert handbook.main() == ends


def test_a_changed_a_missing_and_a_left_over_page_are_each_named(elsewhere: Path, capsys) -> None:
    (elsewhere / "en" / "referral.md").write_text("changed", "utf-8")
    (elsewhere / "cy" / "body.md").unlink()
    (elsewhere / "en" / "old.md").write_text("left over", "utf-8")
    assert handbook.main(["--check"]) == 1
    told = capsys.readouterr().err
    assert all(name in told for name in ("en/referral.md", "cy/body.md", "en/old.md"))
    assert len(told.splitlines()) == 3


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_row_is_printed_with_its_source_and_recalled_rows_are_marked(language: str) -> None:
    printed = handbook.pages()
    mark = {"en": "**Recalled: check", "cy": "**O’r cof: gwiriwch"}[language]
    for rule in RULES:
        line = next(line for line in printed[f"{language}/{rule.question}.md"].splitlines() if line.startswith(f"| {rule.id} |"))
        assert rule.source in line
        assert (mark in line) == rule.recalled


def test_both_languages_have_the_same_pages_and_tables_of_the_same_size() -> None:
    printed = handbook.pages()
    english = {name.removeprefix("en/"): text for name, text in printed.items() if name.startswith("en/")}
    assert set(english) == {f"{name}.md" for name in (*QUESTIONS, "index", *handbook.LISTS)}
    for name, text in english.items():
        welsh = printed[f"cy/{name}"]
        assert [line.count("|") for line in text.splitlines()] == [line.count("|") for line in welsh.splitlines()], name
