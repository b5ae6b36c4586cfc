"""Which packages a part of the code is made with: for tests of what is kept, which another version makes anew."""

import ast
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

CODE = Path(__file__).resolve().parents[1] / "generator/firstwin"


def packages_of(*rooms: str) -> set[str]:
    """The packages, as they are installed, that the modules of some folders import."""
    modules = [path for room in rooms for path in (CODE / room).rglob("*.py")]
    assert len(modules) > len(rooms)
    imported = {
        name.partition(".")[0]
        for path in modules
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in _imports(node)
    }
    homes = packages_distributions()
    foreign = imported - sys.stdlib_module_names - {"firstwin", "__future__"}
    return {homes[name][0].lower().replace("_", "-") for name in foreign}


def _imports(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
