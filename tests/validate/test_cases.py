"""Golden cases of what the model does not take: shapes that are wrong, and names that lead nowhere."""

from pathlib import Path

import pytest
from tests.faulty import cases, hold, without_case

from firstwin.validate.reference_codes import REFERENCE_CODES
from firstwin.validate.shape_codes import SHAPE_CODES

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("case", cases(CASES), ids=lambda case: case.stem)
def test_a_faulty_project_is_told_what_is_wrong(
    case: Path, tmp_path: Path, *, update_goldens: bool
) -> None:
    hold(case, tmp_path, update=update_goldens)


def test_every_code_has_a_case() -> None:
    assert without_case([*SHAPE_CODES, *REFERENCE_CODES], CASES) == set()
