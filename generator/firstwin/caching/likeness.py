"""A name for a value, by which another process knows the same again.

In: values that the stages make. Out: a digest, the same only for what is `alike`. What is alike may have two names, where its parts
are shared otherwise: then it is made once more, and comes out the same. Values are written as pickles for that, and none is
ever read.
"""

from __future__ import annotations

import pickle
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
        names = parts(kind)
        return (kind, tuple(getattr(value, name) for name in names)) if names else NotImplemented
