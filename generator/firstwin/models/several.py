"""A list of ids or texts, for which one alone may stand: `with: csm`.

In: a list, or one entry without a dash. Out: a tuple. What is wrong with the one is told at its place.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

T = TypeVar("T")


BULLETS = "•◦▪‣·▸►➤–—☐☑☒□✓✔✅"
COPIED_SIGN = rf"(?:[{BULLETS}+]|[0-9]{{1,2}}[.)]|[a-z]\)) +"
"""What stands before the lines of a list that was copied from another program, and which YAML reads as one text."""
_copied = re.compile(rf"\s*{COPIED_SIGN}")


def _as_list(value: Any) -> Any:
    is_one = isinstance(value, str) and not _copied.match(value)
    return [value] if is_one else value


class _MayStandAlone:
    """Marks in the outline of a list that one entry may stand in its place."""

    @staticmethod
    def __get_pydantic_json_schema__(
        schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "x-alone": True}


# Words that stand in a row on one line, such as the other forms of a term, are no `Several`: behind a comma is another one.
Several = Annotated[tuple[T, ...], BeforeValidator(_as_list), _MayStandAlone]
