"""One style sheet from the theme's many, and what pages of one kind need beside it.

In: the bundled theme. Out: CSS: tokens, then the base, then the rest by name, then the components by
name, print last. The order is fixed, so the same theme gives the same bytes on every system. Comments,
indentation and lines stay behind: they are for who works on the theme, and a third of what readers would load.

What a component has on pages of one kind alone (`<component>.<kind>.css`) is in no sheet: it stands in the head of these
pages, so that no other page loads it, and they ask for no file more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

# In a line of its own each: what opens a block, and a declaration.
_OPENS: Final = re.compile(r" \{$")
_DECLARES: Final = re.compile(r"^([\w-]+): ")
# What ends what stands before it, so that the next line can stand behind; the last declaration needs no end of its own.
_ENDS: Final = re.compile(r";\n(?=\})|(?<=[{};,])\n")
# What is never closed goes on to the end, as it does in CSS.
_COMMENT: Final = re.compile(
    r"""("(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?)|/\*.*?(?:\*/|\Z)""", re.DOTALL
)

# Spaces around what parts selectors and values, and the zero of `0.5`, say nothing; in a text they would.
_LOOSE: Final = re.compile(
    r"""("(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?)| (>) |(,) |(?<=[\s:(,-])0(?=\.\d)"""
)

FIRST: Final = ("tokens.css", "base.css", "chrome.css")
LAST: Final = ("print.css",)


def stylesheet(theme: Path) -> str:
    """The theme's style sheets as one."""
    return "".join(_plain(path.read_text("utf-8")) for path in _sheets(theme)) + "\n"


def kind_sheets(theme: Path) -> dict[str, str]:
    """What only pages of one kind look like, by their kind."""
    sheets: dict[str, str] = {}
    for path in _of_components(theme):
        if kind := path.stem.partition(".")[2]:
            sheets[kind] = sheets.get(kind, "") + _plain(path.read_text("utf-8"))
    return sheets


def kind_template(sheets: Mapping[str, str]) -> str:
    """The template that writes into the head of a page the sheet of its kind."""
    return "".join(
        f'{{% if page and page.meta and page.meta.kind == "{kind}" %}}<style>{css}</style>\n{{% endif %}}'
        for kind, css in sorted(sheets.items())
    )


def _plain(css: str) -> str:
    """A style sheet without comments, indentation and lines, but where a text or a selector goes on in the next."""
    bare = _COMMENT.sub(lambda found: found[1] or "", css)
    lines = (line.strip() for line in bare.splitlines())
    tight = (_DECLARES.sub(r"\1:", _OPENS.sub("{", line)) for line in lines if line)
    made = _ENDS.sub("", "".join(f"{line}\n" for line in tight))
    return _LOOSE.sub(lambda found: "".join(filter(None, found.groups())), made)


def _sheets(theme: Path) -> list[Path]:
    top = {path.name: path for path in theme.glob("*.css")}
    between = sorted(name for name in top if name not in FIRST + LAST)
    return [
        *(top[name] for name in FIRST if name in top),
        *(top[name] for name in between),
        *(path for path in _of_components(theme) if "." not in path.stem),
        *(top[name] for name in LAST if name in top),
    ]


def _of_components(theme: Path) -> list[Path]:
    return sorted(theme.glob("components/*/*.css"), key=lambda path: path.as_posix())
