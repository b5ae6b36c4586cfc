"""Golden cases of files that cannot be read as they stand, and what is said of the rest of their project."""

from pathlib import Path

import pytest
from tests.faulty import cases, hold

PROJECTS = Path(__file__).parent / "projects"


@pytest.mark.parametrize("case", cases(PROJECTS), ids=lambda case: case.stem)
def test_a_faulty_project_is_told_what_is_wrong(
    case: Path, tmp_path: Path, *, update_goldens: bool
) -> None:
    hold(case, tmp_path, update=update_goldens)
