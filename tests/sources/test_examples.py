"""The examples in `firstwin explain` are true: the wrong one gets its code, the right one none."""

import re
from pathlib import Path

import pytest
from tests.sources.reading import codes, read_one

from firstwin.diagnostics import Code
from firstwin.sources.codes import REORDERING, SOURCE_CODES, TEXT_CUT
from firstwin.sources.published_codes import DOWNLOAD_NAME

# Examples of files and folders are tried with the rules; so is text that is cut, which only a model minds.
YAML_CODES = [
    code
    for code in SOURCE_CODES
    if code.wrong and code.id >= REORDERING.id and code not in (TEXT_CUT, DOWNLOAD_NAME)
]


def meant(example: str) -> str:
    """The example with what it only describes: characters that show nothing, and more of the same."""
    shown = re.sub(r"U\+([0-9A-F]{4})\([^)]*\)", lambda found: chr(int(found[1], 16)), example)
    return re.sub(r"(.) \.\.\. (.)", lambda found: found[1] * 60 + found[2] * 60, shown)


@pytest.mark.parametrize("code", YAML_CODES, ids=lambda code: code.id)
def test_the_wrong_example_has_the_fault_and_the_right_one_has_none(
    code: Code, tmp_path: Path
) -> None:
    _, wrong = read_one(tmp_path, f"{meant(code.wrong)}\n")
    document, right = read_one(tmp_path, f"{meant(code.right)}\n")

    assert codes(wrong) == [code.id]
    assert codes(right) == []
    assert document is not None


def test_codes_are_distinct_and_complete() -> None:
    ids = [code.id for code in SOURCE_CODES]

    assert ids == sorted(set(ids))
    assert all(code.title and code.explanation for code in SOURCE_CODES)
