"""Read a project's own pages: YAML files, and Markdown files with a few keys above their text; and the pictures beside them.

In: the folder `pages` of a project. Out: each page as a `Document`. What stands between the two lines `---` of a Markdown file
is read as YAML; what stands below is the value of the key `text`, so that faults in it have their place like those of any text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final

import yaml
from msgspec import structs

from firstwin.caching.memo import Memo
from firstwin.diagnostics import Diagnostic, Span
from firstwin.names import OWN_PAGES
from firstwin.sources.characters import odd_characters
from firstwin.sources.codes import BAD_NAME, LINK
from firstwin.sources.document import Document
from firstwin.sources.folder import NO_FILES, FolderListing, LinkFault, is_picture, look_through
from firstwin.sources.limits import MOST_OWN_PAGES
from firstwin.sources.links import fault_of_published_link
from firstwin.sources.parse import parse
from firstwin.sources.paths import fault_of_name
from firstwin.sources.published_codes import NO_FRONT_MATTER, STRAY_PAGE, TOO_MANY_PAGES, TWICE
from firstwin.sources.text import FileText, lines_of, read_text
from firstwin.sources.theme import COPY

MARKDOWN: Final = ".md"
TEXT: Final = "text"
"""The key of what stands below the second line."""
LINE: Final = "---"
_STRING: Final = "tag:yaml.org,2002:str"
_PLACES: Final = (
    f"own pages are `.yml` and `{MARKDOWN}` files that lie in {OWN_PAGES} itself, folders in it hold their pictures; begin its name "
    "with `_` to set it aside"
)
_BEGIN: Final = "begin the file with three lines: `---`, `title: ` and the title, `---`"


@dataclass(slots=True)
class OwnPages:
    """The own pages of a project by their names without an ending, with the lines of their files, and what is wrong.

    `folder` is what else lies there: pictures, of which `assets` are the paths.
    """

    documents: dict[str, Document] = field(default_factory=dict)
    lines: dict[str, Sequence[str]] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)
    folder: FolderListing = NO_FILES

    @property
    def assets(self) -> frozenset[str]:
        """The paths of the pictures, by their endings."""
        return frozenset(filter(is_picture, self.folder.assets))


def read_own_pages(project: Path, playbooks: str, memo: Memo) -> OwnPages:
    """The own pages of a project, whose path is resolved. Nothing of its playbooks gets in by way of a link.

    Files that have not been written since are documents as the `memo` has them.
    """
    pages, folder = OwnPages(), project / OWN_PAGES
    if not folder.is_dir():
        return pages
    fault_of = partial(fault_of_published_link, project, playbooks=playbooks)
    fault = fault_of(folder)
    if fault:
        pages.found.append(_refused(OWN_PAGES, fault))
        return pages
    pages.folder = look_through(project, OWN_PAGES, memo, fault_of)
    pages.found += pages.folder.diagnostics
    files = _files(folder, fault_of, pages)
    if len(files) > MOST_OWN_PAGES:
        message = f"there are more than {MOST_OWN_PAGES} own pages, and that is the most"
        hint = "make longer ones of several; what has a name that begins with `_` is not counted"
        pages.found.append(Diagnostic(TOO_MANY_PAGES, message, Span(f"{OWN_PAGES}/"), hint))
        return pages
    for path, file in files.items():
        text = memo.of_file(("text", path), read_text, file, path)
        pages.lines[path] = text.lines
        name, _, ending = path.removeprefix(f"{OWN_PAGES}/").rpartition(".")
        read = parse_page if f".{ending}" == MARKDOWN else parse
        document, faults = memo.of(("own page", path), read, path, text)
        pages.found += faults
        if name in pages.documents:
            message = f"{path} and {pages.documents[name].path} are one page, at one address"
            pages.found.append(Diagnostic(TWICE, message, Span(path), "give one another name"))
        elif document is not None:
            pages.documents[name] = document
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
    found += [structs.replace(fault, line=fault.line + end + 1).diagnostic(path) for fault in odd]
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


def _files(folder: Path, fault_of: LinkFault, pages: OwnPages) -> dict[str, Path]:
    """The files of the pages by their paths, in order; what else lies there and is no picture is told."""
    there = pages.folder
    files = {each.path: each.file for each in there.yaml.values() if _lies_above(each.path)}
    strays = {path for path in there.assets if not is_picture(path)}
    strays |= {each.path for each in there.yaml.values() if not _lies_above(each.path)}
    for path in sorted(strays | there.unpublished):
        file = folder / path.removeprefix(f"{OWN_PAGES}/")
        shown = path.encode("utf-8", "backslashreplace").decode()
        is_page = path.endswith(MARKDOWN) and _lies_above(path)
        if unfit := fault_of_name(file.name) if path in there.unpublished else "":
            message = f"{shown} cannot keep its name: {unfit}"
            pages.found.append(Diagnostic(BAD_NAME, message, Span(shown), "rename it"))
        elif is_page and (fault := fault_of(file)):
            pages.found.append(_refused(shown, fault))
        elif is_page:
            files[path] = file
        else:
            message = f"{shown} is no page"
            pages.found.append(Diagnostic(STRAY_PAGE, message, Span(shown), _PLACES))
    return dict(sorted(files.items()))


def _lies_above(path: str) -> bool:
    """Whether something lies in the folder of the pages itself."""
    return path.count("/") == 1


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
