"""Diagnostics as text, as JSON and as annotations."""

import json

import pytest
from tests.hostile import acts, texts

from firstwin.diagnostics import Code, Diagnostic, Related, Severity, Span, in_order, visible
from firstwin.diagnostics.report import (
    Format,
    PieceKind,
    pieces,
    render,
    render_github,
    render_json,
    render_text,
    summary,
)

ERROR = Code("FW001", Severity.ERROR, "Something: wrong, or 100 %", "Why.")
WARNING = Code("FW002", Severity.WARNING, "Something odd", "Why.")


def at(line: int, column: int, end_column: int, path: str = "a.yml") -> Span:
    return Span(path, line, column, line, end_column)


def test_a_report_in_full() -> None:
    lines = {"a.yml": ["title: Plan", "owner: chamption"]}
    found = [
        Diagnostic(
            ERROR,
            "there is no role `chamption`",
            at(2, 8, 17),
            "did you mean `champion`?",
            (Related("the roles are here", at(7, 1, 3, "roles.yml")),),
        ),
        Diagnostic(WARNING, "nothing uses this", Span("b.yml", 3, 1, 3, 4)),
    ]

    assert render_text(found, lines) == (
        "a.yml:2:8: error[FW001]: there is no role `chamption`\n"
        "  owner: chamption\n"
        "         ^^^^^^^^^\n"
        "hint: did you mean `champion`?\n"
        "roles.yml:7:1: note: the roles are here\n"
        "\n"
        "b.yml:3:1: warning[FW002]: nothing uses this\n"
        "\n"
        "1 error, 1 warning in 2 files"
    )


def test_a_hint_of_several_lines_keeps_their_indentation() -> None:
    found = Diagnostic(ERROR, "m", at(1, 1, 2), 'put it in quotes:\n  a: "b\n    c"')

    assert render_text([found], {}) == (
        'a.yml:1:1: error[FW001]: m\nhint: put it in quotes:\n    a: "b\n      c"\n\n1 error in 1 file'
    )


@pytest.mark.parametrize(
    ("line", "start", "end", "source", "caret"),
    [
        ("a: b", 4, 5, "a: b", "   ^"),
        ("a: b", 4, 4, "a: b", "   ^"),  # nothing stands there: one caret
        ("a: b", 9, 12, "a: b", "    ^"),  # behind the end
        ("\ta: b", 2, 3, "    a: b", "    ^"),
        ("\ta: b", 1, 2, "    a: b", "^^^^"),
        ("日本: 語", 5, 6, "日本: 語", "      ^^"),
        ("e\u0301a: x", 3, 4, "e\u0301a: x", " ^"),
        (
            "\N{WOMAN}\u200d\N{PERSONAL COMPUTER}: x",
            6,
            7,
            "\N{WOMAN}\u200d\N{PERSONAL COMPUTER}: x",
            "      ^",
        ),
        ("a: \u202etxt", 4, 5, "a: <U+202E>txt", "   ^^^^^^^^"),
        ("a: \x1b[31m", 4, 5, "a: <U+001B>[31m", "   ^^^^^^^^"),
        ("a: b   ", 1, 2, "a: b", "^"),
    ],
)
def test_the_caret_stands_below_what_it_means(
    line: str, start: int, end: int, source: str, caret: str
) -> None:
    _, *excerpt = render_text([Diagnostic(ERROR, "m", at(1, start, end))], {"a.yml": [line]}).split(
        "\n"
    )

    assert excerpt[:2] == [f"  {source}", f"  {caret}"]


def test_of_a_span_over_several_lines_the_first_is_shown() -> None:
    found = Diagnostic(ERROR, "m", Span("a.yml", 1, 4, 3, 2))

    assert "\n  a: >\n     ^\n" in render_text([found], {"a.yml": ["a: >", "  b", "c"]})


def test_of_a_long_line_the_part_around_the_caret_is_shown() -> None:
    line = "x" * 5_000 + "here" + "y" * 5_000
    text = render_text([Diagnostic(ERROR, "m", at(1, 5_001, 5_005))], {"a.yml": [line]})
    _, source, caret, *_ = text.split("\n")

    assert source == "  …" + "x" * 40 + "here" + "y" * 76 + "…"
    assert source[caret.index("^") : caret.rindex("^") + 1] == "here"


def test_a_long_line_with_a_caret_at_its_beginning_is_cut_behind() -> None:
    text = render_text([Diagnostic(ERROR, "m", at(1, 1, 400))], {"a.yml": ["x" * 500]})

    assert text.split("\n")[1:3] == ["  " + "x" * 120 + "…", "  " + "^" * 120]


@pytest.mark.parametrize("lines", [{}, {"a.yml": []}, {"a.yml": ["   "]}])
def test_without_a_line_to_show_there_is_no_excerpt(lines: dict[str, list[str]]) -> None:
    text = render_text([Diagnostic(ERROR, "m", at(1, 1, 3))], lines)

    assert text == "a.yml:1:1: error[FW001]: m\n\n1 error in 1 file"


def test_a_fault_of_a_whole_file_shows_no_line_of_it() -> None:
    text = render_text([Diagnostic(ERROR, "too large", Span("a.yml"))], {"a.yml": ["a: b"]})

    assert text == "a.yml:1:1: error[FW001]: too large\n\n1 error in 1 file"


def test_nothing_an_author_wrote_reaches_the_terminal_as_a_command() -> None:
    found = Diagnostic(
        ERROR,
        "`\x1b[2J\u202e` is no role",
        at(1, 1, 2, "a\x07.yml"),
        "write `\x9b`",
        (Related("\x00", at(1, 1, 1, "b\n.yml")),),
    )
    text = render_text([found], {"a\x07.yml": ["\x1b]0;title\x07"]})

    assert all(character == "\n" or character.isprintable() for character in text)
    assert "`<U+001B>[2J<U+202E>` is no role" in text
    assert "b<U+000A>.yml:1:1: note: <U+0000>" in text


def everything(text: str) -> tuple[list[Diagnostic], dict[str, list[str]]]:
    """A diagnostic with a text in every place one can be in."""
    path = f"{text}.yml"
    related = (Related(text, Span(text, 1, 1, 1, 2)), Related(f"x\n{text}", Span(text, 2, 1, 2, 2)))
    spans = [Span(path, 1, column, 1, column + 2, text) for column in (1, 2, 3, 5, 200)]
    lines = {path: [text.replace("\n", " ")]}
    return [Diagnostic(ERROR, text, span, f"{text}\n{text}", related) for span in spans], lines


@pytest.mark.parametrize("form", list(Format), ids=lambda form: form.value)
def test_no_text_acts_on_a_terminal_or_a_log(form: Format) -> None:
    for text in texts():
        report = render(form, *everything(text))
        assert acts(report, annotations=form is Format.GITHUB) == []


@pytest.mark.parametrize(
    "lead", ["", " ", "\t", "\u00a0", "\u2003\u3000", "x\n", "x\r\n  ", "x\u2028"]
)
@pytest.mark.parametrize("column", range(1, 9))
def test_no_line_of_a_file_is_a_command_wherever_its_caret_stands(lead: str, column: int) -> None:
    for sign in ("::error::x", "##[error]x", "##vso[x]"):
        found = Diagnostic(ERROR, "m", at(1, column, column + 1))
        report = render_text([found], {"a.yml": [lead + sign]})
        assert acts(report) == []


def test_json_says_what_was_written() -> None:
    for text in texts():
        found, lines = everything(text)
        report = json.loads(render(Format.JSON, found, lines))
        (said, *_) = report["diagnostics"]
        assert (said["message"], said["path"], said["field"]) == (text, f"{text}.yml", text)
        assert said["hint"] == f"{text}\n{text}"
        assert said["related"][0]["message"] == text


def test_signs_of_commands_stay_where_they_command_nothing() -> None:
    for text in ("a::b", "std::string ::", "# [x]", "## Heading", "#[x]", "##", "a: [b]", ":"):
        assert visible(text) == text


def test_letters_and_emoji_of_all_scripts_stay_as_they_are() -> None:
    text = "Ünïcödé \u0645\u06cc\u200c\u062e \N{WOMAN}\u200d\N{PERSONAL COMPUTER}"

    assert visible(text) == text


def test_pieces_say_what_they_are() -> None:
    found = Diagnostic(
        WARNING, "odd", at(1, 1, 2), "look\nhere", (Related("and there", at(2, 1, 1)),)
    )
    parts = list(pieces(found, {"a.yml": ["a: b"]}))

    assert [(piece.part, piece.text) for piece in parts if piece.part is not PieceKind.BETWEEN] == [
        (PieceKind.PLACE, "a.yml:1:1:"),
        (PieceKind.SEVERITY, "warning[FW002]"),
        (PieceKind.MESSAGE, "odd"),
        (PieceKind.SOURCE, "a: b"),
        (PieceKind.CARET, "^"),
        (PieceKind.HINT, "hint: look"),
        (PieceKind.HINT, "here"),
        (PieceKind.PLACE, "a.yml:2:1:"),
        (PieceKind.NOTE, "note: and there"),
    ]


@pytest.mark.parametrize(
    ("codes", "line"),
    [
        ([], "no problems"),
        ([ERROR], "1 error in 1 file"),
        ([WARNING, WARNING], "2 warnings in 2 files"),
        ([ERROR, WARNING, ERROR, ERROR], "3 errors, 1 warning in 4 files"),
    ],
)
def test_the_summary_counts(codes: list[Code], line: str) -> None:
    found = [Diagnostic(code, "m", Span(f"{number}.yml")) for number, code in enumerate(codes)]

    assert summary(found) == line
    assert render_text(found, {}).endswith(line)


def test_json_says_everything() -> None:
    found = [
        Diagnostic(
            ERROR,
            "Übel \x1b",
            Span("a.yml", 1, 2, 3, 4, "phases[0].title"),
            "hint",
            (Related("x", at(5, 6, 7)),),
        ),
        Diagnostic(WARNING, "m", at(1, 1, 1)),
    ]
    text = render_json(found)

    assert text.isascii()
    assert json.loads(text) == {
        "diagnostics": [
            {
                "code": "FW001",
                "severity": "error",
                "message": "Übel \x1b",
                "hint": "hint",
                "path": "a.yml",
                "line": 1,
                "column": 2,
                "end_line": 3,
                "end_column": 4,
                "field": "phases[0].title",
                "related": [
                    {
                        "message": "x",
                        "path": "a.yml",
                        "line": 5,
                        "column": 6,
                        "end_line": 5,
                        "end_column": 7,
                        "field": "",
                    }
                ],
            },
            {
                "code": "FW002",
                "severity": "warning",
                "message": "m",
                "hint": "",
                "path": "a.yml",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 1,
                "field": "",
                "related": [],
            },
        ],
        "errors": 1,
        "warnings": 1,
        "notes": 0,
        "unseen": [],
    }


def test_annotations_are_escaped() -> None:
    found = [
        Diagnostic(
            ERROR,
            "50 % of\r\nit: a, b::warning::x",
            at(2, 3, 4, "a,b:c%.yml"),
            "one\ntwo",
            (Related("there", at(9, 1, 1)),),
        ),
        Diagnostic(WARNING, "m", at(1, 1, 1)),
    ]

    assert render_github(found) == (
        "::error file=a%2Cb%3Ac%25.yml,line=2,col=3,title=FW001 Something%3A wrong%2C or 100 %25::"
        "50 %25 of<U+000D><U+000A>it: a, b::warning::x%0Aone%0Atwo%0Aa.yml:9:1: there\n"
        "::warning file=a.yml,line=1,col=1,title=FW002 Something odd::m"
    )


def test_render_takes_the_form_asked_for() -> None:
    found = [Diagnostic(ERROR, "m", at(1, 1, 2))]
    lines = {"a.yml": ["a"]}

    assert render(Format.TEXT, found, lines) == render_text(found, lines)
    assert render(Format.JSON, found, lines) == render_json(found)
    assert render(Format.GITHUB, found, lines) == render_github(found)
    assert render(Format.GITHUB, [], lines) == ""


def test_diagnostics_are_in_the_order_of_their_places() -> None:
    spans = [at(2, 1, 2, "b.yml"), at(10, 1, 2), at(9, 4, 5), at(9, 3, 5)]
    found = [Diagnostic(ERROR, "m", span) for span in spans]
    same_place = [Diagnostic(WARNING, "m", spans[0]), Diagnostic(ERROR, "z", spans[0])]

    assert [one.span for one in in_order(found)] == list(reversed(spans))
    assert [one.code.id for one in in_order(same_place)] == ["FW001", "FW002"]
