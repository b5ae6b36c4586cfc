"""The lockfiles fit what they were made from, carry hashes, and name no registry."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.version import Version
from tests.packaging.locks import LOCKS, REQUIREMENTS, lines, locked, pins, version_of


def wanted(name: str, pyproject: dict[str, Any]) -> list[str]:
    """The requirements that a lock was made from."""
    project, groups = pyproject["project"], pyproject["dependency-groups"]
    extras = project["optional-dependencies"]
    made_from: dict[str, list[str]] = {
        "pip.txt": groups["pip"],
        "oldest-pip.txt": groups["oldest-pip"],
        "build.txt": groups["build"],
        "inventory.txt": groups["inventory"],
        "runtime.txt": project["dependencies"],
        "zensical.txt": [*project["dependencies"], *extras["zensical"]],
        "cluster.txt": [*project["dependencies"], *extras["cluster"]],
        "lowest.txt": [*project["dependencies"], *extras["zensical"], *extras["cluster"]],
        "dev.txt": [
            *project["dependencies"],
            *extras["zensical"],
            *extras["cluster"],
            *groups["pip"],
            *groups["build"],
            *groups["dev"],
        ],
    }
    return made_from[name]


@pytest.fixture(scope="module")
def pyproject(repository: Path) -> dict[str, Any]:
    return tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_locked_within_its_bounds(
    name: str, pyproject: dict[str, Any]
) -> None:
    for requirement in map(Requirement, wanted(name, pyproject)):
        within = [
            pin
            for pin in pins(name)
            if pin.name == requirement.name and requirement.specifier.contains(version_of(pin))
        ]
        assert len(within) == 1, requirement


def test_the_lowest_releases_are_those_of_the_bounds(pyproject: dict[str, Any]) -> None:
    lowest = locked("lowest.txt")

    for requirement in map(Requirement, wanted("lowest.txt", pyproject)):
        (bound,) = [each.version for each in requirement.specifier if each.operator == ">="]
        assert Version(lowest[requirement.name]) == Version(bound), requirement


def test_development_runs_on_the_versions_a_site_is_built_with() -> None:
    ours = locked("pip.txt", "build.txt", "zensical.txt", "cluster.txt")

    assert locked("runtime.txt").items() <= ours.items()
    assert ours.items() <= locked("dev.txt").items()


def test_everything_is_built_with_what_is_locked(pyproject: dict[str, Any]) -> None:
    asked = pyproject["build-system"]["requires"]

    assert asked
    assert set(asked) <= set(pyproject["dependency-groups"]["build"])


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_has_hashes(name: str) -> None:
    assert lines(name)
    for line in lines(name):
        assert "--hash=sha256:" in line


@pytest.mark.parametrize("name", LOCKS)
def test_the_requirements_name_no_registry(name: str) -> None:
    text = (REQUIREMENTS / name).read_text("utf-8")

    assert "://" not in text
    assert "index-url" not in text


def test_the_npm_lockfile_names_no_registry(repository: Path) -> None:
    packages = json.loads((repository / "package-lock.json").read_text("utf-8"))["packages"]
    installed = {path: entry for path, entry in packages.items() if path}

    assert installed
    for path, entry in installed.items():
        assert entry["integrity"].startswith("sha512-"), path
        assert "resolved" not in entry, path
