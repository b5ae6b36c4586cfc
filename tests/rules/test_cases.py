"""Golden cases of the rules: projects that can be read, and would not do."""

from pathlib import Path

import pytest
from tests.edits import SMALL
from tests.faulty import cases, hold, report, without_case

from firstwin.rules import CODES, RULES, office_traces
from firstwin.rules.allowed import NOT_NEEDED
from firstwin.rules.too_large_a_site import TOO_LARGE_RULES
from firstwin.sources.codes import SOURCE_CODES
from firstwin.validate.reference_codes import REFERENCE_CODES
from firstwin.validate.shape_codes import SHAPE_CODES

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("case", cases(CASES), ids=lambda case: case.stem)
def test_a_faulty_project_is_told_what_is_wrong(
    case: Path, tmp_path: Path, *, update_goldens: bool
) -> None:
    hold(case, tmp_path, update=update_goldens)


def test_the_small_project_is_clean() -> None:
    assert report(SMALL / "site_config.yml") == "no problems"


def test_no_code_means_two_things() -> None:
    known = [
        *SOURCE_CODES,
        *SHAPE_CODES,
        *REFERENCE_CODES,
        NOT_NEEDED,
        *(rule.code for rule in RULES),
    ]

    assert sorted(code.id for code in known) == sorted(CODES)
    assert [rule.code.id for rule in RULES] == sorted(rule.code.id for rule in RULES)


def test_every_code_has_a_case() -> None:
    # A case of those would be thousands of files: tests/rules/test_too_large_a_site.py makes them. One of an office file would
    # not be text: tests/rules/test_office_traces.py packs them.
    elsewhere = {office_traces.CODE, *(rule.code for rule in TOO_LARGE_RULES)}

    assert without_case([NOT_NEEDED, *(rule.code for rule in RULES)], CASES) == {
        code.id for code in elsewhere
    }
