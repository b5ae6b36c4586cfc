"""Every regular expression of the package, wherever it stands, and the ways it is used in.

In: the package's own source. Out: `UsedPattern`s. They are read from the source, so that one written tomorrow is
among them without anybody thinking of it: patterns with a name, in a table, and those made inside a function. A
part that only a running function knows is taken for a plain word.
"""

import ast
import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

import firstwin

ANY_WAY = frozenset({"match", "fullmatch", "search", "sub"})
"""The ways to try where nobody can tell how a pattern is used."""

_MAKERS = ANY_WAY | {"compile", "subn", "split", "findall", "finditer"}
_FLAGS_AT = {"compile": 1, "sub": 4, "subn": 4, "split": 3}
_UNKNOWN = "aa"


@dataclass(frozen=True)
class UsedPattern:
    """A pattern, the line it is written on, and the methods it is called with."""

    pattern: re.Pattern[Any]
    where: str
    ways: frozenset[str]

    @property
    def room(self) -> str:
        """The package or module below `firstwin` that it stands in; empty for `firstwin` itself."""
        return self.where.split(":")[0].removeprefix("firstwin").removeprefix(".").split(".")[0]


class _Source:
    """A module, and what is written in it."""

    def __init__(self, module: ModuleType) -> None:
        self.module = module
        self.name = module.__name__
        self.text = Path(str(module.__file__)).read_text("utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """Parsed when it is asked for: most modules neither make a pattern nor import one."""
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))

    @cached_property
    def imports(self) -> set[tuple[str | None, str]]:
        return {
            (node.module, each.name)
            for node in self.nodes
            if isinstance(node, ast.ImportFrom)
            for each in node.names
        }

    @cached_property
    def loads(self) -> Counter[str]:
        """How often each name is read."""
        return Counter(name for node in self.nodes if (name := _loaded(node)))

    @cached_property
    def called(self) -> dict[str, list[str]]:
        """The attributes that are asked of each name."""
        found: dict[str, list[str]] = {}
        for node in self.nodes:
            if isinstance(node, ast.Attribute) and (name := _loaded(node.value)):
                found.setdefault(name, []).append(node.attr)
        return found


@cache
def patterns() -> tuple[UsedPattern, ...]:
    """Every pattern that the package makes."""
    sources = [_Source(module) for module in _modules()]
    return tuple(found for source in sources for found in _patterns_of(source, sources))


def held_patterns() -> set[re.Pattern[Any]]:
    """Every pattern that a module holds: under a name, in a table, or in a class."""
    return {
        pattern
        for module in _modules()
        for value in vars(module).values()
        for pattern in _held(value)
    }


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(firstwin.__path__, "firstwin."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def _held(value: object) -> Iterator[re.Pattern[Any]]:
    inner: Sequence[object] = ()
    match value:
        case re.Pattern():
            yield value
        case dict():
            inner = [*value, *value.values()]
        case tuple() | list() | set() | frozenset():
            inner = list(value)
        case type() if value.__module__.startswith("firstwin."):
            inner = [each for each in vars(value).values() if isinstance(each, re.Pattern)]
    for each in inner:
        yield from _held(each)


def _patterns_of(source: _Source, sources: Sequence[_Source]) -> Iterator[UsedPattern]:
    # Most modules have none, and looking further takes its time.
    if "import re\n" not in source.text:
        return
    made = [
        (node, maker)
        for node in source.nodes
        if isinstance(node, ast.Call) and (maker := _maker(node))
    ]
    if not made:
        return
    names = dict(_named(source.tree))
    others = [each for each in sources if f"from {source.name} import" in each.text]
    functions = {
        inside: function
        for function in source.nodes
        if isinstance(function, ast.FunctionDef)
        for inside in ast.walk(function)
    }
    for call, maker in made:
        is_named = maker == "compile"
        ways = _ways(names.get(call, ""), source, others) if is_named else frozenset({maker})
        at = _FLAGS_AT.get(maker, 2)
        flags = [each.value for each in call.keywords if each.arg == "flags"] or call.args[
            at : at + 1
        ]
        chosen = _evaluated(flags[0], source) if flags else 0
        for written in _texts(call.args[0], source, functions.get(call)):
            yield UsedPattern(re.compile(written, chosen), f"{source.name}:{call.lineno}", ways)


def _named(tree: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """What is assigned to a name, and the name."""
    for node in ast.walk(tree):
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if (
            isinstance(node, ast.Assign | ast.AnnAssign)
            and isinstance(target, ast.Name)
            and node.value
        ):
            yield node.value, target.id


def _maker(call: ast.Call) -> str:
    """The function of `re` that is called; empty for any other."""
    match call.func:
        case ast.Attribute(value=ast.Name(id="re"), attr=name) if name in _MAKERS:
            return name
        case _:
            return ""


def _texts(node: ast.expr, source: _Source, function: ast.FunctionDef | None) -> list[Any]:
    """What a pattern may be: one text, or several where something chooses between them."""
    match node:
        case ast.IfExp():
            return [*_texts(node.body, source, function), *_texts(node.orelse, source, function)]
        case ast.JoinedStr():
            parts = [_texts(part, source, function) for part in node.values]
            return ["".join(map(str, chosen)) for chosen in product(*parts)]
        case ast.FormattedValue():
            return _texts(node.value, source, function)
        case _:
            pass
    try:
        return [_evaluated(node, source)]
    except NameError:
        if not (function and isinstance(node, ast.Name)):
            return [_UNKNOWN]
        written = [value for value, name in _named(function) if name == node.id]
        return _texts(written[0], source, function) if written else [_UNKNOWN]


def _evaluated(node: ast.expr, source: _Source) -> Any:
    expression = ast.fix_missing_locations(ast.Expression(node))
    return eval(compile(expression, source.name, "eval"), vars(source.module))


def _ways(name: str, source: _Source, others: Sequence[_Source]) -> frozenset[str]:
    """The methods that are called on the pattern of that name, in its module and in those that import from it."""
    ways: set[str] = set()
    importing = [
        each for each in others if name in each.text and (source.name, name) in each.imports
    ]
    for reader in [source, *importing] if name else ():
        called = reader.called.get(name, [])
        if len(called) < reader.loads[name]:
            return ANY_WAY  # handed on to somebody else
        ways.update(called)
    return frozenset(ways) or ANY_WAY


def _loaded(node: ast.AST) -> str:
    """The name that is read; empty for anything else."""
    return node.id if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) else ""
