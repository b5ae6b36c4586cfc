"""FW639: what only stands for an example: addresses of nobody, the name in a new project, `[CLIENT NAME]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import yaml

from firstwin.diagnostics import Code, Diagnostic, Severity, Span
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.sources import Document
from firstwin.validate.words import short

CODE = Code(
    "FW639",
    Severity.WARNING,
    "An example that is still there",
    "A name in brackets and capitals, such as `[CLIENT NAME]`, stands for one that nobody has written yet. Addresses that "
    "end in `.example`, `example.com` and the like belong to nobody, and `Lantern` is the product of a project that `firstwin "
    "new` begins: both are told once `url` in `site_config.yml` names the address the site is published at.",
    wrong='summary: "[CLIENT NAME] is ready to begin."',
    right="summary: Your team is ready to begin.",
)

EXAMPLE_NAME = "Lantern"
"""The product of the project that `firstwin new` writes."""

_of_nobody = re.compile(
    rf"(?:[A-Za-z0-9-]{{1,63}}\.example\b|\bexample\.(?:com|net|org)\b)(?![.-])|\b{EXAMPLE_NAME}\b"
)
_blank = re.compile(
    r"(?:\[|<|\{)(?=[^\]>}]{0,40}(?:CLIENT|CUSTOMER|COMPANY|NAME|PRODUCT|INSERT|YOUR|DATE|LINK|EMAIL|TITLE|ACCOUNT))"
    r"[A-Z][A-Z0-9 _'/-]{2,40}(?:\]|>|\})(?!\()"
)
_code = re.compile(r"`[^`\n]*`")


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    url = inspection.project.config.url
    host = urlsplit(str(url)).hostname or "" if url else ""
    is_published = "." in host and not _of_nobody.search(host)
    for document in inspection.catalog.documents.values():
        text = "\n".join(document.lines)
        patterns = [_blank] if _blank.search(text) else []
        if is_published and _of_nobody.search(text):
            patterns.append(_of_nobody)
        if patterns and document.root is not None:
            for pattern in patterns:
                yield from _found(document, pattern)


def _found(document: Document, pattern: re.Pattern[str]) -> Iterator[Diagnostic]:
    for node in _values(document.root):
        found = pattern.search(_code.sub(lambda code: " " * len(code[0]), node.value))
        if found:
            is_blank = pattern is _blank
            said = f"`{short(found[0])}`"
            message = f"{said} stands for a name to come" if is_blank else f"{said} is an example"
            hint = (
                "write the name, or a text without it"
                if is_blank
                else "write your own, or leave it out"
            )
            yield Diagnostic(CODE, message, _place(document, node, found[0]), hint)


def _place(document: Document, node: yaml.ScalarNode, piece: str) -> Span:
    """Where a piece of a value stands; the beginning of the value where a line end divides it."""
    start, end = node.start_mark, node.end_mark
    for at in range(start.line, min(end.line + 1, len(document.lines))):
        column = document.lines[at].find(piece, start.column if at == start.line else 0)
        if column >= 0:
            return Span(document.path, at + 1, column + 1, at + 1, column + len(piece) + 1)
    return Span(document.path, start.line + 1, start.column + 1, start.line + 1, start.column + 2)


def _values(root: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """The values of a tree, and no keys, in the order of the file."""
    left = [root]
    while left:
        here = left.pop()
        if isinstance(here, yaml.ScalarNode):
            yield here
        elif isinstance(here, yaml.MappingNode):
            left += [value for _, value in reversed(here.value)]
        elif isinstance(here, yaml.SequenceNode):
            left += reversed(here.value)


RULE = Rule(CODE, check)
