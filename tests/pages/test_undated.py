"""What has no day: it is said in words wherever days stand, and no date is made of it."""

from pathlib import Path

from tests.pages.small import steps_in
from tests.resolve.small import SHARED, small_guides

from firstwin.models.values import Audience
from firstwin.pages import Page, lay_out
from firstwin.pages.calendar import guide_calendar
from firstwin.pages.day_text import DayText
from firstwin.pages.guide_data import guide_files
from firstwin.pages.sitemap import site_map
from firstwin.pages.views import (
    ChecklistView,
    DaysView,
    GuideView,
    PhaseView,
    TeamWeeksView,
    TierView,
)
from firstwin.resolve import Guides
from firstwin.words import words_in

PILOT = "When the pilot ends"
CONTRACT = "Once the contract is signed"
PLAN = {
    "playbooks/gold/playbook.yml": SHARED["playbooks/gold/playbook.yml"].replace(
        "    steps:\n",
        f"""    steps:
      - {{id: gather, title: Gather it, when: {CONTRACT}, owner: admin, minutes: 20, done_when: It is there.}}
""",
    )
    + f"""
  - id: widen
    title: Bring everybody in
    when: {PILOT}
    owner: admin
    outcome: All teams are in.
    steps:
      - {{id: tell, title: Tell all, with: [csm], minutes: 30, done_when: All know.}}
      - {{id: over, type: milestone, title: Close the pilot, done_when: Nobody is in it.}}
      - {{id: archive, title: Archive it, day: 29, done_when: It is gone.}}
  - id: look
    title: Look back
    days: 28-30
    owner: admin
    outcome: You know.
    steps:
      - {{id: back, title: Look back, day: 30, done_when: You know.}}
""",
}


def guides(folder: Path, audience: Audience = Audience.CUSTOMER) -> Guides:
    return small_guides(folder, PLAN, audience)


def laid_out(folder: Path, audience: Audience = Audience.CUSTOMER) -> dict[str, Page]:
    pages = lay_out(guides(folder, audience), words_in("en")).pages
    return {page.path: page for page in pages}


def test_words_stand_where_days_stand(tmp_path: Path) -> None:
    pages = laid_out(tmp_path)
    phase = pages["gold/admin/widen/index.md"].view
    assert isinstance(phase, PhaseView)
    tell, over, archive = steps_in(phase)
    assert tell.meta[0] == PILOT
    assert archive.meta[0] == "Day 29"
    assert isinstance(tell.meta[0], DayText)
    assert tell.meta[0].said is None
    guide = pages["gold/admin/index.md"].view
    assert isinstance(guide, GuideView)
    assert [each.when for each in guide.moments] == ["Day 29", CONTRACT, PILOT, PILOT, "Day 30"]
    assert over.meta[0] == PILOT


def test_the_page_of_days_has_it_behind_all_weeks(tmp_path: Path) -> None:
    view = laid_out(tmp_path)["gold/admin/timeline/index.md"].view
    assert isinstance(view, DaysView)
    *weeks, last = view.weeks
    assert (last.id, last.title, last.label) == ("page_undated", "Without a date", "")
    assert [(line.day, line.word, line.title, line.note) for line in last.lines] == [
        ("", "Due", "Gather it", CONTRACT),
        ("", "Due", "Tell all", PILOT),
        ("", "Milestone", "Close the pilot", PILOT),
    ]
    elsewhere = [line.title for week in weeks for line in week.lines]
    assert not {"Gather it", "Tell all", "4. Bring everybody in"} & set(elsewhere)


def test_the_picture_of_the_plan_leaves_it_out_and_its_table_says_it(tmp_path: Path) -> None:
    view = laid_out(tmp_path)["gold/index.md"].view
    assert isinstance(view, TierView)
    timeline = view.timeline
    assert timeline.intro == "3 phases. Some overlap."
    assert [bar.title for bar in timeline.bars] == ["Begin", "Look back"]
    assert "Close the pilot" not in [mark.title for mark in timeline.marks]
    (row,) = (row for row in timeline.rows if row.title.endswith(". Bring everybody in"))
    assert row.label == PILOT
    assert row.milestones == (f"Close the pilot: {PILOT}",)


def test_it_is_in_no_calendar_and_no_script_reckons_with_it(tmp_path: Path) -> None:
    made = guides(tmp_path)
    site = site_map(made, words_in("en"))
    admin = next(guide for guide in made.guides if guide.persona.id == "admin")
    entries = [entry.title for entry in guide_calendar(admin, site).entries]
    assert "Due: Archive it" in entries
    assert not [title for title in entries if "pilot" in title or "Gather" in title]
    files = [file.content.decode() for file in guide_files(made.plans["gold"], site)]
    tell = f'"anchor":"tell","note":"{PILOT} · 30 minutes"'  # and no day between them
    assert any(tell in text for text in files)


def test_the_checklist_and_the_team_read_it_too(tmp_path: Path) -> None:
    pages = laid_out(tmp_path, Audience.INTERNAL)
    sheet = pages["gold/admin/checklist/index.md"].view
    assert isinstance(sheet, ChecklistView)
    lines = {
        step.title: (step.by, step.milestone) for phase in sheet.phases for step in phase.steps
    }
    assert lines["Tell all"] == (PILOT, "")
    assert lines["Close the pilot"] == (PILOT, f"Close the pilot: {PILOT}")
    assert [phase.label for phase in sheet.phases] == ["Days 1–30", PILOT, "Days 28–30"]
    weeks = pages["internal/weeks/gold/index.md"].view
    assert isinstance(weeks, TeamWeeksView)
    duties = [duty.title for week in weeks.weeks for role in week.roles for duty in role.duties]
    assert "Tell all" not in duties


def test_a_plan_in_which_nothing_has_a_day_has_an_empty_picture(tmp_path: Path) -> None:
    path = "playbooks/gold/playbook.yml"
    plan = SHARED[path].replace("    days: 1-30\n", f"    when: {PILOT}\n")
    plan = plan.replace("        day: 20\n", "").replace("        first_value: true\n", "")
    view = next(
        page.view
        for page in lay_out(small_guides(tmp_path, {path: plan}), words_in("en")).pages
        if page.path == "gold/index.md"
    )
    assert isinstance(view, TierView)
    assert view.timeline.intro == "One phase."
    assert view.timeline.bars == ()
    assert [(row.label, row.milestones) for row in view.timeline.rows] == [
        (PILOT, (f"Reach the first win: {PILOT}",))
    ]
