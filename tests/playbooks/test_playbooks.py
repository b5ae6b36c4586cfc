"""Playbooks of others, typed entry by entry in our own words: what they say finds a home of its own.

Each folder is a project. Its `entries.yml` names the source, and under each section of it where the entries of that
section stand in the project; `none` lists what no key takes. An entry is a line that says something by itself: a box
to tick, a row of a table, a question, a day or a target.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

import firstwin

FOLDER = Path(__file__).parent
PROJECTS = sorted(path.parent for path in FOLDER.glob("*/entries.yml"))

FREE_TEXT = re.compile(r"^\S+ (phases/[^/]+/(steps/[^/]+/)?)?(summary|text|body|notes/\w+)$")
"""Where a plan, a phase or a step tells something that is not typed. (The `text` of an item is the item.)"""


@dataclass(frozen=True, slots=True)
class Count:
    """How many entries a source has, and what became of them."""

    typed: int
    text: int
    none: int

    @property
    def entries(self) -> int:
        return self.typed + self.text + self.none


COUNTS = {
    "four-weeks": Count(typed=236, text=6, none=0),
    "go-live": Count(typed=218, text=0, none=0),
    "ninety-days": Count(typed=139, text=0, none=0),
}


def of_each_project() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.name)


@of_each_project()
def test_what_a_source_says_has_a_home(project: Path) -> None:
    count = counted(project)

    assert count == COUNTS[project.name]
    assert count.typed / count.entries >= 0.95


def counted(project: Path) -> Count:
    found = yaml.safe_load((project / "entries.yml").read_text("utf-8"))
    homes = [home for homes in found["sections"].values() for home in homes]
    files = {
        name: yaml.safe_load((project / name).read_text("utf-8"))
        for name in {home.partition(" ")[0] for home in homes}
    }
    assert all(value_at(files, home) for home in homes)
    texts = [home for home in homes if FREE_TEXT.match(home)]
    none = [entry for entries in (found["none"] or {}).values() for entry in entries]
    return Count(len(homes) - len(texts), len(texts), len(none))


def value_at(files: Mapping[str, Any], home: str) -> Any:
    """What stands at `FILE KEY/KEY/...`: a list is entered by the id of an element, or by its number."""
    file, _, keys = home.partition(" ")
    value = files[file]
    for key in keys.split("/"):
        value = value[key] if isinstance(value, dict) else element(value, key)
    return value


def element(values: list[Any], key: str) -> Any:
    if key.isdecimal():
        return values[int(key) - 1]
    (value,) = (value for value in values if value.get("id", value.get("use")) == key)
    return value


def test_every_project_is_counted() -> None:
    assert {project.name for project in PROJECTS} == set(COUNTS)


@of_each_project()
def test_it_is_checked_clean(project: Path) -> None:
    assert firstwin.check(project / "site_config.yml").diagnostics == ()


@pytest.mark.site
@of_each_project()
def test_it_builds(project: Path, tmp_path: Path, *, full: bool) -> None:
    """The team's edition has all that others have; those are built too where all trials are wanted."""
    editions = list(firstwin.Audience) if full else [firstwin.Audience.INTERNAL]

    built = firstwin.build(
        project / "site_config.yml",
        editions=editions,
        build_dir=tmp_path / "build",
        output=tmp_path / "site",
    )

    assert list(built.sites) == editions
