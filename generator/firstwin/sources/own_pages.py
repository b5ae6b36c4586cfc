"""Read a project's own pages: Markdown files with a few keys above their text.

In: the folder `pages` of a project. Out: each page as a `Document`. What stands between its two lines `---` is read as YAML;
what stands below is the value of the key `text`, so that faults in it have their place like those of any text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import yaml

from firstwin.caching.memo import Memo
from firstwin.diagnostics import Diagnostic, Span
from firstwin.names import OWN_PAGES
from firstwin.sources.characters import odd_characters
from firstwin.sources.codes import BAD_NAME, LINK, UNREADABLE
from firstwin.sources.document import Document
from firstwin.sources.limits import MOST_OWN_PAGES
from firstwin.sources.links import fault_of_published_link
from firstwin.sources.parse import parse
from firstwin.sources.paths import fault_of_name
from firstwin.sources.published_codes import NO_FRONT_MATTER, STRAY_PAGE, TOO_MANY_PAGES
from firstwin.sources.text import FileText, lines_of, read_text
from firstwin.sources.theme import COPY

ENDING: Final = ".md"
TEXT: Final = "text"
"""The key of what stands below the second line."""
LINE: Final = "---"
_STRING: Final = "tag:yaml.org,2002:str"
_BEGIN: Final = "begin the file with three lines: `---`, `title: ` and the title, `---`"


@dataclass(slots=True)
class OwnPages:
    """The own pages of a project by their names without an ending, with the lines of their files, and what is wrong."""

    documents: dict[str, Document] = field(default_factory=dict)
    lines: dict[str, Sequence[str]] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)


def read_own_pages(project: Path, playbooks: str, memo: Memo) -> OwnPages:
    """The own pages of a project, whose path is resolved. Nothing of its playbooks gets in by way of a link.

    Files that have not been written since are documents as the `memo` has them.
    """
    pages, folder = OwnPages(), project / OWN_PAGES
    if not folder.is_dir():
        return pages
    files = list(_files(project, folder, playbooks, pages))
    if len(files) > MOST_OWN_PAGES:
        message = f"there are more than {MOST_OWN_PAGES} own pages, and that is the most"
        hint = "make longer ones of several; what has a name that begins with `_` is not counted"
        pages.found.append(Diagnostic(TOO_MANY_PAGES, message, Span(f"{OWN_PAGES}/"), hint))
        return pages
    for file in files:
        path = f"{OWN_PAGES}/{file.name}"
        text = memo.of_file(("text", path), read_text, file, path)
        pages.lines[path] = text.lines
        document, faults = memo.of(("own page", path), parse_page, path, text)
        pages.found += faults
        if document is not None:
            pages.documents[file.stem] = document
    return pages


def parse_page(path: str, text: FileText) -> tuple[Document | None, list[Diagnostic]]:
    """The document of a page, and what is wrong with it."""
    if text.problem:
        return None, [text.problem]
    lines = text.lines
    end = _end_of_keys(lines)
    if end is None:
        what = "the line `---` that ends its keys" if _is_line(lines[0]) else "its title"
        hint = f"write `{LINE}` below the keys" if _is_line(lines[0]) else _BEGIN
        return None, [Diagnostic(NO_FRONT_MATTER, f"this page lacks {what}", _line(path, 1), hint)]
    if not any(map(str.strip, lines[1:end])):
        return None, [
            Diagnostic(NO_FRONT_MATTER, "this page lacks its title", _line(path, 1), _BEGIN)
        ]
    # The keys stay on the lines they have in the file.
    keys = "\n".join(["", *lines[1:end]])
    document, found = parse(path, FileText(keys, lines_of(keys)))
    odd, _ = odd_characters("\n".join(lines[end + 1 :]), lines[end + 1 :])
    found += [replace(fault, line=fault.line + end + 1).diagnostic(path) for fault in odd]
    if document is None:
        return None, found
    if document.has((TEXT,)):
        message = "the text of a page is no key"
        hint = f"write it below the second `{LINE}`"
        found.append(Diagnostic(NO_FRONT_MATTER, message, document.key_span((TEXT,)), hint))
        return None, found
    whole = _with_text(document, lines, end + 1)
    if whole is None:
        message, hint = "this page says nothing", f"write its text below the second `{LINE}`"
        found.append(Diagnostic(NO_FRONT_MATTER, message, _line(path, end + 1), hint))
    return whole, found


def _files(project: Path, folder: Path, playbooks: str, pages: OwnPages) -> Iterator[Path]:
    """The files of the pages, in order; what else lies there is told."""
    fault = fault_of_published_link(project, folder, playbooks)
    if fault:
        pages.found.append(_refused(OWN_PAGES, fault))
        return
    try:
        names = sorted(file.name for file in folder.iterdir())
    except OSError as error:
        message = f"the folder {OWN_PAGES} cannot be read: {error.strerror}"
        pages.found.append(Diagnostic(UNREADABLE, message, Span(f"{OWN_PAGES}/")))
        return
    for name in names:
        file = folder / name
        if name.startswith((".", "_")):
            continue
        shown = f"{OWN_PAGES}/{name}".encode("utf-8", "backslashreplace").decode()
        unfit = fault_of_name(name)
        if unfit:
            message = f"{shown} cannot keep its name: {unfit}"
            pages.found.append(Diagnostic(BAD_NAME, message, Span(shown), "rename it"))
        elif fault := fault_of_published_link(project, file, playbooks):
            pages.found.append(_refused(shown, fault))
        elif not name.endswith(ENDING) or file.is_dir():
            hint = f"own pages are `{ENDING}` files that lie in {OWN_PAGES} itself; begin its name with `_` to set it aside"
            pages.found.append(Diagnostic(STRAY_PAGE, f"{shown} is no page", Span(shown), hint))
        else:
            yield file


def _refused(link: str, fault: str) -> Diagnostic:
    return Diagnostic(LINK, f"the symbolic link {link} {fault}", Span(link), COPY)


def _is_line(line: str) -> bool:
    return line.rstrip() == LINE


def _end_of_keys(lines: Sequence[str]) -> int | None:
    """The index of the line that ends the keys; None where there is none."""
    if not _is_line(lines[0]):
        return None
    return next((at for at in range(1, len(lines)) if _is_line(lines[at])), None)


def _with_text(document: Document, lines: Sequence[str], start: int) -> Document | None:
    """The document with what stands from line `start` on as a value; None where that is nothing."""
    last = max((at for at in range(start, len(lines)) if lines[at].strip()), default=None)
    if last is None or not isinstance(document.data, dict):
        return None
    text = "\n".join(lines[start : last + 1])
    begin, end = _mark(start, 0), _mark(last, len(lines[last]))
    key = yaml.ScalarNode(_STRING, TEXT, begin, begin)
    value = yaml.ScalarNode(_STRING, text, begin, end, style="|")
    root = document.root
    if isinstance(root, yaml.MappingNode):
        root = yaml.MappingNode(
            root.tag, [*root.value, (key, value)], root.start_mark, root.end_mark
        )
    data = {**document.data, TEXT: text}
    return replace(document, data=data, root=root, lines=lines)


def _mark(line: int, column: int) -> yaml.Mark:
    return yaml.Mark("", 0, line, column, None, 0)


def _line(path: str, number: int) -> Span:
    return Span(path, number, 1, number, 1)
