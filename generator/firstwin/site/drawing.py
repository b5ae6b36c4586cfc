"""What a drawing says.

In: the bytes of an SVG file. Out: a `Reading`. In a page it is a picture and loads nothing; opened by itself it is a
document, which may run and load whatever it likes. Expat reads it, as XML, and stops where a text gets a name: with
those a small file grows to any size.
"""

from __future__ import annotations

import re
from typing import Final
from xml.parsers import expat

from msgspec.structs import replace

from firstwin.site.attributes import read_attributes
from firstwin.site.reading import Forbidden, Reading, Reference
from firstwin.site.style import read_style

_BETWEEN: Final = " "
_XLINK: Final = f"http://www.w3.org/1999/xlink{_BETWEEN}href"
_LINKED: Final = re.compile(r"""\bhref\s*=\s*["']([^"']*)""")
_DRAW_ANEW: Final = "save it anew, as plain SVG, with the program it was drawn in"


def read_drawing(content: bytes) -> Reading:
    """What a drawing refers to, and what of it may not be there."""
    drawing = _Drawing()
    try:
        drawing.parser.Parse(content, True)
    except _NamedTextError:
        drawing.forbid("the drawing gives names to texts", _DRAW_ANEW)
    except (expat.ExpatError, ValueError, LookupError) as error:
        drawing.forbid(f"the drawing is no XML: {error}", _DRAW_ANEW)
    return Reading(tuple(drawing.references), forbidden=tuple(drawing.forbidden))


class _NamedTextError(Exception):
    """A drawing declares an entity."""


class _Drawing:
    """What was found so far, at the places where the parser was."""

    def __init__(self) -> None:
        self.references: list[Reference] = []
        self.forbidden: list[Forbidden] = []
        self.parser = expat.ParserCreate(namespace_separator=_BETWEEN)
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._read
        self.parser.ProcessingInstructionHandler = self._instruct
        self.parser.EntityDeclHandler = self._name
        self._style: list[str] = []
        self._style_begins = (0, 0)
        self._in_style = False

    def forbid(self, message: str, hint: str) -> None:
        """Say what may not be here."""
        self.forbidden.append(Forbidden(message, hint, "", *self._place()))

    def _refer(self, found: Reference, place: tuple[int, int]) -> None:
        """Keep an address, but for one that leads to a place in the drawing itself."""
        if not found.address.startswith("#"):
            self.references.append(replace(found, line=place[0], column=place[1]))

    def _place(self) -> tuple[int, int]:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def _start(self, name: str, raw: dict[str, str]) -> None:
        tag = name.rpartition(_BETWEEN)[2]
        attributes = {
            "xlink:href" if key == _XLINK else key.rpartition(_BETWEEN)[2]: value
            for key, value in raw.items()
        }
        self._in_style = tag == "style"
        if tag == "script":
            self.forbid("the drawing holds a script", "take it out: a drawing is a picture")
        for found in read_style(attributes.pop("style", "")):
            self._refer(found, self._place())
        for each in read_attributes(tag, attributes):
            if isinstance(each, Reference):
                self._refer(each, self._place())
            else:
                self.forbid(each.message, each.hint)

    def _end(self, _name: str) -> None:
        line, column = self._style_begins
        for found in read_style("".join(self._style)):
            first = found.line == 1
            self._refer(found, (line + found.line - 1, found.column + (column - 1 if first else 0)))
        self._style.clear()
        self._in_style = False

    def _read(self, text: str) -> None:
        if self._in_style:
            self._style_begins = self._style_begins if self._style else self._place()
            self._style.append(text)

    def _instruct(self, _target: str, data: str) -> None:
        for address in _LINKED.findall(data):
            self._refer(Reference(address), self._place())

    def _name(self, *_declared: object) -> None:
        raise _NamedTextError
