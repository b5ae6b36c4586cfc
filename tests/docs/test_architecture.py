"""docs/architecture.md is true to the code: its stages, its types, its packages, its order."""

import ast
import re
import tomllib
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import get_type_hints

import pytest

ROW = re.compile(r"^\| +\d* *\| [a-z ]+ \| `([\w.]+)` \| (.*?) \| (.*?) \|$", re.MULTILINE)
PAGE = Path(__file__).resolve().parents[2] / "docs" / "architecture.md"
STAGES = ROW.findall(PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("function", "out"), [(stage[0], stage[2]) for stage in STAGES])
def test_a_stage_exists_and_returns_what_the_page_says(function: str, out: str) -> None:
    module, _, name = function.rpartition(".")
    stage = getattr(import_module(module), name)
    named = re.match(r"`(\w+)`", out)
    if named:
        assert named[1] in str(get_type_hints(stage)["return"])


def test_the_page_shows_every_stage() -> None:
    assert len(STAGES) == 9


def test_the_packages_stand_in_the_order_that_the_contract_holds(repository: Path) -> None:
    settings = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    contract = settings["tool"]["importlinter"]["contracts"][0]
    held = [name for layer in contract["layers"] for name in re.findall(r"\w+", layer)]
    text = PAGE.read_text(encoding="utf-8").split("## Where things live")[1]
    table = [
        name for row in re.findall(r"^\| (`.*?) \|", text, re.MULTILINE) for name in _names(row)
    ]
    beside = {"dates", "errors", "names", "templates", "__main__"}
    assert [name for name in table if name in held] == [name for name in held if name not in beside]
    for name in held:
        assert f"`{name}`" in text or name == "__main__", f"{name} is not on the page"


def test_every_name_on_the_page_is_one_of_ours(repository: Path) -> None:
    ours = {"firstwin", "mkdocs", "yml", "pyproject", "toml"}
    for module in (repository / "generator/firstwin").rglob("*.py"):
        ours |= {module.stem, module.parent.name, *_defined_in(module)}
    ours |= {path.name for path in (repository / "generator/firstwin").iterdir()}
    named = re.findall(r"`((?:\w+[.])*[A-Za-z]\w*)`", PAGE.read_text("utf-8"))
    dotted_or_types = {name for name in named if "." in name or name[0].isupper()}
    assert len(dotted_or_types) > 20
    assert {name for name in dotted_or_types if not ours.issuperset(name.split("."))} == set()


def test_every_package_of_the_table_is_there(repository: Path) -> None:
    section = PAGE.read_text("utf-8").split("## Where things live")[1].split("\n## ")[0]
    rows = [
        name for row in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE) for name in _names(row)
    ]
    there = {path.stem for path in (repository / "generator/firstwin").iterdir()}
    assert rows
    assert [name for name in rows if name not in there] == []


def _defined_in(module: Path) -> set[str]:
    tree = ast.walk(ast.parse(module.read_text("utf-8")))
    return {node.name for node in tree if isinstance(node, ast.ClassDef | ast.FunctionDef)}


def _names(row: str) -> list[str]:
    return re.findall(r"`(\w+)`", row)


def test_one_name_is_one_thing(repository: Path) -> None:
    """But for a document, which YAML has and readers fill in: both are the words of their fields."""
    found = Counter(
        node.name
        for module in (repository / "generator").rglob("*.py")
        for node in ast.parse(module.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, times in found.items() if times > 1] == ["Document"]


def test_a_name_says_what_a_thing_is(repository: Path) -> None:
    """And not that somebody said, kept or wrote it: of what these words are the names, nobody can guess."""
    nothing = {"board", "closer", "described", "kept", "said", "told", "whole", "written"}
    assert [
        f"{module.name}: {node.name}"
        for folder in ("generator", "tests", "tools")
        for module in (repository / folder).rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
        and node.name.lower().strip("_") in nothing
    ] == []
