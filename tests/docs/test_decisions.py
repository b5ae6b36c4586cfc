"""Every dependency has its decision, and every decision its place in the index."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "decisions"
DECISIONS = sorted(FOLDER.glob("[0-9]*.md"))
INDEX = (FOLDER / "README.md").read_text("utf-8")
MOST_LINES = 30


def test_every_dependency_is_in_the_index() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project, groups = pyproject["project"], pyproject["dependency-groups"]
    wanted = [
        *pyproject["build-system"]["requires"],
        *project["dependencies"],
        *(each for extra in project["optional-dependencies"].values() for each in extra),
        *(each for group in groups.values() for each in group),
    ]
    node = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    needed = {Requirement(each).name for each in wanted} | set(node)

    indexed = re.findall(r"`([\w.-]+)`", INDEX)

    assert sorted(needed) == sorted(indexed)


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_is_short_and_in_its_place(path: Path) -> None:
    text = path.read_text("utf-8")
    title = text.splitlines()[0].removeprefix("# ")

    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert len(text.splitlines()) <= MOST_LINES
    assert f"| [{int(path.stem[:4])}: {title}]({path.name}) |" in INDEX


def test_no_two_decisions_share_a_number() -> None:
    numbers = [path.stem[:4] for path in DECISIONS]
    assert sorted(set(numbers)) == numbers
