"""Gaps of a text as words that Markdown cannot split: `{{ product.name }}` while the text is parsed.

In: a text as it was typed. Out: the text with its gaps masked, for the parser; and of what the parser made, the text with
its gaps filled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from firstwin.text.fill import gaps

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_NO_MARKS = {ord(_OPEN): "\ufffd", ord(_CLOSE): "\ufffd"}
_masked = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]+){_CLOSE}")
_coded = re.compile("%EF%B7%90([^%]+)%EF%B7%91")


def mask(text: str) -> str:
    """The text with each gap as one word that Markdown cannot split, and restored by `unmask`."""
    if "{{" not in text:
        return text.translate(_NO_MARKS)
    return _mask_gaps(text.translate(_NO_MARKS))


def _mask_gaps(text: str) -> str:
    made, last = [], 0
    for gap in gaps(text):
        made += [text[last : gap.start], _OPEN, gap.name, _CLOSE]
        last = gap.end
    return "".join([*made, text[last:]])


def unmask(text: str, values: Mapping[str, str]) -> str:
    """The text with its masked gaps filled; a gap without a value shows its name as typed."""
    if _OPEN not in text:
        return text
    return _masked.sub(lambda found: values.get(found[1], f"{{{{ {found[1]} }}}}"), text)


_slashed = re.compile(
    rf"(?<!\\)(?P<pairs>(?:\\\\)*+)\\?+(?={_OPEN}|\{{\{{ *[A-Za-z][A-Za-z0-9_.-]* *\}}\}})"
)
"""The backslashes before a masked gap, or before what is none for one of them."""


def slashes_in_code(code: str) -> str:
    """Code with the backslashes before its gaps as they are shown. Markdown itself has none in code that mean something."""
    return _slashed.sub(lambda found: found["pairs"][::2], code) if "\\" in code else code


LONE_GAP = re.compile(
    f"(?<![^\\s(]){_OPEN}[^{_OPEN}{_CLOSE}]+{_CLOSE}(?=[.,;:!?)]{{0,9}}(?:\\s|$))"
)
"""A masked gap with nothing around it that could belong to an address."""


def names_in(text: str) -> list[str]:
    """The names of the gaps of a masked text."""
    return _masked.findall(text)


def masked(name: str) -> str:
    """One gap as `mask` writes it."""
    return f"{_OPEN}{name}{_CLOSE}"


def masked_names(text: str) -> Iterator[tuple[str, str]]:
    """A masked text in pieces: what stands before each gap, and its name; at last what is left, with no name."""
    pieces = _masked.split(text)
    yield from zip(pieces[::2], [*pieces[1::2], ""], strict=True)


def has_masks(text: str) -> bool:
    """Whether a gap is masked in a text."""
    return _OPEN in text


def in_address(href: str) -> str:
    """An address of a token with its gaps masked: the parser writes the masks as codes."""
    return _coded.sub(lambda found: masked(unquote(found[1])), href)
