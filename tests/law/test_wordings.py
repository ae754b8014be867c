"""The words of a row of the law are not changed in place: other words are another row, or a dated entry says why not."""

from datetime import date
from itertools import groupby
from pathlib import Path

import pytest

from putright.law import words

from . import wordings


def test_no_row_has_other_words_than_when_they_were_last_entered() -> None:
    changed = wordings.different(wordings.entries())
    assert not changed, (
        f"The words of {', '.join(changed)} are new, or changed in place. If they mean something else, end the row and begin"
        " another. If not, or if the row is new: python -m tests.law.wordings --on DAY --why WHY"
    )


def test_a_row_that_is_law_no_more_has_an_end_and_is_not_removed() -> None:
    assert not set(wordings.latest(wordings.entries())) - set(wordings.rows())


def test_every_entry_is_dated_says_why_and_follows_the_one_before() -> None:
    held = wordings.entries()
    assert all(date.fromisoformat(entry.on) and entry.why.strip() and len(entry.fingerprint) == 16 for entry in held)
    for name, of in groupby(sorted(held, key=lambda entry: entry.rule), key=lambda entry: entry.rule):
        one = list(of)
        assert [entry.on for entry in one] == sorted(entry.on for entry in one), name
        assert all(a.fingerprint != b.fingerprint for a, b in zip(one, one[1:], strict=False)), name


@pytest.mark.parametrize("part", ["if_yes", "fact_question", "fact_meaning"])
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_one_word_changed_in_either_language_is_found(monkeypatch: pytest.MonkeyPatch, part: str, language: str) -> None:
    """The control: changed in place, it is named; entered with a day and a reason, it is known."""
    real, rule = getattr(words, part), next(iter(wordings.rows().values()))
    key = rule.id if part == "if_yes" else rule.fact

    def said(name: str, asked: str) -> str:
        return real(name, asked) + ("!" if (name, asked) == (key, language) else "")

    monkeypatch.setattr(words, part, said)
    assert rule.id in wordings.different(wordings.entries())


def test_an_entry_is_added_for_what_is_different_and_what_was_there_stays(tmp_path: Path, capsys) -> None:
    file = tmp_path / "wordings.csv"
    kept = wordings.entries()
    file.write_text(wordings.FILE.read_text("utf-8").rpartition("\n" + kept[-1].rule)[0] + "\n", "utf-8")
    assert wordings.different(wordings.entries(file)) == [kept[-1].rule]
    assert wordings.main(["--on", "2027-04-06", "--why", "A test"], file) == 0
    assert wordings.entries(file)[:-1] == kept[:-1] and wordings.entries(file)[-1].on == "2027-04-06"
    assert wordings.different(wordings.entries(file)) == [] and kept[-1].rule in capsys.readouterr().out
