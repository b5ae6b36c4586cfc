"""The first screen of a guide: all that it asks of its reader where that is little, and how much where it is not."""

from pathlib import Path

from tests.resolve.small import small_guides, with_steps

from firstwin.pages import lay_out
from firstwin.pages.views import GuideView
from firstwin.words import words_in

STEP = "- {{id: s{number}, title: Step {number}, owner: {owner}, day: {day}, minutes: 30, done_when: Done.}}\n"
TOUCHPOINT = """
touchpoints:
  talk:
    title: Monthly talk
    every: month
    minutes: 20
    owner: csm
    with: [admin]
phases:
"""


def guide(folder: Path, steps: str, more: str = "phases:\n") -> GuideView:
    plan = {path: text.replace("phases:\n", more) for path, text in with_steps(steps).items()}
    pages = lay_out(small_guides(folder, plan), words_in("en")).pages
    view = next(page.view for page in pages if page.path == "gold/admin/index.md")
    assert isinstance(view, GuideView)
    return view


def test_a_guide_that_asks_little_tells_all_of_it_by_its_days(tmp_path: Path) -> None:
    steps = STEP.format(number=1, owner="admin", day=9) + STEP.format(
        number=2, owner="admin", day=3
    )
    view = guide(tmp_path, steps + STEP.format(number=3, owner="csm", day=4), TOUCHPOINT)
    assert [(each.when, each.title, each.url, each.time) for each in view.moments] == [
        ("Days 1–30", "Monthly talk", "#page_cadences", "20 minutes each, with nothing to tick"),
        ("Day 3", "Step 2", "begin/#s2", "30 minutes"),
        ("Day 9", "Step 1", "begin/#s1", "30 minutes"),
    ]
    assert view.moments_title == "Your 3 moments, 1 hour 20 minutes in all"
    assert view.meta == ()


def test_without_minutes_only_their_number_is_said(tmp_path: Path) -> None:
    view = guide(tmp_path, "- {id: it, title: It, owner: admin, day: 3, done_when: Done.}")
    assert view.moments_title == "Your 1 moment"
    assert [each.time for each in view.moments] == [""]


def test_a_guide_that_asks_much_says_how_much(tmp_path: Path) -> None:
    steps = "".join(STEP.format(number=day, owner="admin", day=day) for day in range(2, 15))
    view = guide(tmp_path, steps)
    assert view.moments == ()
    assert view.meta == ("Days 2–14", "About 6 hours in all")
    assert view.counted == "13 steps for you"


def test_what_is_not_certain_and_what_is_not_known_are_said(tmp_path: Path) -> None:
    some = "- {id: a, title: A, owner: admin, day: 3, minutes: 30-45, done_when: Done.}\n"
    view = guide(tmp_path, some)
    assert [each.time for each in view.moments] == ["30–45 minutes"]
    assert view.moments_title == "Your 1 moment, 30–45 minutes in all"

    more = some + "- {id: b, title: B, owner: admin, day: 4, done_when: Done.}\n"
    assert guide(tmp_path, more).moments_title == "Your 2 moments, at least 30 minutes in all"


def test_a_guide_that_asks_nothing_says_nothing(tmp_path: Path) -> None:
    view = guide(tmp_path, STEP.format(number=1, owner="csm", day=2))
    assert (view.moments, view.meta, view.counted, view.start) == ((), (), "", None)
