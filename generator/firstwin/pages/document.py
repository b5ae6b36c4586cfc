"""What a document holds: its parts, with what is filled in.

In: a `DocumentText`. Out: `SectionView`s. What is written down is kept under keys of the document, so it is the same on all
its pages.
"""

from __future__ import annotations

from firstwin.models.keys import Key
from firstwin.pages import anchors
from firstwin.pages.blocks.entries import entry_view
from firstwin.pages.plain_words import plain
from firstwin.pages.views import FormCellView, FormTableView, SectionView
from firstwin.resolve.library_texts import DocumentText, FormRow, FormTableText, SectionText
from firstwin.text import Prose
from firstwin.words import Words


def sections_of(document: DocumentText, words: Words) -> tuple[SectionView, ...]:
    """The parts of a document."""
    return tuple(
        _section(section, number, words)
        for number, section in enumerate(document.sections, start=1)
    )


def _section(section: SectionText, number: int, words: Words) -> SectionView:
    return SectionView(
        id=anchors.section_anchor(number),
        title=section.title,
        text=section.text,
        entries=tuple(
            entry_view(entry, anchors.anchor(anchors.FIELD, entry.key.name))
            for entry in section.entries
        ),
        tables=tuple(_table(table, words) for table in section.tables),
    )


def _table(table: FormTableText, words: Words) -> FormTableView:
    return FormTableView(
        title=table.title,
        columns=tuple(table.columns.values()),
        rows=tuple(
            tuple(
                _cell(text, row.key.below(column), _label(row, number, heading, words))
                for (column, heading), text in zip(table.columns.items(), row.cells, strict=True)
            )
            for number, row in enumerate(table.rows, start=1)
        ),
    )


def _cell(text: Prose, key: Key, label: str) -> FormCellView:
    return FormCellView(text, "" if text else key, "" if text else label)


def _label(row: FormRow, number: int, heading: str, words: Words) -> str:
    """What is written into a cell, where it is heard: its column, and its row by what names it or by its number."""
    # Translators: A row of a table to fill in, only read out.
    name = words.say("document", "Row {number}", number=number)
    return words.row(heading, plain(row.cells[0]) or name)
