"""Lines and steps of which some are enough: what pages say, and what scripts count."""

from pathlib import Path

import pytest
from tests.pages.small import block
from tests.pages.test_guide_data import guides_in
from tests.resolve.small import SHARED, small_guides

from firstwin.models.values import Audience
from firstwin.pages import Pages, lay_out
from firstwin.pages.views import ChecklistView, GuideView, PhaseView, TeamWeeksView
from firstwin.words import words_in

PLAYBOOK = """
tier: gold
title: Gold plan
summary: To the first win.
duration: 30
phases:
  - id: begin
    title: Begin
    days: 1-30
    owner: admin
    outcome: You have begun.
    choices:
      - of: [webinar, recording, workshop]
      - {of: [rules, names, hours], at_least: 2}
    steps:
      - {id: webinar, title: Join the webinar, day: 3, done_when: Joined.}
      - {id: recording, title: Watch the recording, day: 3, done_when: Watched.}
      - {id: workshop, title: Hold a workshop, day: 3, audience: AUDIENCE, only_if: data, done_when: Held.}
      - {id: rules, title: Agree on rules, day: 4, done_when: Agreed.}
      - {id: names, title: Agree on names, day: 4, done_when: Agreed.}
      - {id: hours, title: Agree on hours, day: 4, audience: AUDIENCE, done_when: Agreed.}
      - id: ways
        title: Tell the others
        day: 5
        sign_off: [admin]
        items:
          how:
            title: Ways to tell them
            at_least: 2
            items: {mail: By mail, call: In a call, talk: In the kitchen, late: {text: Later, optional: true}}
      - {id: won, type: milestone, first_value: true, title: Win, day: 20, done_when: You won.}
"""
CONDITIONS = "conditions: {data: {question: Do you bring data?, label: if you bring data}}"
PLAN = "playbooks/gold/playbook.yml"
FILES = {"playbooks/conditions.yml": CONDITIONS}


def laid_out(folder: Path, audience: str = "customer") -> Pages:
    files = {**FILES, PLAN: PLAYBOOK.replace("AUDIENCE", audience)}
    return lay_out(small_guides(folder, files, Audience.CUSTOMER), words_in("en"))


def test_a_page_says_which_steps_are_enough(tmp_path: Path) -> None:
    views = {page.path: page.view for page in laid_out(tmp_path).pages}
    begin, guide = views["gold/admin/begin/index.md"], views["gold/admin/index.md"]
    checklist = views["gold/admin/checklist/index.md"]
    assert isinstance(begin, PhaseView)
    assert isinstance(guide, GuideView)
    assert isinstance(checklist, ChecklistView)
    steps = {step.title: step for group in begin.groups for step in group.steps}
    said = [(each.label, each.question, each.text) for each in steps["Hold a workshop"].conditions]
    assert said == [
        ("Only if you bring data.", "Do you bring data?", ""),
        (
            "One of these is enough.",
            "",
            "“Join the webinar”, “Watch the recording” or “Hold a workshop”",
        ),
    ]
    (enough,) = steps["Agree on names"].conditions
    assert enough.label == "2 of these are enough."
    one = "one of several to choose from"
    assert one in steps["Agree on names"].meta
    assert steps["Win"].conditions == ()
    assert [task.note for task in guide.phases[0].steps] == [
        *(one, one, f"if you bring data, {one}", one, one, one),
        *("", ""),
    ]
    assert checklist.phases[0].steps[2].single is not None


def test_a_guide_counts_of_its_choices_what_is_enough(tmp_path: Path) -> None:
    more = "".join(
        f"      - {{id: more-{number}, title: Do {number}, day: 6, done_when: Done.}}\n"
        for number in range(20)
    )
    playbook = PLAYBOOK.replace("AUDIENCE", "customer").replace(
        "      - id: ways", f"{more}      - id: ways"
    )
    pages = lay_out(small_guides(tmp_path, {**FILES, PLAN: playbook}), words_in("en")).pages
    guide = next(page.view for page in pages if page.path == "gold/admin/index.md")
    assert isinstance(guide, GuideView)
    assert (
        guide.counted == f"{20 + 1 + 2 + 2} steps for you"
    )  # more, one way, two rules, two others


def test_a_page_says_how_many_lines_are_enough(tmp_path: Path) -> None:
    views = {page.path: page.view for page in laid_out(tmp_path).pages}
    begin, checklist = views["gold/admin/begin/index.md"], views["gold/admin/checklist/index.md"]
    assert isinstance(begin, PhaseView)
    assert isinstance(checklist, ChecklistView)
    tell = next(
        step for group in begin.groups for step in group.steps if step.title == "Tell the others"
    )
    (group,) = block(tell, "checklist")["groups"]
    assert (group.title, group.enough) == ("Ways to tell them", "2 of these are enough.")
    assert block(tell, "done")["words_only"] == "It is signed by you."
    on_paper = next(step for step in checklist.phases[0].steps if step.title == "Tell the others")
    assert on_paper.groups[0].notes == ("2 of these are enough.",)


def test_lines_of_others_say_that_they_are_to_choose_from(tmp_path: Path) -> None:
    playbook = PLAYBOOK.replace("AUDIENCE", "customer")
    for text in ("By mail", "In a call", "In the kitchen"):
        playbook = playbook.replace(f" {text}", f" {{text: {text}, owner: csm}}")
    playbook = playbook.replace("{text: Later,", "{text: Later, owner: csm,")
    pages = lay_out(small_guides(tmp_path, {**FILES, PLAN: playbook}), words_in("en")).pages
    begin = next(page.view for page in pages if page.path == "gold/admin/begin/index.md")
    assert isinstance(begin, PhaseView)
    tell = next(
        step for group in begin.groups for step in group.steps if step.title == "Tell the others"
    )
    (others,) = block(tell, "checklist")["others"]
    one = ("one of several to choose from",)
    assert [line.notes for line in others.lines] == [one, one, one, ("optional",)]


@pytest.mark.parametrize(
    ("audience", "enough"),
    [
        (
            "customer",
            [[1, "webinar", "recording", "workshop"], [2, "rules", "names", "hours"]],
        ),
        ("internal", [[1, "webinar", "recording"]]),
    ],
)
def test_scripts_know_the_steps_that_are_left_to_choose_from(
    tmp_path: Path, audience: str, enough: list[list[object]]
) -> None:
    pages = laid_out(tmp_path, audience)
    (begin,) = guides_in(pages.outline.files)["assets/guides/gold/admin.js"]["phases"]
    assert begin["enough"] == [[least, *(f"gold/{id_}" for id_ in ids)] for least, *ids in enough]


def test_scripts_know_the_lines_of_which_some_are_enough(tmp_path: Path) -> None:
    (begin,) = guides_in(laid_out(tmp_path).outline.files)["assets/guides/gold/admin.js"]["phases"]
    found = {step["title"]: step.get("enough") for step in begin["steps"]}
    keys = (f"gold/ways/{id_}" for id_ in ("mail", "call", "talk"))
    assert found["Tell the others"] == [[2, *keys]]
    assert found["Win"] is None


def test_a_guide_takes_what_so_many_of_its_choices_take(tmp_path: Path) -> None:
    minutes = {"Join the webinar": "30", "Watch the recording": "10-20", "Hold a workshop": "90"}
    playbook = PLAYBOOK.replace("AUDIENCE", "customer")
    for title, each in minutes.items():
        playbook = playbook.replace(f"title: {title},", f"title: {title}, minutes: {each},")
    promised = SHARED["playbooks/tiers.yml"] + "    minutes: {admin: 90}\n"
    files = {**FILES, PLAN: playbook, "playbooks/tiers.yml": promised}
    guides = small_guides(tmp_path, files)
    admin = next(guide for guide in guides.guides if guide.persona.id == "admin")
    assert (admin.minutes.least, admin.minutes.most) == (10, 90)


def test_a_busy_week_takes_what_so_many_of_its_choices_take(tmp_path: Path) -> None:
    playbook = PLAYBOOK.replace("AUDIENCE", "customer").replace("- {id: ", "- {minutes: 30, id: ")
    playbook = playbook.replace("minutes: 30, id: workshop", "minutes: 90, id: workshop")
    playbook = playbook.replace("- id: ways", "- minutes: 30\n        id: ways")
    pages = lay_out(small_guides(tmp_path, {**FILES, PLAN: playbook}), words_in("en")).pages
    guide = next(page.view for page in pages if page.path == "gold/admin/index.md")
    assert isinstance(guide, GuideView)
    assert [(fact.label, fact.value) for fact in guide.time] == [
        ("In all", "About 2–4 hours"),
        ("In a busy week", "Up to 3 hours"),
    ]


def test_the_share_of_a_role_without_a_guide_is_that_of_its_choices(tmp_path: Path) -> None:
    playbook = PLAYBOOK.replace("AUDIENCE", "customer")
    for title, each in {"Join the webinar": 30, "Hold a workshop": 90}.items():
        playbook = playbook.replace(
            f"title: {title},", f"title: {title}, with: csm, minutes: {each},"
        )
    guides = small_guides(tmp_path, {**FILES, PLAN: playbook}, Audience.INTERNAL)
    (plan,) = guides.plans.values()
    share = next(each for each in plan.roles if each.role.id == "csm")
    assert (share.minutes.least, share.minutes.most) == (30, 90)
    weeks = next(
        page.view
        for page in lay_out(guides, words_in("en")).pages
        if isinstance(page.view, TeamWeeksView)
    )
    assert weeks.sums == (("Success manager", "1 hour 30 minutes", "1 hour 30 minutes"),)


def test_a_page_says_of_lines_of_which_some_are_enough_when_a_step_is_done(tmp_path: Path) -> None:
    playbook = PLAYBOOK.replace("AUDIENCE", "customer").replace("        sign_off: [admin]\n", "")
    pages = lay_out(small_guides(tmp_path, {**FILES, PLAN: playbook}), words_in("en")).pages
    begin = next(page.view for page in pages if page.path == "gold/admin/begin/index.md")
    assert isinstance(begin, PhaseView)
    assert begin.done_when == (
        "A step is done when its lines are ticked: all of them, or as many as it says are enough."
    )
