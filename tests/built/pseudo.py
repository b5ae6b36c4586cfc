"""A language in which every letter of ours has an accent, and what stands on a page without one.

In: a project; pages. Out: the project in that language; the words that neither an author nor Material wrote. The
language is Georgian: what Material and the CLDR say in it has no Latin letter, so every one without an accent is an
author's, or was never said through the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from selectolax.lexbor import LexborHTMLParser
from tests.built.building import run

from firstwin.caching.memo import Memo
from firstwin.loading import load
from firstwin.rules.part import whole_project
from firstwin.rules.texts import texts_in
from firstwin.scaffold import new_project
from firstwin.text import block_html, prose

LANGUAGE: Final = "ka"
WORDS: Final = f"theme/words/{LANGUAGE}.po"

PLAIN: Final = "abcdefghijklmnopqrstuvwxyz"
ACCENTED: Final = "áḃçḋéḟǵĥíĵķĺḿńóṕɋŕśťúṽŵẋýž"
ACCENTS: Final = str.maketrans(PLAIN + PLAIN.upper(), ACCENTED + ACCENTED.upper())

ATTRIBUTES: Final = (
    "title",
    "alt",
    "aria-label",
    "aria-description",
    "placeholder",
    "aria-valuetext",
)
"""Attributes that people read or hear."""
METAS: Final = ("description", "og:title", "og:description", "og:site_name")
UNSEEN: Final = ("script", "style", "svg")
SPLIT: Final = (".fw-brand__name", ".fw-metrics__number")
"""Where one text of an author is shown in parts."""
KEPT_TOGETHER: Final = ".fw-term-end"
"""What stands around a word and the sign behind it."""
REMARK: Final = "a > bdi"
"""What we say behind the words of a link, within a text of an author."""
IN_A_LINE: Final = ["a", "button", "code", "em", "strong"]
"""Elements of prose that do not end a text."""

_entry: Final = re.compile(r'(msgid_plural|msgid|msgstr(?:\[\d\])?) "(.*)"')
_placeholder: Final = re.compile(r"(\{\w+\})")
_latin: Final = re.compile("[A-Za-z]{2,}")
_minutes: Final = re.compile(r" *\(\d+ min\)$")
_value: Final = re.compile(r"\{\{ *(?P<name>[\w.]+) *\}\}")
_unseen_signs: Final = re.compile("[\u2060\u2068\u2069]")


def write(folder: Path) -> None:
    """The reference project, in the language of accents."""
    new_project(folder, reference=True)
    config = folder / "site_config.yml"
    text = re.sub(r"(?m)^language: .*$", "", config.read_text("utf-8"))
    config.write_text(f"{text}\nlanguage: {LANGUAGE}\n", "utf-8")
    begun = run(folder, "words")
    assert begun.returncode == 0, begun.stdout
    path = folder / WORDS
    path.write_text("\n".join(_filled(path.read_text("utf-8").splitlines())) + "\n", "utf-8")


def _filled(lines: Iterable[str]) -> Iterator[str]:
    """The file of words with every sentence filled in."""
    message = ""
    for line in lines:
        found = _entry.fullmatch(line)
        if found and found[1].startswith("msgid"):
            message = found[2]
        elif found and message:
            line = f'{found[1]} "{accented(message)}"'  # noqa: PLW2901 - a line becomes another
        yield line


def accented(message: str) -> str:
    """A sentence in the language of accents."""
    return "".join(
        piece if index % 2 else piece.translate(ACCENTS)
        for index, piece in enumerate(_placeholder.split(message))
    )


_keys_of_a_file: Final = re.compile(accented("; here otherwise: ") + ".*")
"""What an author's file calls something is said to the team as it stands there."""


class Authors:
    """What the authors of a project wrote, in the pieces in which pages show it."""

    def __init__(self, project: Path) -> None:
        catalog = load(project / "site_config.yml").catalog
        assert catalog is not None
        config = catalog.project.config
        values = {
            f"{prefix}.{name}": value
            for prefix, named in (("product", config.product), ("company", config.company))
            for name, value in named.values.items()
        }
        texts = [
            *values.values(),
            *(text.value for text in texts_in(whole_project(catalog, Memo()), Memo()).texts),
        ]
        self._pieces = {piece for text in texts for piece in _pieces(text, values)}
        self._longest_first = sorted(self._pieces, key=len, reverse=True)

    @cache  # noqa: B019 - lives as long as the test
    def left(self, text: str) -> str:
        """What of a text no author wrote, where it has words without an accent."""
        rest = _keys_of_a_file.sub(" ", _plain(text))
        if rest in self._pieces or not _latin.search(rest):
            return ""
        beginning = rest.removesuffix(" …")
        if beginning != rest and any(piece.startswith(beginning) for piece in self._pieces):
            return ""
        for piece in self._longest_first:
            if piece in rest:
                rest = re.sub(rf"(?<!\w){re.escape(piece)}(?!\w)", " ", rest)
        return _plain(rest) if _latin.search(rest) else ""


def _pieces(text: str, values: Mapping[str, str]) -> Iterator[str]:
    """A text as it is typed, without its minutes, and as prose; cut where the value of a parameter stands."""
    filled = _value.sub(lambda found: values.get(found["name"], "\0"), text)
    for written in {filled, _minutes.sub("", filled)}:
        for piece in written.split("\0"):
            yield from filter(_latin.search, (_plain(piece), *_texts(_prose(piece))))


def _prose(text: str) -> str:
    return str(block_html(prose(text, {})))


def _plain(text: str) -> str:
    return " ".join(_unseen_signs.sub("", text).split())


def _texts(html: str) -> Iterator[str]:
    """The texts of a page, each as one reads it: what stands in a line is not cut."""
    page = LexborHTMLParser(html)
    for node in page.css(KEPT_TOGETHER):
        node.unwrap()
    page.unwrap_tags(IN_A_LINE)
    again = LexborHTMLParser(page.html or "")
    for node in again.root.traverse(include_text=True) if again.root else ():
        if node.tag == "-text":
            yield _plain(node.text(deep=False))


def texts_of(html: str) -> Iterator[str]:
    """Everything that a page says: its texts, its attributes, what it tells search engines."""
    page = LexborHTMLParser(html)
    for selector in (*UNSEEN, *SPLIT):
        for node in page.css(selector):
            node.decompose()
    for node in page.css(REMARK):
        yield _plain(node.text())
        node.decompose()
    for node in page.root.traverse() if page.root else ():
        told = node.attributes
        yield from (value for name in ATTRIBUTES if (value := told.get(name)))
        if node.tag == "meta" and (told.get("name") or told.get("property")) in METAS:
            yield told.get("content") or ""
    yield from _texts(page.html or "")
