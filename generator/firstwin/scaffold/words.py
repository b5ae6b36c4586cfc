"""Begin a file for what a site should say instead of firstwin, or add to it what is new.

In: a project's configuration. Out: `theme/words/<language>.po`. What stands there is never touched: sentences are added
at its end.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Final

from msgspec import Struct

from firstwin.diagnostics import Severity
from firstwin.errors import FirstwinError
from firstwin.loading import Loaded, load
from firstwin.output import check_inside, put_content
from firstwin.scaffold.folders import filled
from firstwin.sources import OWN_WORDS
from firstwin.system.refusals import writing
from firstwin.words.catalogue import nearest
from firstwin.words.own_file import added, begun
from firstwin.words.po import read_po

_tag: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


class WordsFile(Struct, frozen=True):
    """The file, whether it was there before, and how many sentences were written into it."""

    path: Path
    is_new: bool
    sentences: int


def write_words(config: Path) -> WordsFile:
    """Write the file for the site's language.

    Raises `FirstwinError` where the project cannot be read, or the file is there and cannot be.
    """
    loaded = load(config)
    if loaded.catalog is None or _is_faulty(loaded):
        raise FirstwinError(
            "the project cannot be read", "run `firstwin check`, and mend what it says"
        )
    _check_tag(loaded.catalog.project.config.language)
    settings, texts = loaded.catalog.project.config, loaded.catalog.words
    by_language = {PurePosixPath(path).stem: path for path in texts}
    name = nearest(settings.language, sorted(by_language))
    relative = by_language.get(name, f"{settings.theme}/{OWN_WORDS}/{settings.language}.po")
    path = loaded.project / relative
    text = texts.get(relative, "")
    if (path.exists() and relative not in texts) or read_po(text).faults:
        raise FirstwinError(
            f"{relative} cannot be read", "run `firstwin check`, and mend what it says"
        )
    language = PurePosixPath(relative).stem
    more, number = added(language, text) if text else (begun(language), 0)
    number = number if text else len(read_po(more).entries) - 1
    if more:
        for link in (path.parent, path):
            if link.is_symlink():
                check_inside(link, loaded.project)
        with writing(loaded.project / settings.theme):
            before = path.read_bytes() if path.exists() else b""
            new = more.replace("\n", "\r\n") if "\r\n" in text else more
            with filled(path.parent):
                put_content(path, before + new.encode())
    return WordsFile(path, not text, number)


def _is_faulty(loaded: Loaded) -> bool:
    """Whether the configuration is: then its language is a guess."""
    errors = (each for each in loaded.report.diagnostics if each.severity is Severity.ERROR)
    return any(error.span.path == loaded.config.name for error in errors)


def _check_tag(language: str) -> None:
    """Raise where the site's language cannot be the name of a file."""
    if not _tag.fullmatch(language):
        hint = "write a tag such as `en`, `de` or `pt-BR` into site_config.yml"
        raise FirstwinError(f"`{language}` is not the tag of a language", hint)
