"""Golden cases of what people get wrong in a new project: what is said, and that nothing is, once the hints are followed.

A case has edits to what `firstwin new` writes (`tests/edits.py`), and under `report` what is said of it. Hints that offer
what to write are taken at their word (`tests/following.py`). What the others ask for is done `by hand`: further edits.
Under `followed` stands what is said then.
"""

from collections import Counter
from pathlib import Path

import pytest
from tests.edits import edit, project
from tests.faulty import cases, report
from tests.following import followed, messages_in
from tests.golden import compare, sections

from firstwin.scaffold import new_project

CASES = cases(Path(__file__).parent / "cases")
MOST_ROUNDS = 4
"""The times that a project is looked at anew: of several messages about one line, one is followed at a time."""
BY_HAND = "by hand "


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "onboarding"
    new_project(folder)
    return folder


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_told_of_it_can_be_followed(
    case: Path, new: Path, tmp_path: Path, *, update_goldens: bool
) -> None:
    parts = sections(case)
    config = project(tmp_path, parts, new)
    first = after = report(config)
    for _ in range(MOST_ROUNDS):
        before = Counter(one.words[1:] for one in messages_in(after))
        if not followed(tmp_path, messages_in(after)):
            break
        after = report(config)
        assert not Counter(one.words[1:] for one in messages_in(after)) - before
    by_hand = {name.removeprefix(BY_HAND): text for name, text in parts.items() if BY_HAND in name}
    if by_hand:
        edit(tmp_path, by_hand)
        after = report(config)

    compare(case, {"report": first, "followed": after}, update=update_goldens)
    assert not messages_in(after), "notes alone may be left"
