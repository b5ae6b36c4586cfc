"""What to write where a text is expected, and a colon or a dash made something else of it; and where a list is, and lines have no dash.

In: a document, and the way to what stands there. Out: a hint.
"""

from __future__ import annotations

from firstwin.diagnostics import Span
from firstwin.models.made_ids import are_words
from firstwin.sources import Document, KeyPath, Quoted
from firstwin.sources.line import as_text
from firstwin.validate.mended import value_at
from firstwin.validate.words import short
from firstwin.validate.written_values import dashed_texts, without_copied_sign

_OF_PEOPLE = frozenset({"name", "email", "mail", "phone", "title", "role"})
_TEXT_KEYS = frozenset({"name", "text", "title", "label"})


def hint_for_text(document: Document, path: KeyPath, span: Span) -> str:
    """The text that was probably meant, as it is written; nothing where that is not plain."""
    if document.lines[span.line - 1].startswith("-", span.column - 1):
        return "write the text alone, without the dash"
    value = value_at(document.data, path)
    if alone := _text_alone(value):
        return f"write the text alone: {alone}"
    if quoted := document.in_quotes(path):
        return f"if it is text, put it in quotes: {quoted}"
    depth = document.depth_below(path) if _has_words_before_colons(value) else 0
    if depth:
        below = f"and the whole text below it, indented by {depth} spaces"
        return f"if it is text, write `{path[-1]}: |`, {below}"
    return ""


def hint_for_list(document: Document, path: KeyPath) -> str:
    """The lines of a text as the entries of the list that was meant; nothing where the text has one line."""
    value = value_at(document.data, path)
    if not isinstance(value, str):
        return ""
    span = document.span(path)
    is_plain = not isinstance(value, Quoted)
    lines = document.lines[span.line - 1 : span.end_line] if is_plain else value.splitlines()
    if is_plain:
        lines = [lines[0][span.column - 1 :], *lines[1:]]
    entries = _entries([line.strip() for line in lines if line.strip()])
    return dashed_texts(entries) if len(entries) > 1 else ""


def _entries(lines: list[str]) -> list[str]:
    """The entries that lines are: where some begin with another program's sign, the others go on with the one above."""
    words = [without_copied_sign(line) for line in lines]
    if words[:1] == lines[:1]:
        return words
    entries: list[str] = []
    for line, text in zip(lines, words, strict=True):
        if line != text:
            entries.append(text)
        else:
            entries[-1] += f" {text}"
    return entries


def _has_words_before_colons(value: object) -> bool:
    """Whether colons made a mapping of a text of several lines. Keys of playbooks are written small."""
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        return False
    first = str(next(iter(value), ""))
    return are_words(first) or first[:1].isupper()


def _text_alone(value: object) -> str:
    """The text of a mapping that gives it a name: of `{name: Ada}`. Nothing of any other: a colon may have made it.

    Beside a person's name may stand how to reach them.
    """
    if isinstance(value, dict) and "name" in value and _OF_PEOPLE.issuperset(value):
        value = {"name": value["name"]}
    if isinstance(value, dict) and len(value) == 1 and _TEXT_KEYS.issuperset(value):
        (text,) = value.values()
        return as_text(short(text)) if isinstance(text, str) else ""
    return ""
