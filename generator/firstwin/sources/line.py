"""One line of YAML taken apart, and text put in quotes.

In: a line as it stands in a file. Out: its parts, and the same line with another value. This is for
explaining lines that YAML rejects or bends; nothing that parses is ever read this way.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

OPENING_SIGNS = frozenset("*&![]{}>|@%,#\"'`")
"""Signs a text without quotes cannot begin with."""

BLOCK_HEAD = re.compile(r"[|>](?:[+-][1-9]?|[1-9][+-]?)?(?:\s+#.*)?")
"""What stands on the line of a key whose text is a block below it."""

_LEAD = re.compile(
    r"""(?P<indent>\s*)(?P<dashes>(?:-(?:\s+|$))*)
        (?:(?P<key>\w[\w.-]*|"[^"]*"|'[^']*')(?P<colon>\s*:(?:\s+|$)))?""",
    re.VERBOSE,
)
# A comment is `#` with a space behind it; `#42` behind a text is nearly always part of it.
_COMMENT = re.compile(r"(?<=\s)#(?=\s|$)")


class Line(Struct, frozen=True):
    """A line: its indentation, the dashes of list entries, a key with its colon, and the rest."""

    indent: str
    dashes: str
    key: str
    colon: str
    value: str
    comment: str = ""

    @classmethod
    def of(cls, text: str) -> Line:
        """Take `text` apart."""
        lead = _LEAD.match(text)
        assert lead is not None, "the pattern matches every line"  # noqa: S101  # says why not None
        parts = {name: part or "" for name, part in lead.groupdict().items()}
        rest = text[lead.end() :]
        comment = _COMMENT.search(rest)
        parts["value"] = rest[: comment.start() if comment else None].rstrip()
        parts["comment"] = rest[len(parts["value"]) :] if comment else ""
        if parts["value"][:1] in {'"', "'"}:
            # Inside quotes `#` begins no comment; where the quote ends is just what is in doubt.
            parts["value"] = (parts["value"] + parts["comment"]).rstrip()
            parts["comment"] = ""
        if parts["dashes"] and parts["key"][:1].isupper():
            # `- Note: read this` is a text with a colon. Keys of playbooks are written small.
            parts["value"] = parts["key"] + parts["colon"] + parts["value"]
            parts["key"] = parts["colon"] = ""
        return cls(**parts)

    @property
    def lead(self) -> str:
        """All that stands before the key or, without a key, before the value."""
        return self.indent + self.dashes

    @property
    def value_column(self) -> int:
        """The column the value begins in."""
        return len(self.lead) + len(self.key) + len(self.colon)

    @property
    def columns(self) -> list[int]:
        """The columns in which something begins: each dash, and what follows the last one."""
        dashes = [len(self.indent) + at for at, sign in enumerate(self.dashes) if sign == "-"]
        return [*dashes, len(self.lead)]

    @property
    def uncut(self) -> Line:
        """The line with what looks like a comment as part of the value."""
        return replace(self, value=self.value + self.comment, comment="")

    @property
    def owner_column(self) -> int:
        """The column of the key or dash the value belongs to: lines that continue it lie deeper."""
        if self.key:
            return len(self.lead)
        return self.columns[-2] if self.dashes else -1

    def with_value(self, value: str) -> str:
        """The line with `value` in place of its own."""
        return self.lead + self.key + self.colon + value + self.comment


def quote(text: str) -> str:
    """`text` as a scalar in quotes; in those that need no escapes where there are such."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def as_text(text: str) -> str:
    """`text` as it can stand behind a colon or a dash and is read as that text."""
    return text if is_plain(text) else quote(text)


def as_value(text: str) -> str:
    """`text` as it can stand behind a colon or a dash: quoted where it is a plain text and must be."""
    if BLOCK_HEAD.fullmatch(text) or text[:1] in {'"', "'", "[", "{"}:
        return text
    return as_text(text)


def is_plain(text: str, *, in_brackets: bool = False) -> bool:
    """Whether YAML reads `text` as it stands, without quotes."""
    return (
        bool(text)
        and text[0] not in OPENING_SIGNS
        and not re.match(r"[-?:](\s|$)", text)
        and not re.search(r":(\s|$)|\s#", text)
        and text == text.strip()
        and not (in_brackets and re.search(r"[\[\]{},]|:$", text))
    )
