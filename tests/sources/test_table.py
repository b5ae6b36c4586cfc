"""A table is documents, a row each, in which every cell keeps its place."""

from typing import Any

import pytest

from firstwin.diagnostics import Diagnostic
from firstwin.sources.table import Row, rows_of
from firstwin.sources.text import FileText

HEAD = "name,tier,persona,person"
ADA = {"name": "Acme", "tier": "team", "personas": {"admin": "Ada"}}


def read(raw: str) -> tuple[list[Row], list[Diagnostic]]:
    return rows_of("many.csv", FileText(raw, raw.splitlines()))


def data(raw: str) -> list[object]:
    rows, faults = read(raw)
    assert faults == []
    return [row.document.data for row in rows]


def parts_of(raw: str) -> list[str]:
    rows, faults = read(raw)
    assert rows == []
    return [f"{each.span} {each.code.id} {each.message}" for each in faults]


@pytest.mark.parametrize(
    "raw",
    [
        f"{HEAD}\nAcme,team,admin,Ada\n",
        f"\ufeff{HEAD}\r\nAcme,team,admin,Ada",
        f"{HEAD}\rAcme,team,admin,Ada\r".replace(",", ";"),
        f"sep=;\n{HEAD}\n\n,,,\nAcme,team,admin,Ada\n".replace(",", ";"),
        f"{HEAD}\nAcme,team,admin,Ada\n".replace(",", "\t"),
        'Name , TIER,Persona,"person"\n"Acme",team, admin ," Ada"\n',
    ],
    ids=["plain", "of a spreadsheet", "semicolons", "empty rows", "tabs", "quotes and capitals"],
)
def test_tables_are_read_as_programs_write_them(raw: str) -> None:
    assert data(raw) == [ADA]


def test_columns_go_into_lists_groups_and_persons() -> None:
    raw = (
        f"{HEAD},targets,notes,answers.hosting,contacts.csm,contacts.csm.email,contacts,mail\n"
        "Acme,team,admin,Ada,Live,Calls,cloud,Bo,bo@a.example,nobody,m@a.example\n"
        "Other,team,,,,,,,,,\n"
    )
    assert data(raw) == [
        {
            **ADA,
            "targets": ["Live"],
            "notes": ["Calls"],
            "answers": {"hosting": "cloud"},
            "contacts": {"csm": {"name": "Bo", "email": "bo@a.example"}},
        },
        {"name": "Other", "tier": "team"},
    ]


def test_what_is_no_key_of_ours_is_passed_on() -> None:
    rows, _ = read(f"{HEAD},Mail To\nAcme,team,admin,Ada,a@a.example\n")

    assert [row.cells["Mail To"] for row in rows] == ["a@a.example"]


def test_a_cell_in_quotes_holds_separators_lines_and_quotes() -> None:
    rows, faults = read(f'{HEAD}\n"Acme, ""the"" firm\nof 2",team,admin,Ada\nB,team,admin,Bo\n')

    assert faults == []
    assert [row.cells["name"] for row in rows] == ['Acme, "the" firm\nof 2', "B"]
    assert [row.line for row in rows] == [2, 4]


def test_values_and_keys_have_the_places_of_their_cells() -> None:
    (row,), _ = read(f"{HEAD},answers.hosting\nAcme,team,admin,Ada,cloud\n")

    def place(*keys: str) -> tuple[int, ...]:
        pair: Any = ("", row.document.root)
        for key in keys:
            pair = next(each for each in pair[1].value if each[0].value == key)
        marks = [each.start_mark for each in pair]
        return tuple(number for mark in marks for number in (mark.line, mark.column))

    assert place("tier") == (0, 5, 1, 5)
    assert place("answers", "hosting") == (0, 25, 1, 20)
    assert place("personas", "admin") == (1, 10, 1, 16)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (
            f"{HEAD},Name\nAcme,team,admin,Ada,B\n",
            ["many.csv:1:26 FW057 another column is called `name` already, the one at column 1"],
        ),
        ("name,tier,persona\nA,b,c\n", ["many.csv:1:1 FW057 the table has no column `person`"]),
        (
            "name;tier\nA;b\n",
            ["many.csv:1:1 FW057 the table has no columns `persona`, `person`"],
        ),
        (
            f'{HEAD}\nAcme,"team,admin,Ada\nB,team,admin,Bo\n',
            ["many.csv:2:6 FW058 the quote that begins this cell is not closed"],
        ),
    ],
)
def test_what_is_wrong_with_a_table_is_told_once(raw: str, said: list[str]) -> None:
    assert parts_of(raw) == said


@pytest.mark.parametrize("raw", ["", "\n", "sep=,\n", HEAD, f"{HEAD}\n,,\n"])
def test_a_table_of_nobody_has_no_rows(raw: str) -> None:
    assert read(raw) == ([], [])
