"""The HTML of the built sites is valid, by a validator that others keep."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.built.building import Sites

CONFIG = Path(__file__).with_name("html-validate.mjs")

Validate = Callable[[Path], list[str]]


@pytest.mark.parametrize(
    "which",
    [
        ("reference", "customer", "mkdocs"),
        ("reference", "internal", "mkdocs"),
        ("reference", "customer", "zensical"),
        ("new", "customer", "mkdocs"),
        ("small", "internal", "mkdocs"),
    ],
    ids="-".join,
)
def test_html_is_valid(validate: Validate, sites: Sites, which: tuple[str, str, str]) -> None:
    assert not validate(sites.site(*which).folder)


def test_html_that_is_not_valid_is_found(validate: Validate, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p><div id='x' id='x'></p>", "utf-8")
    assert validate(tmp_path)


@pytest.fixture
def validate(repository: Path, node: Path, tmp_path_factory: pytest.TempPathFactory) -> Validate:
    """What the validator finds in the pages of a folder."""
    tool = repository / "node_modules/html-validate/bin/html-validate.mjs"
    found = tmp_path_factory.mktemp("html-validate") / "found.json"
    options = ["--config", str(CONFIG), "--formatter", f"json={found}", "--ext", "html"]

    def run(folder: Path) -> list[str]:
        # Its status says whether it found anything; a file it did not write, that it failed.
        subprocess.run([node, tool, *options, folder], check=False)
        return faults(json.loads(found.read_text("utf-8")), folder)

    return run


def faults(pages: list[dict[str, Any]], folder: Path) -> list[str]:
    return [
        f"{Path(page['filePath']).relative_to(folder)}:{found['line']}: {found['ruleId']}: "
        f"{found['message']}"
        for page in pages
        for found in page["messages"]
    ]
