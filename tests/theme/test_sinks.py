"""No script of ours makes markup or code of a text: what it shows it sets as text."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = [
    path
    for folder in ("generator", "theme")
    for ending in ("*.js", "*.ts", "*.mjs", "*.html", "*.j2")
    for path in sorted((ROOT / folder).rglob(ending))
]
SINK = re.compile(
    r"""\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe)\b
    | \bdocument\s*\.\s*write | \beval\s*\( | \bnew\s+Function\b | \bset(?:Timeout|Interval)\s*\(\s*["'`]
    | \bparseFromString\b | \bsrcdoc\b | \bjavascript:
    | \bsetAttribute\s*\(\s*["'`]on | \.\s*on[a-z]+\s*=\s*["'`] | \bimport\s*\( | \bimportScripts\s*\( | \bnew\s+(?:Shared)?Worker\b""",
    re.VERBOSE,
)

INERT = {"generator/firstwin/serve/preview.js": {"parseFromString"}}
"""Who reads a page of ours in a document that nothing shows or runs, and takes over nothing but texts, as texts."""


def test_there_are_scripts_to_read() -> None:
    assert ROOT / "generator/firstwin/serve/preview.js" in SCRIPTS


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_script_makes_markup_of_a_text(path: Path) -> None:
    found = {sink[0] for sink in SINK.finditer(path.read_text("utf-8"))}

    assert found == INERT.get(path.relative_to(ROOT).as_posix(), set())


@pytest.mark.parametrize(
    "script",
    [
        "node.innerHTML = name",
        "document . write(name)",
        "eval(name)",
        "new Function(name)()",
        "setTimeout('go()', 1)",
        "frame.srcdoc = name",
        "node.setAttribute('onclick', name)",
        "node.onclick = 'go()'",
        "import(name)",
        "new Worker(name)",
        "importScripts(name)",
        "new DOMParser().parseFromString(name, 'text/html')",
        "location = 'javascript:go()'",
    ],
)
def test_a_script_that_does_is_found(script: str) -> None:
    assert SINK.search(script)
