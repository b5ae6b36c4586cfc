"""Whatever is done to a project, it is told what is wrong, and quickly."""

import copy
import random
import re
import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from firstwin.diagnostics.report import render_text
from firstwin.rules import CODES, lint
from firstwin.sources import read
from firstwin.validate import validate

SMALL = Path(__file__).resolve().parents[1] / "projects" / "small"
FILES = sorted(path.relative_to(SMALL) for path in SMALL.rglob("*.yml"))
LONGEST = 5  # seconds of work, however busy the machine is
TAG = re.compile(r"<(task|use|item|group|meeting|unknown)>")
WORDS = [
    *("", "~", "0", "-1", "99999999999", "1.10", "no", "true", "2024-02-30", "x" * 300, "a: b"),
    *(
        "csm",
        "admin",
        "go-live",
        "kickoff-call",
        "plan",
        "start",
        "internal",
        "meeting",
        "tutorial",
    ),
    *("1-3 after first-report", "5-2", "{{ product.nme }}", "{% if %}", "<b>", "[x](y)", "TODO"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("mutated")
    shutil.copytree(SMALL, made, dirs_exist_ok=True)
    return made


@settings(max_examples=150)
@given(seed=st.integers(0, 2**32), count=st.integers(1, 6))
def test_mutated_nodes_are_reported(folder: Path, seed: int, count: int) -> None:
    _check(folder, seed, lambda text, chance: _with_mutated_nodes(text, chance, count))


@settings(max_examples=150)
@given(seed=st.integers(0, 2**32), count=st.integers(1, 6))
def test_mutated_lines_are_reported(folder: Path, seed: int, count: int) -> None:
    _check(folder, seed, lambda text, chance: _with_mutated_lines(text, chance, count))


def _check(folder: Path, seed: int, mutate: Callable[[str, random.Random], str]) -> None:
    chance = random.Random(seed)
    names = chance.sample(FILES, 2)
    for name in names:
        text = (SMALL / name).read_text(encoding="utf-8")
        (folder / name).write_text(mutate(text, chance), encoding="utf-8")
    try:
        begin = time.process_time()
        sources, found = read(folder / "site_config.yml")
        catalog, faults = validate(sources)
        found += [*faults, *(lint(catalog, date(2026, 11, 22)) if catalog else [])]
        said = render_text(found, sources.lines)
        took = time.process_time() - begin
    finally:
        for name in names:
            shutil.copyfile(SMALL / name, folder / name)
    assert took < LONGEST
    assert {one.code.id for one in found} <= CODES.keys()
    assert all(one.message and one.span.line >= 1 for one in found)
    assert not TAG.search(said)


def _with_mutated_lines(text: str, chance: random.Random, count: int) -> str:
    lines = text.splitlines()
    for _ in range(count):
        at = chance.randrange(len(lines))
        match chance.randrange(6):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[chance.randrange(len(lines))])
            case 2:
                lines[at] = chance.choice(["  ", ""]) + lines[at].lstrip(chance.choice([" ", "-"]))
            case 3:
                lines[at] = lines[at].partition(":")[0] + f": {chance.choice(WORDS)}"
            case 4:
                lines[at] = lines[at].replace(": ", ": - ", 1)
            case _:
                lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
        lines = lines or [""]
    return "\n".join(lines) + "\n"


def _with_mutated_nodes(text: str, chance: random.Random, count: int) -> str:
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    assert root is not None
    for _ in range(count):
        nodes = [
            node for node in _nodes(root) if isinstance(node, yaml.CollectionNode) and node.value
        ]
        if not nodes:
            break
        node, other = chance.choice(nodes), chance.choice(nodes)
        at = chance.randrange(len(node.value))
        spare = chance.choice(other.value)
        taken = copy.deepcopy(spare[1] if isinstance(spare, tuple) else spare)
        scalar = yaml.ScalarNode("tag:yaml.org,2002:str", chance.choice(WORDS))
        listed = yaml.SequenceNode("tag:yaml.org,2002:seq", [scalar])
        new = chance.choice([scalar, taken, listed])
        is_list = isinstance(node, yaml.SequenceNode)
        match chance.randrange(3):
            case 0:
                del node.value[at]
            case 1:
                key = yaml.ScalarNode("tag:yaml.org,2002:str", chance.choice(["title", "x", "id"]))
                node.value.insert(at, new if is_list else (key, new))
            case _:
                node.value[at] = new if is_list else (node.value[at][0], new)
    return str(yaml.serialize(root, Dumper=yaml.dumper.BaseDumper))


def _nodes(root: yaml.Node) -> list[yaml.Node]:
    found, waiting = [], [root]
    while waiting:
        node = waiting.pop()
        found.append(node)
        if isinstance(node, yaml.MappingNode):
            waiting += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
    return found
