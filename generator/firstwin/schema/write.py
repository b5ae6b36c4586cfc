"""Write the schemas.

In: a folder. Out: one file there for each kind of file, `<kind>.schema.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from firstwin.schema.files import FILES
from firstwin.schema.json_schema import json_schema
from firstwin.schema.outline import JsonSchema, outline
from firstwin.system.whole_files import write_whole

WIDTH = 100
"""The length of a line in a schema."""
_MODE = 0o644
"""Whoever works on the project may read them."""


def schemas() -> Mapping[str, JsonSchema]:
    """The schema of every kind of file, by name."""
    return dict(_schemas())


def _schemas() -> Iterator[tuple[str, JsonSchema]]:
    for name, kind in FILES.items():
        yield name, json_schema(outline(kind.root), kind.title, kind.about)


def write_schemas(directory: Path) -> list[Path]:
    """Write every schema into `directory`, which is made where it is missing; the first before the second is made."""
    directory.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, schema in _schemas():
        path = directory / f"{name}.schema.json"
        write_whole(path, f"{formatted(schema)}\n".encode(), _MODE)
        paths.append(path)
    return paths


def formatted(value: Any, room: int = WIDTH, indent: str = "") -> str:
    """JSON in which whatever fits on a line stands on one."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) <= room or not value or not isinstance(value, dict | list):
        return line
    deeper = indent + "  "
    if isinstance(value, list):
        parts = [formatted(part, WIDTH - len(deeper) - 1, deeper) for part in value]
        return f"[\n{deeper}" + f",\n{deeper}".join(parts) + f"\n{indent}]"
    parts = []
    for key, part in value.items():
        start = f"{json.dumps(key)}: "
        parts.append(start + formatted(part, WIDTH - len(deeper) - len(start) - 1, deeper))
    return f"{{\n{deeper}" + f",\n{deeper}".join(parts) + f"\n{indent}}}"
