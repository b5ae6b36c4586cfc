"""Whatever a file holds, reading it ends soon, with a document or with diagnostics."""

import json
import random
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.reading import NAME, codes, read_one
from yaml import YAMLError

from firstwin.diagnostics import Diagnostic
from firstwin.diagnostics.report import render_text
from firstwin.sources import Document, Quoted, TextCut
from firstwin.sources.mend import Budget, explain
from firstwin.sources.parse import parse
from firstwin.sources.text import decode
from firstwin.system.collector import collector_paused

PLAYBOOK = (Path(__file__).parent / "playbook.yml").read_text(encoding="utf-8")
SUITE_FILE = Path(__file__).parent / "yaml_test_suite.json"
SUITE = json.loads(SUITE_FILE.read_text(encoding="utf-8"))["cases"]
SIGNS = "*&[]{}>|@%,#\"'`:-? \t\n\r!<~aé\u00a0\u200b\u202e\ufeff\x00\\"


def understood(content: bytes) -> tuple[Document | None, list[Diagnostic]]:
    """Parse, and hold what comes out to what always holds."""
    text = decode(content, NAME)
    started = time.process_time()
    with collector_paused():  # as in every command
        document, found = parse(NAME, text)
        report = render_text(found, {NAME: text.lines})

    assert time.process_time() - started < 5
    assert document is not None or found
    for one in found:
        assert 1 <= one.span.line <= max(len(text.lines), 1)
        assert one.span.column >= 1
        assert one.hint
        assert f"{one.span}: {one.severity.value}[{one.code.id}]: " in report
    return document, found


@settings(max_examples=1_000)
@given(st.binary(max_size=400))
def test_random_bytes(content: bytes) -> None:
    understood(content)


@settings(max_examples=300)
@given(st.text(SIGNS, max_size=60))
def test_random_signs(text: str) -> None:
    understood(text.encode())


WORDS = [
    *(
        "Sign",
        "in",
        "the",
        "@team",
        "*bold*",
        "**x**",
        "`code`",
        "#42",
        "# note",
        "a:",
        "b: c",
        "12:30",
        "1.10",
        "01234",
        "1_000",
        "1e3",
    ),
    *(
        '"quoted"',
        "it's",
        "'s",
        '"',
        "'",
        "[ ]",
        "[x]",
        "{a}",
        "{{ product.name }}",
        "&",
        "&x",
        "!",
        "!now",
    ),
    *(
        "%",
        "50%",
        ">",
        "> 80",
        "|",
        "- item",
        "-",
        "-x",
        "?",
        "? why",
        ",",
        "a, b",
        "]",
        "}",
        ":",
        "::",
    ),
    *(
        "https://x.org/#z",
        "~",
        "no",
        "null",
        "C:\\Users",
        "\\n",
        "\u201cq\u201d",
        "...",
        "---",
        "<b>",
        "=",
    ),
]


@settings(max_examples=500)
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4),
    st.sampled_from(["a: {}", "a:\n  - {}"]),
)
def test_no_text_is_bent_in_silence(words: list[str], around: str) -> None:
    """A text without quotes is read as it was typed, or is a diagnostic, or is no text for YAML."""
    text = " ".join(words)
    document, found = understood(f"first: x\n{around.format(text)}\nlast: y\n".encode())

    if not found:
        assert document is not None
        assert isinstance(document.data, dict)
        assert list(document.data) == ["first", "a", "last"]
        value = document.data["a"][0] if "-" in around else document.data["a"]
        if type(value) is str:
            assert value == text
        elif value is None:
            assert text in {"~", "null"} or text.startswith(("# ", "~ #", "null #"))
        elif isinstance(value, TextCut):
            assert text == f"{value} {value.comment}"
        elif isinstance(value, Quoted):
            assert text[0] in "\"'|>"
        else:
            assert text[0] in "[{-?" or ": " in text or text.endswith(":")


@settings(max_examples=300)
@given(st.data())
@pytest.mark.unmeasured  # others run through all of it
def test_mutated_playbooks(data: st.DataObject) -> None:
    text = PLAYBOOK
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 3))
        text = text[:at] + data.draw(st.text(SIGNS, max_size=3)) + text[at + cut :]
    understood(text.encode())


def test_random_pieces_of_yaml_put_together() -> None:
    dice = random.Random(7)  # the same mixtures on every run
    pieces = [case["yaml"] for case in SUITE] + PLAYBOOK.splitlines(keepends=True)
    for _ in range(300):
        understood("".join(dice.choices(pieces, k=dice.randint(2, 8))).encode())


@pytest.mark.parametrize("case", SUITE, ids=lambda case: case["id"])
@pytest.mark.unmeasured  # others run through all of it
def test_the_yaml_test_suite(case: dict[str, str]) -> None:
    """Invalid YAML is rejected; valid YAML is read or rejected with a place."""
    _, found = understood(case["yaml"].encode())

    if case["fail"]:
        assert found


@pytest.mark.parametrize(
    "content",
    [
        "a: " + "[" * 1_000,
        "a: " + "[" * 3_000,
        "a: " + "[" * 1_000_000,
        "{a: " * 200_000,
        "- " * 500_000,
        "? " * 500_000,
        "\n".join(" " * depth + "a:" for depth in range(1_200)),
        "a: " + "[" * 60 + "]" * 60,
        "a:\n  " + "- " * 51 + "b",
    ],
    ids=lambda content: content[:10].strip() + f"({len(content)})",
)
def test_deep_nesting_ends_soon(content: str) -> None:
    started = time.process_time()
    document, found = understood(content.encode())

    assert time.process_time() - started < 1
    assert document is None
    assert codes(found) == ["FW023"]


def bomb(levels: int, merge: str = "") -> str:
    """A file that says little and would grow by ten with every level."""
    lines = ["a0: &a0 {x: y}"]
    for level in range(1, levels):
        aliases = ", ".join([f"*a{level - 1}"] * 10)
        value = f"{{<<: [{aliases}]}}" if merge else f"[{aliases}]"
        lines.append(f"a{level}: &a{level} {value}")
    return "\n".join(lines) + "\n"


def most_memory(content: bytes) -> int:
    """How many bytes are taken at once while it is understood, whatever this process took before."""
    tracemalloc.start()
    try:
        understood(content)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "content",
    [bomb(20), bomb(30), bomb(20, "merge"), bomb(30, "merge"), "&a [*a]", "a: &a\n  b: *a\n"],
    ids=["alias-20", "alias-30", "merge-20", "merge-30", "recursive", "recursive-mapping"],
)
def test_bombs_are_refused_unexploded(content: str) -> None:
    started = time.process_time()
    document, found = understood(content.encode())

    assert time.process_time() - started < 1
    assert most_memory(content.encode()) < 100_000_000
    assert document is None
    assert set(codes(found)) == {"FW026"}


def test_unknown_tags_do_nothing(tmp_path: Path) -> None:
    target = tmp_path / "touched"
    content = f'run: !!python/object/apply:os.system ["touch {target}"]\n'
    _, found = read_one(tmp_path / "project", content)

    assert codes(found) == ["FW027"]
    assert not target.exists()


@pytest.mark.unmeasured  # it is timed
@pytest.mark.parametrize(
    "content",
    [
        'a: "' + "'\n\"" * 300_000,
        "- &a x\n" * 140_000,
        "a: b\n" * 200_000,
        "...\n" * 250_000,
        "{b, " * 1_000 + "}" * 1_000,
        "a: {b: c, " + "d, " * 300_000 + "}",
        "\ta\n" * 300_000,
        "- @x\n" * 200_000,
        PLAYBOOK.replace("title: ", "title: @") * 400,
        "\u00a0\u00a0id: x\n" * 4_000,
        "a:\n" + "\u00a0b\n" * 2_000,
    ],
    ids=lambda content: content[:10].strip(),
)
def test_large_files_full_of_faults_end_soon(content: str) -> None:
    _, found = understood(content.encode()[: 1024 * 1024])

    assert 0 < len(found) <= 100


def test_reading_a_hopeless_file_stops_and_says_so() -> None:
    content = "".join(f"k{at}: @{'x' * 60}\n" for at in range(14_000))
    document, found = understood(content.encode())

    assert document is None
    assert codes(found)[-1] == "FW049"
    assert found[-1].message == "reading stops here"
    assert set(codes(found)[:-1]) == {"FW030"}


def test_an_error_without_a_place_is_told_all_the_same() -> None:
    """PyYAML raises none for the texts that reach it; should it, there is still no traceback."""
    fault = explain(["a: b"], YAMLError("something odd"), Budget())

    assert fault.fatal
    assert fault.diagnostic(NAME).message == "this is not YAML: something odd"


def test_without_libyaml_the_same_is_read(tmp_path: Path) -> None:
    """PyYAML may come without its C part; then its own parser reads, slower."""
    (tmp_path / "site_config.yml").write_text("title: Guides\n", encoding="utf-8")
    (tmp_path / "playbooks").mkdir()
    (tmp_path / NAME).write_text(PLAYBOOK.replace("title: Plan", "title: @Plan"), encoding="utf-8")
    (tmp_path / "playbooks" / "deep.yml").write_text("a: " + "[" * 3_000, encoding="utf-8")
    script = (
        "import sys, json, pathlib\n"
        "if sys.argv[1] == 'without': sys.modules['yaml._yaml'] = None\n"
        "import yaml\n"
        "assert yaml.__with_libyaml__ == (sys.argv[1] == 'with')\n"
        "from firstwin.sources import read\n"
        "sources, found = read(pathlib.Path('site_config.yml'))\n"
        "told = [(str(one.span), one.code.id, one.message, one.hint) for one in found]\n"
        "print(json.dumps([told, {key: value.data for key, value in sources.documents.items()}]))\n"
    )
    with_it, without = (
        json.loads(
            subprocess.run(
                [sys.executable, "-c", script, how],
                cwd=tmp_path,
                check=True,
                stdout=subprocess.PIPE,
                text=True,
            ).stdout
        )
        for how in ("with", "without")
    )

    assert with_it == without
    assert [code for _, code, *_ in with_it[0]] == ["FW023", "FW030"]
