"""Every block of a step has a component that shows it."""

import inspect
from importlib import import_module
from pkgutil import iter_modules
from typing import get_type_hints

import pytest
from tests.theme.gallery import components, macro_name, templates

from firstwin.pages.blocks.views import ADDED_TO
from firstwin.resolve import blocks
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.order import ORDER
from firstwin.system.fields import field_names


def kind_of(make: object) -> type[Block]:
    """The block that a function of `resolve.blocks` makes."""
    assert inspect.isfunction(make)
    made = get_type_hints(make)["return"]
    kinds = [kind for kind in getattr(made, "__args__", (made,)) if kind is not type(None)]
    (kind,) = kinds
    assert isinstance(kind, type)
    assert issubclass(kind, Block)
    return kind


KINDS = [kind_of(make) for make in ORDER]


def test_each_kind_of_block_stands_in_the_order_once() -> None:
    for module in iter_modules(blocks.__path__, f"{blocks.__name__}."):
        import_module(module.name)
    assert len(set(KINDS)) == len(KINDS)
    assert set(Block.__subclasses__()) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_block_has_a_component(kind: type[Block]) -> None:
    assert kind.component in components()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ADDED_TO])
def test_what_is_shown_as_it_is_fits_its_component(kind: type[Block]) -> None:
    name = kind.component
    template = templates().get_template(f"components/{name}/{name}.html")
    taken = getattr(template.module, macro_name(name)).arguments
    assert field_names(kind) == taken[: len(field_names(kind))]
