"""Files as text: size, encoding, line ends, and characters nobody can see."""

from pathlib import Path

import pytest
from tests.sources.reading import NAME, codes, read_one

from firstwin.sources.limits import LARGEST_FILE
from firstwin.sources.text import decode


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    document, found = read_one(tmp_path, b"a: " + b"b" * 10_000_000)

    assert document is None
    assert codes(found) == ["FW009"]
    assert found[0].message == (
        "playbooks/roles.yml has 10,000,003 bytes; a YAML file may have at most 1,048,576 (1 MiB)"
    )


def test_a_file_of_just_the_limit_is_read(tmp_path: Path) -> None:
    document, found = read_one(tmp_path, b"a: " + b"b" * (LARGEST_FILE - 3))

    assert found == []
    assert document is not None


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_change_nothing(ends: str, mark: str, tmp_path: Path) -> None:
    text = f"{mark}title: Plan\nnotes: |\n  One.\n\n  Two.\nid: @x\n".replace("\n", ends)
    document, found = read_one(tmp_path, text)

    assert document is not None
    assert document.data == {"title": "Plan", "notes": "One.\n\nTwo.\n", "id": "@x"}
    assert [str(one.span) for one in found] == ["playbooks/roles.yml:6:5"]
    assert document.lines[0] == "title: Plan"


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        (
            "a: b\ntitle: \u00dcbersicht\n".encode("latin-1"),
            "2:8",
            "byte 12 of the file (0xDC, on line 2) is not UTF-8; in Windows-1252 it would be `Ü`",
        ),
        (
            "a: b\n".encode("utf-16"),
            "1:1",
            "byte 0 of the file (0xFF, on line 1) is not UTF-8; the file is UTF-16",
        ),
        (
            "title: Plan\n".encode("utf-16-le"),
            "1:1",
            "playbooks/roles.yml is not a text: 12 of its 24 bytes are control characters",
        ),
        (
            b"\xef\xbb\xbfa: \x81\0\n",
            "1:4",
            "byte 6 of the file (0x81, on line 1) is not UTF-8",
        ),
    ],
)
def test_other_encodings_are_refused_with_the_byte(
    content: bytes, place: str, message: str, tmp_path: Path
) -> None:
    document, found = read_one(tmp_path, content)

    assert document is None
    assert codes(found) == ["FW010"]
    assert (str(found[0].span), found[0].message) == (f"playbooks/roles.yml:{place}", message)


@pytest.mark.parametrize(
    ("character", "code"),
    [
        *((character, "FW011") for character in "\x00\x07\x1b\x7f\x85\x9b\ufffe\uffff\u2028\u2029"),
        *((character, "FW012") for character in "\u202a\u202e\u2066\u2069"),
        *((character, "FW013") for character in "\u200b\u2060\ufeff\u00ad\u200c\u200f\U000e0041"),
    ],
)
def test_hidden_characters_are_pointed_at(character: str, code: str, tmp_path: Path) -> None:
    document, found = read_one(
        tmp_path, f"first: fine\r\ntitle: Sign{character}on\r\nlast: fine\r\n"
    )

    assert [(one.code.id, str(one.span)) for one in found] == [(code, "playbooks/roles.yml:2:12")]
    assert f"U+{ord(character):04X}" in found[0].message
    assert document is not None
    assert isinstance(document.data, dict)
    assert list(document.data) == ["first", "title", "last"]


def test_a_control_character_is_told_with_its_byte(tmp_path: Path) -> None:
    _, found = read_one(tmp_path, "\ufeffa: é\r\nb: x\x07y\x07\r\nc: \x08\r\n")

    assert [one.message for one in found] == [
        "the control character U+0007 stands here, byte 14 of the file",
        "the control character U+0008 stands here, byte 22 of the file",
    ]


def test_hidden_characters_in_a_key_do_not_make_it_another_key(tmp_path: Path) -> None:
    document, found = read_one(tmp_path, "\u200btitle\x07: Sign\u200bon\n  \nid: x\n")

    assert codes(found) == ["FW013", "FW011"]
    assert document is not None
    assert document.data == {"title": "Sign\u200bon", "id": "x"}


@pytest.mark.parametrize(
    "text",
    [
        "\N{WOMAN}\u200d\N{PERSONAL COMPUTER}",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u05e9\u05dc\u05d5\u05dd\u200f!",
        "\N{REGIONAL INDICATOR SYMBOL LETTER D}\N{REGIONAL INDICATOR SYMBOL LETTER E}",
        "50\u00a0% \u2014 \u201cquoted\u201d",
    ],
)
def test_what_belongs_to_a_script_or_an_emoji_is_fine(text: str, tmp_path: Path) -> None:
    document, found = read_one(tmp_path, f"title: {text}\n")

    assert found == []
    assert document is not None
    assert document.data == {"title": text}


def test_a_character_written_as_an_escape_is_meant(tmp_path: Path) -> None:
    document, found = read_one(tmp_path, 'title: "\\u202Etxt\\u200B"\n')

    assert found == []
    assert document is not None
    assert document.data == {"title": "\u202etxt\u200b"}


@pytest.mark.parametrize("escape", [*"0abvfeNLP", "x85", "x7F", "u2029", "U0000FFFF"])
def test_no_escape_brings_a_control_character_in(escape: str, tmp_path: Path) -> None:
    _, found = read_one(tmp_path, f'title: "One \\{escape} two"\n')

    assert [(each.code.id, each.span.column, each.span.end_column) for each in found] == [
        ("FW011", 13, 14 + len(escape))
    ]


def test_a_file_full_of_hidden_characters_gets_few_diagnostics(tmp_path: Path) -> None:
    _, found = read_one(tmp_path, "".join(f"a{at}: \u200bb\n" for at in range(50)))

    assert codes(found) == ["FW013"] * 10
    assert found[-1].message.endswith("(and on 40 more lines)")


def test_a_file_in_utf_16_is_shown_as_its_words() -> None:
    text = decode("title: Plan\n".encode("utf-16"), NAME)

    assert text.problem
    assert text.lines[0] == "title: Plan"
