"""The steps of a page in groups: under the headings of their author, or under their days."""

from pathlib import Path

import pytest
from tests.pages.small import steps_in
from tests.resolve.small import small_guides

from firstwin.models.values import Audience
from firstwin.pages import lay_out
from firstwin.pages.views import PhaseView
from firstwin.words import words_in

PLAN = """
tier: gold
title: Gold plan
summary: To the first win.
duration: 60
phases:
  - id: begin
    title: Begin
    days: 1-60
    owner: admin
    outcome: You have begun.
{headings}
    steps:
      - {{id: won, type: milestone, first_value: true, title: Win, owner: csm, day: 1, done_when: You won.}}
{steps}
"""
STEP = "      - {{id: {id}, title: Do, days: {days}, done_when: Done.{more}}}"
ADMIN = "persona: admin\ngoal: You are done.\nsummary: You set it up.\n"


def phase(
    folder: Path,
    days: list[str],
    headings: dict[str, str] | None = None,
    *,
    internal: str = "",
    persona: str = "",
    audience: Audience = Audience.CUSTOMER,
) -> PhaseView:
    """The phase as the admin reads it: a milestone of others on day 1, and steps `s1`, `s2` ... on these days."""
    steps = [
        STEP.format(
            id=f"s{number}", days=window, more=", audience: internal" * (internal == f"s{number}")
        )
        for number, window in enumerate(days, start=1)
    ]
    over = "".join(f"      {id_}: {title}\n" for id_, title in (headings or {}).items())
    playbook = PLAN.format(
        headings="    headings:\n" + over if over else "", steps="\n".join(steps)
    )
    files = {"playbooks/gold/playbook.yml": playbook, "playbooks/gold/admin.yml": ADMIN + persona}
    pages = lay_out(small_guides(folder, files, audience), words_in("en")).pages
    view = next(page.view for page in pages if page.path == "gold/admin/begin/index.md")
    assert isinstance(view, PhaseView)
    return view


def groups(view: PhaseView) -> list[tuple[str, str, list[str]]]:
    return [(group.title, group.days, [step.id for step in group.steps]) for group in view.groups]


def test_few_steps_stand_together(tmp_path: Path) -> None:
    assert groups(phase(tmp_path, ["1-2", "5-6", "9-10"])) == [("", "", ["won", "s1", "s2", "s3"])]


def test_many_steps_stand_under_their_days(tmp_path: Path) -> None:
    view = phase(tmp_path, ["1-3", "2-8", "9-9", "9-12", "20-21", "21-25", "25-28"])
    assert groups(view) == [
        ("Days 1–8", "", ["won", "s1", "s2"]),
        ("Days 9–12", "", ["s3", "s4"]),
        ("Days 20–28", "", ["s5", "s6", "s7"]),
    ]
    assert [group.id for group in view.groups] == ["page_group-1", "page_group-2", "page_group-3"]


@pytest.mark.parametrize(
    ("days", "sizes"),
    [
        (["2-9", "2-9", "2-9", "20-29", "20-29", "20-29"], [4, 3]),
        (["1-9", "1-9", "1-9", "12-12", "20-29", "20-29", "20-29"], [5, 3]),
        (["1-9", "1-9", "1-9", "20-29", "20-29", "20-29", "40-40"], [4, 4]),
    ],
    ids=["first", "between", "last"],
)
def test_a_step_by_itself_is_no_group(tmp_path: Path, days: list[str], sizes: list[int]) -> None:
    assert [len(steps) for _, _, steps in groups(phase(tmp_path, days))] == sizes


def test_steps_that_follow_each_other_without_a_break_need_no_days(tmp_path: Path) -> None:
    view = phase(tmp_path, ["1-10", "5-15", "12-20", "8-9", "20-30", "25-26", "30-40"])
    assert [title for title, _, _ in groups(view)] == [""]


def test_an_authors_headings_win(tmp_path: Path) -> None:
    view = phase(tmp_path, ["1-3", "9-12", "20-21"], {"s1": "Access", "s3": "Go live"})
    assert groups(view) == [
        ("Day 1", "", ["won"]),
        ("Access", "Days 1–12", ["s1", "s2"]),
        ("Go live", "Days 20–21", ["s3"]),
    ]


def test_a_heading_stays_where_its_first_step_is_not_shown(tmp_path: Path) -> None:
    view = phase(
        tmp_path,
        ["1-3", "9-12", "20-21"],
        {"s1": "Access", "s3": "Go live"},
        persona="hide: [s1]\nadd:\n  s2: [{id: own, title: Own, day: 13, done_when: Done.}]\n"
        "  begin: [{id: last, title: Last, day: 30, done_when: Done.}]\n",
    )
    assert groups(view)[1:] == [
        ("Access", "Days 9–13", ["s2", "own"]),
        ("Go live", "Days 20–30", ["s3", "last"]),
    ]


def test_a_heading_over_what_fewer_may_read_is_for_them_alone(tmp_path: Path) -> None:
    """It is written for its first step, so whoever does not see that step does not read it."""
    made = phase(tmp_path / "a", ["1-3", "9-12"], {"s1": "Ours"}, internal="s1")
    assert groups(made) == [("", "", ["won", "s2"])]
    made = phase(
        tmp_path / "b", ["1-3", "9-12"], {"s1": "Ours"}, internal="s1", audience=Audience.INTERNAL
    )
    assert [title for title, _, _ in groups(made)] == ["Day 1", "Ours", "Days 9–12"]


def test_the_first_step_in_which_the_reader_acts_stands_open(tmp_path: Path) -> None:
    view = phase(tmp_path, ["1-3", "9-12", "20-21"])
    assert [step.id for step in steps_in(view) if step.open] == ["s1"]
    others = phase(tmp_path / "others", [])
    assert [step.id for step in steps_in(others) if step.open] == ["won"]
