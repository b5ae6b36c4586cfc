"""The bill of materials is what is installed: all of it, and nothing else."""

import importlib.metadata
import json
import re
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from packaging.utils import canonicalize_name
from tests.packaging.locks import locked

VALIDATE = """
import sys
from pathlib import Path
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
print(JsonStrictValidator(SchemaVersion.V1_6).validate_str(Path(sys.argv[1]).read_text("utf-8")))
"""

PLAIN_ADDRESS = re.compile(
    r'"url": "(?:git\+)?(?:https?|ssh)://(?:git@)?[a-zA-Z0-9.-]+(?:/[\w.@~+-]*)*(?:\?[\w=&-]+)?(?:#[\w./-]+)?"',
    re.ASCII,
)
"""An address of signs that the grammar of addresses takes anywhere, as it stands in a bill."""

pytestmark = pytest.mark.xdist_group("sbom")


@pytest.fixture(scope="module")
def bill(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("materials") / "dist/firstwin.cdx.json"
    said = subprocess.run(
        [sys.executable, repository / "tools/sbom.py", path],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert re.fullmatch(rf"Wrote \d+ components to {re.escape(str(path))}\n", said.stdout)
    return path


@pytest.fixture(scope="module")
def materials(bill: Path) -> dict[str, Any]:
    found = json.loads(bill.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def listed(materials: dict[str, Any], kind: str) -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (component["name"], component["version"]): component
        for component in materials["components"]
        if component["purl"].startswith(f"pkg:{kind}/")
    }


def test_it_lists_the_python_packages_that_are_installed(materials: dict[str, Any]) -> None:
    installed = {
        (canonicalize_name(each.name), each.version) for each in importlib.metadata.distributions()
    }
    root = materials["metadata"]["component"]

    found = {(canonicalize_name(name), number) for name, number in listed(materials, "pypi")}

    (ours,) = installed - found
    assert ours[0] == root["name"] == "firstwin"
    assert found <= installed
    assert found == set(locked("dev.txt").items())


def test_it_lists_the_npm_packages_that_are_installed(
    materials: dict[str, Any], repository: Path
) -> None:
    """What lies on the disk is walked: npm's own note of it is what the list was made from."""
    installed = set()
    for path in repository.joinpath("node_modules").rglob("package.json"):
        above = path.parent.parent
        if (above.parent if above.name.startswith("@") else above).name == "node_modules":
            package = json.loads(path.read_text("utf-8"))
            installed.add((package["name"], package["version"]))

    assert len(installed) > 100
    assert set(listed(materials, "npm")) == installed


def test_each_says_what_it_is_for(materials: dict[str, Any]) -> None:
    scopes = {
        canonicalize_name(name): component["scope"]
        for (name, _), component in listed(materials, "pypi").items()
    }

    of = {scope: {n for n, s in scopes.items() if s == scope} for scope in set(scopes.values())}
    assert of["required"] == set(locked("runtime.txt"))
    assert of["optional"] == set(locked("zensical.txt", "cluster.txt")) - of["required"]
    assert of["excluded"] == set(scopes) - of["required"] - of["optional"]
    assert {each["scope"] for each in listed(materials, "npm").values()} == {"excluded"}


def test_every_package_that_a_site_is_built_with_names_its_licence(
    materials: dict[str, Any],
) -> None:
    unsaid = {
        "partd"
    }  # its wheel brings the text of BSD-3-Clause, and calls it "BSD", which is no name of one
    for component in materials["components"]:
        if component["scope"] != "excluded" and component["name"] not in unsaid:
            assert component.get("licenses"), component["name"]


def test_it_is_valid(bill: Path, tmp_path: Path) -> None:
    """The validator needs longest for addresses, each for itself: a plain one becomes a short one first."""
    numbers = count()
    shortened = PLAIN_ADDRESS.sub(lambda _: f'"url": "a:{next(numbers)}"', bill.read_text("utf-8"))
    (tmp_path / "bill.json").write_text(shortened, "utf-8")

    python = Path(sys.prefix) / "inventory/bin/python"
    said = subprocess.run(
        [python, "-c", VALIDATE, tmp_path / "bill.json"],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )

    assert next(numbers) > 300
    assert said.stdout == "None\n"


def test_the_same_installation_gives_the_same_bytes(
    bill: Path, repository: Path, tmp_path: Path
) -> None:
    subprocess.run(
        [sys.executable, repository / "tools/sbom.py", tmp_path / "again.json"], check=True
    )

    assert (tmp_path / "again.json").read_bytes() == bill.read_bytes()
    assert str(repository).encode() not in bill.read_bytes()
