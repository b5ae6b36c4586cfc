"""The hints of the golden cases, followed to the letter: their messages are gone, and nothing new is said."""

from collections import Counter
from pathlib import Path

import pytest
from tests.edits import project
from tests.faulty import cases, report
from tests.following import followed, messages_in
from tests.golden import sections

HERE = Path(__file__).parent
CASES = [*cases(HERE / "cases"), *cases(HERE.parent / "validate" / "cases")]

REVEALED = {
    "FW106-in-lists": "an option is compared with those there are once it is an id",
    "FW107-agenda-behind-a-sign": "minutes are added up once all of them are read",
    "FW107-fractions": "what counts from a named day is dated once the day is",
    "FW114-anchors": "what lies outside of its phase is known once its day is",
    "FW212-late-in-a-play": "the tier that was meant has its list already",
    "FW212-still-open-in-a-play": "so has the tier here, and the step that was meant has no such part",
    "FW232-FW233-FW219-changes": "what is hidden or changed twice is known once its name is",
    "FW501-needed": "who cannot follow a need is known once the audience is",
    "FW621-filled-address": "an address is looked at once its values are there",
    "unknown-persona": "who has no guide is known once it is known who has one",
}
"""Cases in which something was not looked at before, because it would have been a guess."""


LEAST_FOLLOWED = 274
"""The hints of all cases that can be followed, which is to grow: one that cannot be any more was written in other words."""


def test_most_of_the_hints_that_offer_something_are_followed(tmp_path: Path) -> None:
    count = 0
    for case in CASES:
        folder = tmp_path / case.stem
        project(folder, sections(case))
        count += len(followed(folder, messages_in(sections(case)["report"])))

    assert count >= LEAST_FOLLOWED, count


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
@pytest.mark.unmeasured  # others run through nearly all of it
def test_a_hint_that_is_followed_ends_its_message(case: Path, tmp_path: Path) -> None:
    before = messages_in(sections(case)["report"])
    config = project(tmp_path, sections(case))
    done = followed(tmp_path, before)
    if not done:
        return  # each of its hints leaves a choice

    left = Counter(one.words for one in messages_in(report(config)))
    was = Counter(one.words for one in before)

    gone = Counter(one.words for one in done)
    assert {words: left[words] for words in gone} == {
        words: was[words] - gone[words] for words in gone
    }
    new = [words for words in left if left[words] > was[words]]
    assert bool(new) == (case.stem in REVEALED), new
