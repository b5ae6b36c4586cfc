"""The lockfiles fit what they were made from, carry hashes, and name no registry."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

LOCKS = ("runtime.txt", "dev.txt")


@pytest.fixture(scope="module")
def pyproject(repository: Path) -> dict[str, Any]:
    return tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))


def locked(repository: Path, name: str) -> dict[str, Requirement]:
    text = (repository / "requirements" / name).read_text("utf-8").replace("\\\n", "")
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    assert all("--hash=sha256:" in line for line in lines)
    pins = [Requirement(re.split(r"\s+--hash", line)[0]) for line in lines]
    return {pin.name: pin for pin in pins}


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_locked_within_its_bounds(
    name: str, repository: Path, pyproject: dict[str, Any]
) -> None:
    project, groups = pyproject["project"], pyproject["dependency-groups"]
    wanted = [*project["dependencies"], *groups["build"]]
    if name == "dev.txt":
        wanted += [*project["optional-dependencies"]["zensical"], *groups["dev"]]

    pins = locked(repository, name)

    for requirement in map(Requirement, wanted):
        (pin,) = pins[requirement.name].specifier
        assert requirement.specifier.contains(pin.version), requirement


def test_development_runs_on_the_versions_a_site_is_built_with(repository: Path) -> None:
    runtime, dev = (locked(repository, name) for name in LOCKS)

    assert runtime.items() <= dev.items()


@pytest.mark.parametrize("name", LOCKS)
def test_the_requirements_name_no_registry(name: str, repository: Path) -> None:
    text = (repository / "requirements" / name).read_text("utf-8")

    assert "://" not in text
    assert "index-url" not in text


def test_the_npm_lockfile_names_no_registry(repository: Path) -> None:
    packages = json.loads((repository / "package-lock.json").read_text("utf-8"))["packages"]
    installed = {path: entry for path, entry in packages.items() if path}

    assert installed
    for path, entry in installed.items():
        assert entry["integrity"].startswith("sha512-"), path
        assert "resolved" not in entry, path
