"""What comes after onboarding is counted among no phases, on no page: it has no number, and no total includes it."""

import pytest
from tests.edits import project
from tests.validate.test_repeats import AFTERCARE, PLAYBOOK

from firstwin.loading import load_for_now
from firstwin.models.values import Audience
from firstwin.pages import lay_out
from firstwin.pages.views import ChecklistView, DaysView, GuideView, PhaseView, TierView
from firstwin.resolve import resolve
from firstwin.select import select
from firstwin.words import words_in


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    loaded = load_for_now(project(tmp_path_factory.mktemp("after"), {PLAYBOOK: AFTERCARE}))
    assert loaded.catalog
    guides = resolve(select(loaded.catalog, Audience.CUSTOMER))
    return {page.path: page.view for page in lay_out(guides, words_in("en")).pages}


def test_it_has_no_number(views: dict[str, object]) -> None:
    checklist, days = (
        views["team/champion/checklist/index.md"],
        views["team/champion/timeline/index.md"],
    )
    guide, plan = views["team/champion/index.md"], views["team/index.md"]
    assert isinstance(checklist, ChecklistView)
    assert isinstance(days, DaysView)
    assert isinstance(guide, GuideView)
    assert isinstance(plan, TierView)
    assert checklist.phases[-1].title == "Stay on course"
    assert [line.title for week in days.weeks for line in week.lines if line.kind == "phase"][
        -1
    ] == ("Stay on course")
    assert [task.after for task in guide.phases] == [False, False, False, True]
    assert plan.timeline.rows[-1].title == "Stay on course"


def test_a_checklist_counts_what_its_phases_hold(views: dict[str, object]) -> None:
    view = views["team/champion/checklist/index.md"]
    assert isinstance(view, ChecklistView)
    assert " in 3 phases." in view.lede


def test_the_last_phase_says_that_onboarding_is_over(views: dict[str, object]) -> None:
    last = [view for view in views.values() if isinstance(view, PhaseView)]
    labels = [view.pager.next.label for view in last if view.pager.next]
    assert "What comes next: after onboarding" in labels
    assert "What comes next: phase 4" not in labels
