"""The keys that the reader of YAML knows, held against those of the models, which it may not know."""

from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel

from firstwin.schema.files import FILES
from firstwin.sources.pitfalls.known_keys import KNOWN_KEYS
from firstwin.validate.expected import keys_of


def keys_in(type_: object) -> Iterator[str]:
    """The keys of all models that a type is made of."""
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        yield from keys_of(type_)
        for field in type_.model_fields.values():
            yield from keys_in(field.annotation)
    for part in get_args(type_):
        yield from keys_in(part)


def test_the_reader_knows_the_keys_of_all_files() -> None:
    assert {key for kind in FILES.values() for key in keys_in(kind.root)} == KNOWN_KEYS
