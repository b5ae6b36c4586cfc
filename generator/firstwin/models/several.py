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


_GAP = r"[ \t\u00a0]+"
_BULLETS = "•◦▪‣·–—\uf0a7\uf0b7"
"""With two signs of Word's own fonts, which it copies with its lists."""
_LETTERS = r"[oØü§]\t+"
"""What Word copies in the place of a bullet from one of its fonts. A space alone is behind a word."""
COPIED_SIGN = rf"(?:(?:[{_BULLETS}+▸►➤☐☑☒□✓✔✅]|[0-9]{{1,2}}[.)]|[a-z]\)){_GAP}|{_LETTERS})"
"""What stands before the lines of a list that was copied from another program, and which YAML reads as one text."""
_bullet = re.compile(rf"(?:^|\s)(?:[{_BULLETS}]{_GAP}|{_LETTERS})")
_plus = re.compile(rf"(?:^|\s)\+{_GAP}")
_arrow = re.compile(rf"(?:^|\s)[▸►➤]{_GAP}")
_box = re.compile(rf"(?:^|\s)[☐☑☒□✓✔✅]{_GAP}")
_number = re.compile(rf"(?:^|\s)[0-9]{{1,2}}[.)]{_GAP}")
_letter = re.compile(rf"(?:^|\s)[a-z]\){_GAP}")


def copied_entries(text: str) -> list[str]:
    """The entries of a list that was copied from another program, where YAML reads it as one text; nothing for another text."""
    signs = (_bullet, _plus, _arrow, _box, _number, _letter)
    sign = next((sign for sign in signs if sign.match(text)), None)
    if sign is None:
        return []
    entries = [entry.strip() for entry in sign.split(text) if entry.strip()]
    # A text that stands alone may begin with the others.
    return entries if sign in (_bullet, _plus) or len(entries) > 1 else []


def _as_list(value: Any) -> Any:
    is_one = isinstance(value, str) and not copied_entries(value) and "\n" not in value.strip()
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
