"""Evidence is of a commit: none is written from a tree that differs from its own, at the start or at the end."""

import json
import subprocess

import pytest

from . import report


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A checkout with one commit, in place of this one."""
    monkeypatch.setattr(report, "ROOT", tmp_path)
    (tmp_path / "house.py").write_text("one\n")
    commit(tmp_path, "init", "--quiet")
    change(tmp_path)
    return tmp_path


def commit(tree, *words):
    who = ["-c", "user.name=Sam", "-c", "user.email=sam@putright.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *words], cwd=tree, check=True)


def change(tree):
    commit(tree, "add", "--all")
    commit(tree, "commit", "--quiet", "--allow-empty", "--message=more")


def begun(**more):
    made = report.Report("made_up", "script/campaign made_up", 1, {}, **more)
    made.add({"arm": "ours", "kills": 30, "as_expected": True})
    return made


def test_a_report_names_the_commit_that_ran(tree):
    folder = tree / "docs" / "evidence"
    begun().save(folder)
    named = json.loads((folder / "made_up.json").read_text())["versions"]["commit"]
    assert len(named) == 40 and named in (folder / "made_up.md").read_text()
    begun().save(folder)  # evidence not yet committed is no difference


@pytest.mark.parametrize("name", ["house.py", "new.py"])
def test_a_tree_that_is_not_its_commit_is_refused_before_the_run(tree, name):
    (tree / name).write_text("two\n")
    with pytest.raises(report.NotCommitted, match=name):
        begun()


def test_a_tree_that_changed_during_the_run_gets_no_evidence(tree):
    made = begun()
    change(tree)
    with pytest.raises(report.NotCommitted, match="no evidence was written"):
        made.save(tree / "docs" / "evidence")
    assert not (tree / "docs").exists()


def test_a_trial_runs_anywhere_and_writes_nothing(tree):
    (tree / "house.py").write_text("two\n")
    begun(trial=True).save(tree / "docs" / "evidence")
    assert not (tree / "docs").exists()


def test_what_people_wrote_at_the_end_of_a_page_is_kept_when_it_is_printed_again(tree):
    folder = tree / "docs" / "evidence"
    made = begun()
    made.save(folder)
    page = folder / "made_up.md"
    written = f"{report.BY_HAND}\nThe second arm was slow: its disk was full.\n"
    page.write_text(page.read_text() + written)
    made.add({"arm": "ours", "kills": 31, "as_expected": True})
    made.save(folder)
    assert page.read_text().endswith(written) and "| ours | 31 | True |" in page.read_text()
    assert report.by_hand("new", "old") == "new"
