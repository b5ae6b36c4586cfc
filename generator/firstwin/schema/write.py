"""Write the schemas.

In: a folder. Out: one file there for each kind of file, `<kind>.schema.json`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from firstwin.schema.files import FILES
from firstwin.schema.json_schema import json_schema
from firstwin.schema.outline import JsonSchema, outline

WIDTH = 100
"""The length of a line in a schema."""


def schemas() -> Mapping[str, JsonSchema]:
    """The schema of every kind of file, by name."""
    return {
        name: json_schema(outline(kind.root), kind.title, kind.about)
        for name, kind in FILES.items()
    }


def write_schemas(directory: Path) -> list[Path]:
    """Write every schema into `directory`, which is made where it is missing."""
    directory.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, schema in schemas().items():
        path = directory / f"{name}.schema.json"
        part = path.with_name(f".{path.name}.part")
        part.unlink(missing_ok=True)
        try:
            # Nothing is written through a link, or into a file of two names; and what is there goes once all is written.
            with part.open("x", encoding="utf-8", newline="\n") as file:
                file.write(formatted(schema) + "\n")
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
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
