"""Each promise on the page about security is tried by tests that are there, as often as the page says."""

import ast
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.conftest import COLLECTED

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/security.md").read_text("utf-8")
PROMISES = 47
TRIED = re.compile(r"`([\w/]+\.py)::(\w+)(\[[^\]`]+\])?`(?: \((\d+)\))?")


@dataclass(frozen=True)
class Row:
    number: int
    promise: str
    tests: str


ROWS = [
    Row(int(number), promise, tests)
    for number, promise, _, tests in re.findall(
        r"^\| (\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE
    )
]


@pytest.fixture(scope="module")
def collected(request: pytest.FixtureRequest) -> Counter[str]:
    """How many cases each test has that a row names, and each case by its own name."""
    wanted = {f"{file}::{test}" for row in ROWS for file, test, *_ in TRIED.findall(row.tests)}
    cases = request.config.stash[COLLECTED]
    found = counted(cases)
    return found if wanted <= set(found) else counted(collect(wanted))


def collect(tests: Iterable[str]) -> list[str]:
    """The cases of the files in which these stand, where this run is of a part of them alone."""
    files = sorted({f"tests/{test.partition('::')[0]}" for test in tests})
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--collect-only",
        "--quiet",
        "-p",
        "no:cacheprovider",
    ]
    said = subprocess.run(
        [*command, "--numprocesses", "0", *files],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")},
        check=False,  # what it printed says more than its exit status
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert said.returncode == 0, said.stdout
    return said.stdout.splitlines()


def counted(cases: Iterable[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for line in cases:
        case = line.removeprefix("tests/")
        found[case] += 1
        if "[" in case:
            found[case.partition("[")[0]] += 1
    return found


def examples(file: str, test: str) -> int:
    """How many examples hypothesis makes for each case of a test."""
    tree = ast.parse((ROOT / "tests" / file).read_text("utf-8"))
    (function,) = [n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == test]
    told = [
        keyword.value.value
        for decorator in function.decorator_list
        if isinstance(decorator, ast.Call)
        for keyword in decorator.keywords
        if keyword.arg == "max_examples" and isinstance(keyword.value, ast.Constant)
    ]
    return int(str(told[0])) if told else 1


def test_every_promise_has_its_row_in_order() -> None:
    assert [row.number for row in ROWS] == list(range(1, PROMISES + 1))


@pytest.mark.xdist_group("promises")
@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.number))
def test_a_promise_is_tried_as_often_as_is_said(row: Row, collected: Counter[str]) -> None:
    tried = TRIED.findall(row.tests)

    assert tried
    assert TRIED.sub("", row.tests).replace(", ", "") == ""
    for file, test, case, told in tried:
        there = collected[f"{file}::{test}{case}"] * examples(file, test)
        assert there >= max(int(told or 1), 1), f"{file}::{test}{case}"


def test_the_folders_that_are_called_code_are_those_that_are_run(repository: Path) -> None:
    """Whoever reads the page has to know all that runs at a build."""
    operating = (repository / "docs/operating.md").read_text("utf-8")
    for folder in ("`templates/`", "`theme/"):
        assert folder in operating
        assert folder in PAGE


def test_the_calls_that_look_up_what_is_known_are_those_of_make(repository: Path) -> None:
    makefile = (repository / "Makefile").read_text("utf-8").replace("$(VENV)", ".venv")
    (block,) = re.findall(r"```sh\n(.+?)```", PAGE, re.DOTALL)

    (locks,) = re.findall(r"for lock in ([\w ]+);", makefile)
    called = re.findall(r"requirements/(\w+)\.txt", block)
    assert called == locks.split()
    for line in block.splitlines():
        of_each = re.sub(r"requirements/\w+\.txt", "requirements/$$lock.txt", line)
        assert of_each.removeprefix("npm ") in makefile, line
