"""What the models say about their fields: the text under each of them.

In: a model. Out: sentences for schemas, for the reference page and for hints. pydantic could read them
too (`use_attribute_docstrings`), but does so for every model whenever firstwin starts; here a module's
source is read when somebody asks.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise


def explanation(model: type, name: str) -> str:
    """The text under a field, from the class that declares it. Empty where nothing is written."""
    owner = declaring(model, name)
    return _explained(owner.__module__).get(owner.__name__, {}).get(name, "")


def declaring(model: type, name: str) -> type:
    """The class whose annotation a field has."""
    return next(each for each in model.__mro__ if name in inspect.get_annotations(each))


@cache
def _explained(module: str) -> Mapping[str, Mapping[str, str]]:
    """The text under each field, by the class and by the field."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {
        each.name: dict(_fields(each.body)) for each in tree.body if isinstance(each, ast.ClassDef)
    }


def _fields(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            match below:
                case ast.Expr(value=ast.Constant(value=str(text))):
                    yield field.target.id, inspect.cleandoc(text)
                case _:
                    pass
