"""Write the template of the catalogues anew, and bring every catalogue up to date with it.

In: what the code and the templates say. Out: `generator/firstwin/words/catalogues/words.pot` and the `.po` beside it.
A sentence that is new has no translation there yet, one that has changed is marked `fuzzy` with what was said before,
and one that nobody says any more is gone.

    make words
    .venv/bin/python tools/words.py nl      begin another language
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).resolve().parents[1]
CATALOGUES: Final = ROOT / "generator" / "firstwin" / "words" / "catalogues"
TEMPLATE: Final = CATALOGUES / "words.pot"

SOURCES: Final = (
    *("generator/firstwin/output", "generator/firstwin/pages", "generator/firstwin/templates"),
    *("generator/firstwin/words", "theme"),
)
METHODS: Final = [
    *(("**.py", "python"), ("**.ts", "javascript")),
    *(("**.j2", "jinja2"), ("**.html", "jinja2")),
]
OPTIONS: Final = {"**.j2": {"silent": "false"}, "**.html": {"silent": "false"}}
SENTENCE: Final = ((1, "c"), 2)
KEYWORDS: Final = {
    "say": SENTENCE,
    "sentence": SENTENCE,
    "around": SENTENCE,
    "counted": ((1, "c"), 2, 3),
    "forms": ((1, "c"), 2, 3),
}
COMMENTS: Final = "Translators:"

HEADER: Final = """\
# What the sites of firstwin say by themselves. `make words` brings this file up to date with the
# code and the templates; docs/words.md says how to fill it in."""
LEFT_OUT: Final = (
    *("Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date"),
    *("Last-Translator", "Language-Team", "Generated-By"),
)
"""Lines of a header that say nothing, or change without a change."""


def main() -> None:
    """Write the template and every catalogue. Languages that are named get one where they have none."""
    template = extracted()
    CATALOGUES.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(bytes_of(template))
    for language in sys.argv[1:]:
        path = CATALOGUES / f"{language}.po"
        if not path.exists():
            path.write_bytes(bytes_of(Catalog(locale=language.replace("-", "_"), fuzzy=False)))
    for path in catalogues():
        path.write_bytes(updated(path, template))


def catalogues() -> Iterable[Path]:
    """The catalogues there are."""
    return sorted(CATALOGUES.glob("*.po"))


def extracted() -> Catalog:
    """Everything the code and the templates say.

    Raises `SystemExit` where two sentences have one context and one English for one: a catalogue would keep the
    first plural and lose the other.
    """
    catalog = Catalog(header_comment=HEADER, fuzzy=False, charset="utf-8")
    for source in SOURCES:
        for name, _line, message, comments, context in extract_from_dir(
            ROOT / source, METHODS, OPTIONS, KEYWORDS, [COMMENTS], strip_comment_tags=True
        ):
            place = (f"{source}/{name}", 1)
            known = catalog.get(message if isinstance(message, str) else message[0], context)
            if known and known.id != message:
                raise SystemExit(f"{place[0]}: give {message} another context than {known.id} has")
            catalog.add(message, locations=[place], auto_comments=comments, context=context)
    return catalog


def updated(path: Path, template: Catalog) -> bytes:
    """A catalogue with the template's sentences, and its own translations of them."""
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.stem.replace("-", "_"), abort_invalid=True)
    catalog.update(template, update_header_comment=True)
    return bytes_of(catalog)


def bytes_of(catalog: Catalog) -> bytes:
    """The bytes of a catalogue, the same whenever it is written."""
    file = BytesIO()
    write_po(
        file, catalog, width=100, sort_by_file=True, ignore_obsolete=True, include_lineno=False
    )
    lines = file.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_LEFT_OUT))


_LEFT_OUT: Final = tuple(f'"{name}:'.encode() for name in LEFT_OUT)


if __name__ == "__main__":
    main()
