"""The HTML of the built sites is valid, by a validator that others keep."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.built.building import Sites

VALIDATE = Path(__file__).with_name("validate.mjs")
SITES = [
    ("reference", "customer", "mkdocs"),
    ("reference", "internal", "mkdocs"),
    ("reference", "customer", "zensical"),
    ("new", "customer", "mkdocs"),
    ("small", "internal", "mkdocs"),
]

Validate = Callable[..., list[str]]


@pytest.fixture
def validate(node: Path) -> Validate:
    """What the validator finds in the pages of some folders."""

    def run(*folders: Path) -> list[str]:
        done = subprocess.run([node, VALIDATE, *folders], check=True, stdout=subprocess.PIPE)
        found = json.loads(done.stdout)
        assert found["pages"] == sum(len([*folder.rglob("*.html")]) for folder in folders)
        return [f"{each['path']}:{each['line']}: {each['message']}" for each in found["faults"]]

    return run


def test_html_is_valid(validate: Validate, sites: Sites) -> None:
    """By one process for all: it takes half a second to begin, and is quicker the longer it runs."""
    assert validate(*(sites.site(*which).folder for which in SITES)) == []


def test_html_that_is_not_valid_is_found(validate: Validate, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p><div id='x' id='x'></p>", "utf-8")
    assert validate(tmp_path)
