"""The examples of the authoring guide are right.

Blocks that name a file make up the guide's first playbook, a project that has to check clean. The other
YAML blocks are pieces: each has to be accepted by the model of the place it belongs to.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter
from tests.files import lay

from firstwin.api import check
from firstwin.models.library import library_entry
from firstwin.models.placed import PlacedStep
from firstwin.models.playbook import Criteria, NamedDay, PersonaFile, Touchpoint
from firstwin.models.vocabulary import Conditions, Contacts, Metrics, Plays
from firstwin.sources import read

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "authoring.md"
BLOCK = re.compile(r"(?:<!-- file: (?P<file>\S+) -->\n)?```yaml\n(?P<yaml>.*?)```\n", re.DOTALL)

_blocks = [(found["file"], found["yaml"]) for found in BLOCK.finditer(GUIDE.read_text("utf-8"))]
FILES = {name: text for name, text in _blocks if name}
PIECES = [text for name, text in _blocks if not name]

_steps: TypeAdapter[Any] = TypeAdapter(tuple[PlacedStep, ...])
_named_days: TypeAdapter[Any] = TypeAdapter(dict[str, NamedDay])
_touchpoints: TypeAdapter[Any] = TypeAdapter(dict[str, Touchpoint])
PLACES: Mapping[str, Callable[[Any], object]] = {
    "named_days": lambda data: _named_days.validate_python(data["named_days"]),
    "touchpoints": lambda data: _touchpoints.validate_python(data["touchpoints"]),
    "criteria": lambda data: Criteria.model_validate(data["criteria"]),
    "conditions": Conditions.model_validate,
    "contacts": Contacts.model_validate,
    "metrics": Metrics.model_validate,
    "plays": Plays.model_validate,
    "persona": PersonaFile.model_validate,
    "type": library_entry.validate_python,
}


def _accept(data: Any) -> None:
    if "steps" in data:
        _steps.validate_python(data["steps"])
    else:
        PLACES[next(iter(data))](data)


def _as_file(piece: str) -> str:
    return f"steps:\n{piece}" if piece.startswith("-") else piece


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.splitlines()[0])
def test_a_piece_is_accepted(piece: str, tmp_path: Path) -> None:
    files = {"site_config.yml": FILES["site_config.yml"], "playbooks/piece.yml": _as_file(piece)}

    sources, faults = read(lay(tmp_path, files) / "site_config.yml")

    assert faults == []
    _accept(sources.documents["playbooks/piece.yml"].data)


def test_the_first_playbook_checks_clean(tmp_path: Path) -> None:
    project = lay(tmp_path, FILES)

    assert check(project / "site_config.yml").diagnostics == ()
