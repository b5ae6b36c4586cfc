"""The examples in `firstwin explain` are true: the wrong one gets its code, the right one none."""

from pathlib import Path

import pytest
from tests.sources.reading import codes, read_one

from firstwin.diagnostics import Code
from firstwin.sources.codes import SOURCE_CODES, TEXT_CUT, TOO_DEEP

# What shows nothing or never ends is described in its example, and text is cut only for the models.
YAML_CODES = [
    code
    for code in SOURCE_CODES
    if code.wrong and code.id >= "FW015" and code not in {TEXT_CUT, TOO_DEEP}
]


@pytest.mark.parametrize("code", YAML_CODES, ids=lambda code: code.id)
def test_the_wrong_example_has_the_fault_and_the_right_one_has_none(
    code: Code, tmp_path: Path
) -> None:
    _, wrong = read_one(tmp_path, f"{code.wrong}\n")
    document, right = read_one(tmp_path, f"{code.right}\n")

    assert codes(wrong) == [code.id]
    assert codes(right) == []
    assert document is not None


def test_codes_are_distinct_and_complete() -> None:
    ids = [code.id for code in SOURCE_CODES]

    assert ids == sorted(set(ids))
    assert all(code.title and code.explanation for code in SOURCE_CODES)
