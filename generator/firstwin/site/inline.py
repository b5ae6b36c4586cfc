"""Which scripts and styles may stand in a page itself: those that a template of the site wrote.

In: the folders of templates, and the scripts and styles found in pages. Out: whether a template holds each. Templates
are code, and trusted; what authors write is not, so a page is never asked what it may run. A template may put values
into its script: of these nothing is accepted but JSON and words without a sign that could call, assign or end anything.
Nothing is rendered for it: what templates write between `<script>` and `</script>` is read from them, and stands in
every page as it does there.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, TemplateSyntaxError
from msgspec import Struct

from firstwin.site.codes import UNKNOWN_INLINE
from firstwin.site.fault import SiteFault
from firstwin.site.places import TEMPLATE_ENDINGS
from firstwin.site.reading import Inline

_HINT: Final = {
    "script": "put it into a file in theme/ and name that with `<script src>`; one that a template holds has no "
    "statement in it, and takes values in with `| tojson`",
    "style": "put it into theme/extra.css; one that a template holds has no statement in it",
}
_TWICE_HINT: Final = "give the other one an id of its own: scripts find the first"
_LONGEST_SHOWN: Final = 60


_GAP, _STATEMENT = "\uf8f0", "\uf8f1"
"""Stand in a template's text for a value, and for a statement. Private signs: no template has them."""

_ELEMENT: Final = re.compile(
    r"<(script|style)\b([^>]*+)(?:>(.*?)(?:(</\1\s*>)|\Z)|\Z)", re.DOTALL | re.IGNORECASE
)
_KIND: Final = re.compile(r"""\btype\s*=\s*["']?([^\s"'>]*)""", re.IGNORECASE)
_HOLDS_ONE: Final = re.compile(rb"<(?:script|style)\b", re.IGNORECASE)
_WORDS: Final = re.compile(r"[\w.~/%:@#-]*")
_OUTSIDE_TEXTS: Final = re.compile(
    r"""(?>[^"'`/\\]|"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+'|//[^\n]*+\n|/\*(?s:.*?)\*/)*+"""
)
"""A script up to a place that is inside no text of it. Where that is not plain it does not fit: `/"/` is a pattern."""


class Form(Struct, frozen=True):
    """What a template holds of one script or style: the pieces of its text, with a value between each two."""

    tag: str
    kind: str
    pieces: tuple[str, ...]

    def fits(self, inline: Inline) -> bool:
        """Whether a script or style of a page is this one, with harmless values."""
        if (self.tag, self.kind) != (inline.tag, inline.kind):
            return False
        values = self._values(inline.content)
        return values is not None and all(
            _WORDS.fullmatch(value) or (self._takes_json(number) and _is_json(value))
            for number, value in enumerate(values, start=1)
        )

    def _values(self, content: str) -> list[str] | None:
        """What stands between the pieces; None where they are not all there, in their order."""
        if len(self.pieces) == 1:
            return [] if content == self.pieces[0] else None
        first, *between, last = self.pieces
        behind = len(content) - len(last)
        if not (content.startswith(first) and content.endswith(last) and len(first) <= behind):
            return None
        values, rest = [], content[len(first) : behind]
        for piece in between:
            value, found, rest = rest.partition(piece)
            if not found:
                return None
            values.append(value)
        return [*values, rest]

    def _takes_json(self, number: int) -> bool:
        """Whether the value with a number may be JSON: within quotes it would end the text, and go on as script."""
        before = "".join(self.pieces[:number])
        return self.tag == "script" and bool(_OUTSIDE_TEXTS.fullmatch(before))


def _is_json(value: str) -> bool:
    try:
        json.loads(value)
    except (ValueError, RecursionError):
        return False
    return True


class Inlines:
    """Judges the scripts and styles of pages by the forms that templates hold."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._forms = tuple(forms)
        self._known: dict[Inline, bool] = {}

    def faults(self, inlines: Iterable[Inline]) -> Iterator[tuple[SiteFault, str]]:
        """What is wrong with those of one page, each with the text to look for."""
        ids: set[str] = set()
        for inline in inlines:
            if not self.know(inline):
                yield _unknown(inline)
            elif inline.is_data and inline.id in ids:
                yield (
                    SiteFault(
                        UNKNOWN_INLINE, f"two scripts have the id `{inline.id}`", _TWICE_HINT
                    ),
                    inline.id,
                )
            ids.add(inline.id)

    def know(self, inline: Inline) -> bool:
        """Whether a template holds a script or style."""
        known = self._known.get(inline)
        if known is None:
            known = self._known[inline] = any(form.fits(inline) for form in self._forms)
        return known


def _unknown(inline: Inline) -> tuple[SiteFault, str]:
    text = inline.content.strip().splitlines()[0].strip()
    shown = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
    message = f"no template holds the {inline.tag} in the page: `{shown}`"
    return SiteFault(UNKNOWN_INLINE, message, _HINT[inline.tag]), text


def forms(folders: Iterable[Path]) -> tuple[Form, ...]:
    """The scripts and styles that the templates in some folders hold."""
    return tuple(dict.fromkeys(form for path in _templates(folders) for form in _forms_of(*path)))


def _templates(folders: Iterable[Path]) -> Iterator[tuple[Path, int, int]]:
    """The templates, with what changes when one does. What is hidden is none: Material's icons are thousands."""
    for folder in folders:
        for parent, inner, names in os.walk(folder):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            for name in sorted(names):
                if name.endswith(TEMPLATE_ENDINGS):
                    path = Path(parent, name)
                    about = path.stat()
                    yield path, about.st_mtime_ns, about.st_size


@lru_cache(maxsize=1024)
def _forms_of(path: Path, _changed: int, _size: int) -> tuple[Form, ...]:
    content = path.read_bytes()
    if not _HOLDS_ONE.search(content):
        return ()
    try:
        text = "".join(_pieces(content.decode("utf-8")))
    except (UnicodeDecodeError, TemplateSyntaxError):  # the engine says so
        return ()
    return tuple(
        Form(
            tag.lower(), (_KIND.search(attributes) or ("", ""))[1].lower(), tuple(body.split(_GAP))
        )
        for tag, attributes, body, end in _ELEMENT.findall(text)
        if end and _STATEMENT not in body and _GAP not in attributes
    )


def _pieces(source: str) -> Iterator[str]:
    """The text of a template, with a sign for each value and for each statement."""
    for _, kind, text in Environment(autoescape=True).lex(source):
        match kind:
            case "data":
                yield text
            case "variable_begin":
                yield _GAP
            case "block_begin":
                yield _STATEMENT
            case _:
                pass
