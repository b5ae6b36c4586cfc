"""A name for a value, by which another process knows the same again.

In: values that the stages make. Out: a digest, the same only for what is `alike`. What is alike may have two names, where its parts
are shared otherwise: then it is made once more, and comes out the same. Values are written as pickles for that, and none is
ever read.
"""

from __future__ import annotations

import operator
import pickle
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from io import BytesIO
from typing import Any

from pydantic import BaseModel

from firstwin.caching.alike import parts


def likeness(*values: object) -> str:
    """A name for some values in their order."""
    written = BytesIO()
    _Pickler(written, protocol=5).dump(values)
    return sha256(written.getbuffer()).hexdigest()


class _Pickler(pickle.Pickler):
    """Writes of each value what it is compared by."""

    def reducer_override(self, value: Any) -> Any:
        kind: Any = type(value)
        if issubclass(kind, BaseModel):  # a set has no order that outlives its process
            return kind, (value.__dict__, sorted(value.model_fields_set))
        parts_of = _parts_of(kind)
        return (kind, parts_of(value)) if parts_of else NotImplemented


@cache
def _parts_of(kind: Any) -> Callable[[object], object] | None:
    """Takes out of a value of some kind all that it is compared by; nothing where it is compared as a whole."""
    names = parts(kind)
    # With its class, which goes before it, they are always several, and so a tuple.
    return operator.attrgetter(*names, "__class__") if names else None
