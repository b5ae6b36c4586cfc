"""What in a drawing is no drawing.

In: the bytes of an SVG file. Out: faults with their places. In a page a drawing is a picture and can do nothing;
opened by itself it is a document that runs scripts, loads what it names, and tells who drew it where. So it may
have only what draws (`drawing_names`), as UTF-8. Expat reads it, and stops at a document type, where a few lines
could grow to any size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final
from xml.parsers import expat

from msgspec import Struct

from firstwin.sources.drawing_copies import Copies
from firstwin.sources.drawing_names import (
    ATTRIBUTES,
    ELEMENTS,
    FUNCTIONS,
    RULES,
    SELECTORS,
    SPOKEN,
    WORDS,
)
from firstwin.sources.limits import MOST_POINTS
from firstwin.sources.pictures import is_drawn, size_of

LARGEST: Final = 2 * 1024 * 1024
"""The bytes of a drawing. More is a photograph in the wrong kind of file."""
MOST_REPORTED: Final = 10
KEPT: Final = "!"
"""What a comment begins with that is meant to be published."""

_SVG: Final = "http://www.w3.org/2000/svg"
_HTML: Final = "http://www.w3.org/1999/xhtml"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_XLINK: Final = "http://www.w3.org/1999/xlink"
_BETWEEN: Final = " "
_LOCAL: Final = re.compile(r"#[^\s\"'()\\]+")
_sign = re.compile(r"[(\\@<]|/\*")
_function = re.compile(r"(?<![\w-])([\w-]++)\s*\(", re.ASCII)
_rule = re.compile(r"@([\w-]*)", re.ASCII)
_url = re.compile(r"url\s*\(\s*[\"']?\s*([^\"')]*)", re.IGNORECASE)
_encoding = re.compile(rb"\A(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)")

PLAIN: Final = (
    "save it anew for the web: in Inkscape as optimised SVG without metadata and comments, in Illustrator with "
    "`Export as`, elsewhere with `Export`"
)
DELETE: Final = "open the drawing in a text editor and delete that"
AS_PNG: Final = "save the drawing as PNG"

_PRIVATE: Final = ("what the program it was drawn in keeps for itself", PLAIN)
_MEANT: Final = {
    "script": ("a script", DELETE),
    "foreignObject": ("HTML", AS_PNG),
    "image": ("another picture", AS_PNG),
    "feImage": ("another picture", AS_PNG),
    "a": ("a link", DELETE),
    "metadata": _PRIVATE,
    "switch": ("a choice (`<switch>`)", "export it anew with text as shapes, or save it as PNG"),
    **dict.fromkeys(
        ("animate", "animateColor", "animateMotion", "animateTransform", "set"),
        ("something that moves", DELETE),
    ),
}
"""What elements are, where people have a word for it."""
_FOREIGN: Final = {_HTML: ("HTML", AS_PNG)}


class PictureFault(Struct, frozen=True):
    """Something in a picture that may not be published. Lines and columns count from 1."""

    message: str
    hint: str
    line: int = 1
    column: int = 1


def faults_in(file: Path) -> Sequence[PictureFault]:
    """What a picture holds that is none; of a picture of points, whether it is larger than browsers can show."""
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError:  # it is gone, or nobody may read it: whoever publishes it says so
        return ()
    if file.suffix.lower() == ".svg":
        return faults_of_drawing(content)
    if is_drawn(content):
        return (
            PictureFault(
                "the file is a drawing, and has the name of another picture",
                "rename it: `.svg` at the end",
            ),
        )
    size = size_of(file)
    if size and size.width * size.height > MOST_POINTS:
        points = f"{size.width:,} by {size.height:,} points"
        message = f"the picture has {points}; it may have at most {MOST_POINTS:,} in all"
        return (
            PictureFault(
                message, "save it smaller: 2,000 points across are more than a page shows"
            ),
        )
    return ()


def faults_of_drawing(content: bytes) -> tuple[PictureFault, ...]:
    """What a drawing holds that does not draw: the first of each kind, with how many there are."""
    whole = _fault_of_file(content)
    if whole:
        return (whole,)
    found = _Reader().read(content)
    first: dict[str, list[PictureFault]] = {}
    for each in found:
        first.setdefault(each.message, []).append(each)
    return tuple(_first_of(alike) for alike in list(first.values())[:MOST_REPORTED])


def _first_of(alike: list[PictureFault]) -> PictureFault:
    one, more = alike[0], len(alike) - 1
    places = f"{more} more place{'s' if more > 1 else ''}"
    message = f"{one.message} (and at {places})" if more else one.message
    return PictureFault(message, one.hint, one.line, one.column)


def _fault_of_file(content: bytes) -> PictureFault | None:
    """What is wrong with the file as a file."""
    if len(content) > LARGEST:
        return PictureFault(f"the drawing has more than {LARGEST // 1024**2} MiB", AS_PNG)
    if content.startswith(b"\x1f\x8b"):
        return PictureFault("the drawing is packed (SVGZ)", "save it as SVG")
    declared = _encoding.match(content)
    try:
        content.decode("utf-8")
        is_utf_8 = not declared or declared[1].lower() in (b"utf-8", b"utf8")
    except UnicodeDecodeError:
        is_utf_8 = False
    return None if is_utf_8 else PictureFault("the drawing is not UTF-8", "save it as UTF-8")


class _StopError(Exception):
    """Reading on could take any time."""


class _Reader:
    """Looks at everything in a drawing, in order."""

    def __init__(self) -> None:
        self._found: list[PictureFault] = []
        self._style: list[str] = []
        self._inside: list[str] = []
        self._refused = 0
        self._copies = Copies()
        self._parser = expat.ParserCreate(namespace_separator=_BETWEEN)
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._read
        self._parser.CommentHandler = self._comment
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.StartDoctypeDeclHandler = self._document_type

    def read(self, content: bytes) -> list[PictureFault]:
        """Everything that does not draw."""
        try:
            self._parser.Parse(content, True)
        except _StopError:
            at = content.find(b"<!DOCTYPE")
            line, begins = content.count(b"\n", 0, at), content.rfind(b"\n", 0, at)
            message = "the drawing holds a document type (`<!DOCTYPE`)"
            self._found.append(PictureFault(message, DELETE, line + 1, at - begins))
        except expat.ExpatError as error:
            message = f"the drawing is no SVG: {expat.ErrorString(error.code)}"
            self._found.append(PictureFault(message, PLAIN, error.lineno, error.offset + 1))
        if self._copies.too_many:
            self._found.append(PictureFault("the drawing repeats its parts too often", AS_PNG))
        return self._found

    def _say(self, what: str, hint: str) -> None:
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        self._found.append(PictureFault(f"the drawing holds {what}", hint, line, column))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, tag = name.rpartition(_BETWEEN)
        if not self._inside and (namespace, tag) != (_SVG, "svg"):
            self._say("another element than `<svg>` at its root", PLAIN)
        self._inside.append(tag)
        self._copies.enter(tag, attributes)
        if self._refused:  # it goes with what is around it
            self._refused += 1
        elif namespace == _SVG and tag in ELEMENTS:
            for key, value in attributes.items():
                self._attribute(key, value)
        else:
            self._refused = 1
            unknown = (f"`<{tag[:40]}>`, which draws nothing", DELETE)
            own = _MEANT.get(tag, unknown)
            self._say(*(own if namespace == _SVG else _FOREIGN.get(namespace, _PRIVATE)))

    def _attribute(self, key: str, value: str) -> None:
        namespace, _, name = key.rpartition(_BETWEEN)
        if name == "href" and namespace in ("", _XLINK):
            if not _LOCAL.fullmatch(value.strip()):
                self._say(f"an address outside of it: `{value[:60]}`", DELETE)
        elif namespace == _XML and name in ("lang", "space"):
            pass
        elif namespace:
            self._say(*_PRIVATE)
        elif name.lower().startswith("on"):
            self._say(f"a script: `{name[:40]}`", DELETE)
        elif name.startswith(SPOKEN) or name in WORDS:
            pass
        elif name not in ATTRIBUTES:
            self._say(f"`{name[:40]}`, which draws nothing", DELETE)
        else:
            self._look_at_style(value, in_sheet=False)

    def _look_at_style(self, text: str, *, in_sheet: bool) -> None:
        if _sign.search(text):
            for what in islice(_faults_of_css(text, in_sheet=in_sheet), 1):
                self._say(what, DELETE)

    def _end(self, _name: str) -> None:
        self._copies.leave()
        self._refused -= bool(self._refused)
        if self._inside.pop() == "style":
            sheet = "".join(self._style)
            self._style.clear()
            self._copies.style(sheet)
            self._look_at_style(sheet, in_sheet=True)

    def _read(self, text: str) -> None:
        if self._inside[-1] == "style" and not self._refused:
            self._style.append(text)

    def _comment(self, text: str) -> None:
        if not text.startswith(KEPT):
            self._say(
                "a comment",
                f"{DELETE}, or begin it with `{KEPT}` if it has to stay, as a licence has",
            )

    def _instruction(self, target: str, _data: str) -> None:
        self._say(f"an instruction for programs: `<?{target[:40]}`", DELETE)

    def _document_type(self, *_declared: object) -> None:
        raise _StopError


def _faults_of_css(text: str, *, in_sheet: bool) -> Iterator[str]:
    """What is in CSS, or in a value that may be read as CSS, beside what draws."""
    if "\\" in text:
        yield "a backslash in a style"
    if "/*" in text:
        yield "a comment in a style"
    if in_sheet and "<" in text:
        yield "a `<` in a style"
    rules = (name for name in _rule.findall(text) if not in_sheet or name.lower() not in RULES)
    yield from (f"a rule of style that loads or moves something: `@{name[:40]}`" for name in rules)
    for name in _function.findall(text):
        if name.lower() not in (FUNCTIONS | SELECTORS if in_sheet else FUNCTIONS):
            yield f"a function that does not draw: `{name[:40]}()`"
    for address in _url.findall(text):
        if not _LOCAL.fullmatch(address.strip()):
            yield f"an address outside of it: `{address[:60]}`"
