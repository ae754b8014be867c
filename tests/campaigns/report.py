"""What a campaign leaves behind: the commit that ran, versions, seed, settings, counts, and one command to run it again.

Evidence is written only from a tree that is exactly its commit, before and after the run; --try runs without writing."""

import argparse
import json
import platform
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import django

from .faults import ROOT

EVIDENCE = ROOT / "docs" / "evidence"
BY_HAND = "\n## What people made of it\n"  # the last section of a page; a run that prints the page again keeps it
BOUND_FROM = 30  # faults; with fewer the bound says nothing


class NotCommitted(SystemExit):
    """The tree is not a commit, so nobody could run the same again."""


def commit() -> str:
    """The id of the commit this tree is. Refuses (NotCommitted) a tree with anything else in it than evidence."""
    different = git("status", "--porcelain", "--", ".", ":(exclude)docs/evidence")
    if different:
        raise NotCommitted(f"Evidence is of a commit, and this tree differs from its own. Commit, or add --try.\n{different}")
    return git("rev-parse", "HEAD")


def git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotCommitted(f"Evidence is of a commit, and git says: {done.stderr.strip()}. Add --try to run without it.")
    return done.stdout.strip()


def by_hand(fresh: str, before: str) -> str:
    """A page printed again keeps what people wrote at the end of the last one, under the heading that says so."""
    written = before.partition(BY_HAND)[2]
    return f"{fresh}{BY_HAND}{written}" if written else fresh


def words(about: str | None) -> argparse.ArgumentParser:
    """What every campaign may be told."""
    made = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--seed", type=int, default=1)
    made.add_argument("--database", choices=["sqlite", "postgresql", "both"], default="both")
    made.add_argument("--try", dest="trial", action="store_true", help="write no evidence; the tree need not be a commit")
    return made


def databases(which: str) -> tuple[str, ...]:
    return ("sqlite", "postgresql") if which == "both" else (which,)


@dataclass
class Report:
    """Runs, as JSON and as a page. Says the bound: none lost in N faults means under 3/N a fault."""

    name: str
    command: str
    seed: int
    settings: dict[str, Any]
    trial: bool = False
    runs: list[dict[str, Any]] = field(default_factory=list)
    commit: str = ""

    def __post_init__(self) -> None:
        self.commit = "none: a trial" if self.trial else commit()

    def add(self, run: dict[str, Any]) -> None:
        self.runs.append(run)
        print(json.dumps(run, ensure_ascii=False), flush=True)

    @property
    def kept(self) -> bool:
        return bool(self.runs) and all(run["as_expected"] for run in self.runs)

    def versions(self) -> dict[str, str]:
        return {"python": platform.python_version(), "django": django.get_version(), "commit": self.commit}

    def save(self, folder: Path = EVIDENCE) -> None:
        """Write both files. Refuses (NotCommitted) when the tree changed during the run."""
        if self.trial:
            return
        if commit() != self.commit:
            raise NotCommitted(f"The tree was {self.commit} when this began and is another now; no evidence was written.")
        folder.mkdir(parents=True, exist_ok=True)
        whole = {
            "campaign": self.name, "replay": self.command, "seed": self.seed, "kept": self.kept,
            "versions": self.versions(), "settings": self.settings, "runs": self.runs,
        }  # fmt: skip
        (folder / f"{self.name}.json").write_text(json.dumps(whole, indent=2, ensure_ascii=False) + "\n")
        page = folder / f"{self.name}.md"
        page.write_text(by_hand(self.page(), page.read_text() if page.exists() else ""))

    def page(self) -> str:
        versions = ", ".join(f"{what} {which}" for what, which in self.versions().items())
        lines = [f"# {self.name}", "", f"`{self.command}`", "", f"Seed {self.seed}; {versions}.", ""]
        lines += [f"- {name}: {value}" for name, value in self.settings.items()]
        columns = list(dict.fromkeys(name for run in self.runs for name in run))
        lines += ["", "| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
        lines += ["| " + " | ".join(str(run.get(name, "")) for name in columns) + " |" for run in self.runs]
        faults = sum(run.get("kills", 0) for run in self.runs if run.get("arm") == "ours")
        if self.kept and faults >= BOUND_FROM:
            lines += ["", f"None lost in {faults} faults: under {3 / faults:.1%} a fault at 95 % confidence."]
        expected = "our arm keeps the promise and a control arm breaks it; a control arm with no fault keeps it too"
        lines += ["", f"A run is as expected when {expected}.", ""]
        return "\n".join(lines)
