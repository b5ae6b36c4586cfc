"""What a browser knows of a guide is what its pages show."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.pages.small import block, pages_of, steps_in
from tests.resolve.small import small_guides, with_steps

from firstwin.models.values import Audience
from firstwin.pages import Page, lay_out
from firstwin.pages.page import File
from firstwin.pages.views import ChecklistView, GuideView, PhaseView, StepView
from firstwin.words import words_in

START = "var fwGuide="


def guides(audience: Audience) -> dict[str, Any]:
    return guides_in(pages_of(audience).outline.files)


def guides_in(files: Iterable[File]) -> dict[str, Any]:
    return {
        file.path: json.JSONDecoder().raw_decode(text.removeprefix(START))[0]
        for file in files
        if (text := file.content.decode()).startswith(START)
    }


def phases(audience: Audience, guide: str) -> Iterator[tuple[Page, PhaseView]]:
    for page in pages_of(audience).pages:
        if page.chrome.guide == guide and isinstance(page.view, PhaseView):
            yield page, page.view


def boxes(step: StepView) -> list[str]:
    """The keys of the boxes that a step shows on the page of its phase."""
    groups = block(step, "checklist").get("groups", ())
    alone = [block(step, component).get("box") for component in ("sign-off", "done")]
    return [
        *(tick.key for group in groups for tick in group.ticks),
        *(box.key for box in alone if box),
    ]


@pytest.mark.parametrize("audience", Audience)
def test_each_page_of_a_guide_names_its_file(audience: Audience) -> None:
    pages = pages_of(audience)
    named = {page.chrome.guide for page in pages.pages if page.chrome.guide}
    assert set(guides(audience)) < named
    assert named <= {file.path for file in pages.outline.files}


@pytest.mark.parametrize("audience", Audience)
def test_steps_and_boxes_are_those_of_the_pages(audience: Audience) -> None:
    for path, guide in guides(audience).items():
        own = {phase["address"]: phase for phase in guide["phases"] if "address" in phase}
        for page, view in phases(audience, path):
            steps = own[f"{page.place.folder}/"]["steps"]
            shown = {step.key: step for step in steps_in(view)}
            assert {step["key"]: step["anchor"] for step in steps} == {
                key: step.id for key, step in shown.items()
            }
            for step in steps:
                keys = [key for key, *_ in step["boxes"]]
                here = [key for key in keys if key.startswith(f"{step['key']}/")]
                assert sorted(here) == sorted(
                    key for key in boxes(shown[step["key"]]) if key.startswith(f"{step['key']}/")
                )
                assert set(boxes(shown[step["key"]])) <= set(keys)


def test_of_a_tutorial_the_check_counts_and_its_actions_tell_that_it_was_begun() -> None:
    steps = [
        step
        for guide in guides(Audience.CUSTOMER).values()
        for phase in guide["phases"]
        for step in phase["steps"]
        if any(key.endswith("/_verify") for key, *_ in step["boxes"])
    ]
    assert steps
    for step in steps:
        assert [key for key, *more in step["boxes"] if not more][-1].endswith("/_verify")
        assert [key for key, *more in step["boxes"] if more]


def test_what_a_guide_needs_is_named_by_keys_of_its_plan() -> None:
    for guide in guides(Audience.INTERNAL).values():
        for phase in guide["phases"]:
            for each in (phase, *phase["steps"]):
                assert all(key.startswith(f"{guide['tier']}/") for key in each.get("needs", ()))


def test_a_change_of_a_guide_changes_its_version() -> None:
    versions = [guide["version"] for guide in guides(Audience.CUSTOMER).values()]
    assert len(set(versions)) == len(versions)


QUESTIONS = """
conditions:
  data:
    question: Do you bring data?
    label: if you bring data
  hosting:
    question: Who hosts it?
    label: by hosting
    options: {own: if you host it, ours: if we host it}
    answers: {own: We host it}
  sso:
    question: Do you have single sign-on?
    label: if you have it
    answers: {yes: We have it}
"""
ASKED = """\
- {id: it, title: It, owner: admin, day: 3, only_if: [data, sso, {hosting: own}], done_when: Done.}
"""


def test_a_question_is_answered_in_words_that_stand_alone(tmp_path: Path) -> None:
    files = with_steps(ASKED) | {"playbooks/conditions.yml": QUESTIONS}
    pages = lay_out(small_guides(tmp_path, files), words_in("en"))
    guide = guides_in(pages.outline.files)["assets/guides/gold/admin.js"]
    assert guide["questions"] == {
        "data": ["Do you bring data?"],
        "sso": ["Do you have single sign-on?", {"yes": "We have it", "no": ""}],
        "hosting": ["Who hosts it?", {"own": "We host it", "ours": "if we host it"}],
    }


MOVES_IN = """
tier: gold
title: Gold plan
summary: To the first win.
duration: 30
phases:
  - id: begin
    title: Begin
    days: 1-30
    owner: csm
    outcome: You have begun.
    steps:
      - {id: won, type: milestone, first_value: true, title: Win, day: 20, owner: admin, done_when: You won.}
  - id: move-in
    title: Move in
    days: 5-10
    owner: admin
    outcome: All is here.
    needs: [begin]
    only_if: [{any_of: [not data, hosting: own]}, {hosting: own}]
    steps:
      - {id: copy, title: Copy it, day: 6, only_if: sso, done_when: It is here.}
      - {id: moved, type: milestone, title: All is moved, day: 9, done_when: It is here.}
"""


def test_the_condition_of_a_phase_is_asked_before_those_of_its_steps(tmp_path: Path) -> None:
    files = {"playbooks/gold/playbook.yml": MOVES_IN, "playbooks/conditions.yml": QUESTIONS}
    pages = lay_out(small_guides(tmp_path, files), words_in("en"))
    admin = guides_in(pages.outline.files)["assets/guides/gold/admin.js"]
    assert list(admin["questions"]) == ["data", "hosting", "sso"]
    begin, move_in = admin["phases"]
    assert "only" not in begin
    assert move_in["only"] == ["not data or hosting: own", "hosting: own"]
    assert [step.get("only") for step in move_in["steps"]] == [["sso"], None]


def test_a_phase_says_under_which_condition_it_applies(tmp_path: Path) -> None:
    files = {"playbooks/gold/playbook.yml": MOVES_IN, "playbooks/conditions.yml": QUESTIONS}
    pages = lay_out(small_guides(tmp_path, files, Audience.INTERNAL), words_in("en")).pages
    views = {page.path: page.view for page in pages}
    of_admin, of_team = (
        views["gold/admin/move-in/index.md"],
        views["internal/plans/gold/move-in/index.md"],
    )
    for phase in (of_admin, of_team):
        assert isinstance(phase, PhaseView)
        assert [(each.label, each.question) for each in phase.conditions] == [
            (
                "Applies except if you bring data or if you host it.",
                "Do you bring data? Who hosts it?",
            ),
            ("Only if you host it.", "Who hosts it?"),
        ]
    overview, checklist = views["gold/admin/index.md"], views["gold/admin/checklist/index.md"]
    assert isinstance(overview, GuideView)
    assert [(task.note, task.opens, task.win) for task in overview.phases] == [
        ("", "", "Your first win is in it, by day 20."),
        (
            "Applies except if you bring data or if you host it. Only if you host it.",
            "Opens when “Begin” is complete.",
            "",
        ),
    ]
    assert isinstance(checklist, ChecklistView)
    assert [(phase.label, phase.notes) for phase in checklist.phases] == [
        ("Days 1–30", ()),
        ("Days 5–10", ("except if you bring data or if you host it", "if you host it")),
    ]


def test_a_step_names_the_fields_that_its_page_asks_for() -> None:
    steps = [
        step
        for guide in guides(Audience.CUSTOMER).values()
        for phase in guide["phases"]
        for step in phase["steps"]
        if step["key"] == "team/prerequisites"
    ]
    assert ["workspace", "region"] in [step.get("fields") for step in steps]


MAY_NOT_APPLY = """\
- {id: must, title: Must, owner: admin, day: 3, done_when: Done.}
- {id: can, title: Can, owner: admin, day: 3, optional: true, done_when: Done.}
- {id: may, title: May, owner: admin, day: 3, may_not_apply: true, done_when: Done.}
"""


def test_a_step_says_whether_its_reader_may_leave_it_out(tmp_path: Path) -> None:
    pages = lay_out(small_guides(tmp_path, with_steps(MAY_NOT_APPLY)), words_in("en"))
    (phase,) = guides_in(pages.outline.files)["assets/guides/gold/admin.js"]["phases"]
    said = {step["key"]: (step.get("optional"), step.get("away")) for step in phase["steps"][:3]}
    assert said == {
        "gold/must": (None, None),
        "gold/can": (True, True),
        "gold/may": (None, True),
    }


LATE = """
plays:
  slips:
    title: Move a date
    trigger: A date has passed.
    audience: customer
    late: {gold: [it, hidden, won]}
    steps:
      - {id: say-so, title: Say so, day: 1, owner: admin, done_when: Said.}
"""
CALLING = """\
- {id: it, title: It, owner: admin, day: 3, done_when: Done.}
- {id: hidden, title: Hidden, owner: csm, audience: internal, day: 3, done_when: Done.}
"""


def test_a_guide_leads_to_plays_that_its_late_steps_call_for_and_names_no_other_step(
    tmp_path: Path,
) -> None:
    files = with_steps(CALLING) | {"playbooks/plays.yml": LATE}
    pages = lay_out(small_guides(tmp_path, files), words_in("en"))
    guide = guides_in(pages.outline.files)["assets/guides/gold/admin.js"]
    assert guide["plays"] == [
        ["Move a date", "gold/admin/plays/", "slips", ["gold/it", "gold/won"]]
    ]
    assert "plays" not in guides_in(pages.outline.files)["assets/guides/gold/sponsor.js"]


OPEN = """
plays:
  behind:
    title: Catch up
    trigger: You were away.
    audience: customer
    still_open:
      gold:
        - {step: it, day: 3}
        - {step: it, part: line, day: 4}
        - {step: it, part: address, day: 5}
        - {step: it, part: theirs, day: 5}
        - {step: hidden, day: 3}
        - {step: told, day: 3}
    steps:
      - {id: say-so, title: Say so, day: 1, owner: admin, done_when: Said.}
  away:
    title: Come back
    trigger: You were away.
    audience: customer
    not_seen: 14
    steps:
      - {id: come, title: Come, day: 1, owner: admin, done_when: Back.}
"""
TO_OPEN = """\
- id: it
  title: It
  owner: admin
  day: 3
  items: {line: Write *it* down, theirs: {text: Nod, owner: csm}}
  fields: {address: Your address}
- {id: hidden, title: Hidden, owner: csm, audience: internal, day: 3, done_when: Done.}
- {id: told, title: Told, owner: csm, informed: [admin], day: 3, done_when: Done.}
"""


def test_a_guide_knows_what_calls_for_a_play_on_a_day_and_after_how_many_without_a_visit(
    tmp_path: Path,
) -> None:
    files = with_steps(TO_OPEN) | {"playbooks/plays.yml": OPEN}
    guides = guides_in(lay_out(small_guides(tmp_path, files), words_in("en")).outline.files)
    still_open = [
        ["gold/it", 3, "It"],
        ["gold/it/line", 4, "Write it down"],
        ["gold/it/address", 5, "Your address"],
    ]
    assert guides["assets/guides/gold/admin.js"]["plays"] == [
        ["Catch up", "gold/admin/plays/", "behind", [], still_open],
        ["Come back", "gold/admin/plays/", "away", [], [], 14],
    ]


ACCEPTED = """\
- id: move
  title: Move
  owner: admin
  day: 3
  acceptance:
    by: sponsor
    when: {counted: The numbers agree., seen: The admin has looked.}
  with: [sponsor]
  done_when: Moved.
"""


@pytest.mark.parametrize(
    ("audience", "keys"),
    [
        (Audience.PARTNER, ["gold/move/counted", "gold/move/seen"]),
        (Audience.CUSTOMER, ["gold/move/_done"]),
    ],
)
def test_points_of_an_acceptance_are_ticked_by_whoever_leads_or_accepts(
    audience: Audience, keys: list[str], tmp_path: Path
) -> None:
    pages = lay_out(small_guides(tmp_path, with_steps(ACCEPTED), audience), words_in("en"))
    for persona in ("admin", "sponsor"):
        (phase,) = guides_in(pages.outline.files)[f"assets/guides/gold/{persona}.js"]["phases"]
        assert [key for key, *_ in phase["steps"][0]["boxes"]] == keys
        page = next(each for each in pages.pages if each.path == f"gold/{persona}/begin/index.md")
        assert isinstance(page.view, PhaseView)
        step = steps_in(page.view)[0]
        ticks = (
            acceptance.ticks if (acceptance := block(step, "acceptance").get("acceptance")) else ()
        )
        assert boxes(step) + [tick.key for tick in ticks] == keys


def boxes_of_first_step(tmp_path: Path, steps: str, audience: Audience, persona: str) -> list[str]:
    """The keys of the boxes in the first step of a plan, as a browser knows them of a guide."""
    pages = lay_out(small_guides(tmp_path, with_steps(steps), audience), words_in("en"))
    (phase,) = guides_in(pages.outline.files)[f"assets/guides/gold/{persona}.js"]["phases"]
    return [key for key, *_ in phase["steps"][0]["boxes"]]


@pytest.mark.parametrize(
    ("audience", "keys"),
    [
        (Audience.PARTNER, ["gold/move/counted", "gold/move/seen"]),
        (Audience.CUSTOMER, []),
    ],
)
def test_whoever_only_accepts_a_step_has_its_points(
    audience: Audience, keys: list[str], tmp_path: Path
) -> None:
    alone = ACCEPTED.replace("  with: [sponsor]\n", "")
    assert boxes_of_first_step(tmp_path, alone, audience, "sponsor") == keys


WRITTEN = """\
- id: ask
  title: Say where
  owner: admin
  with: [sponsor]
  day: 3
  items: {look: Look it up}
  fields:
    workspace: {label: Your workspace, required: true}
    region: {label: Your region}
"""


@pytest.mark.parametrize(
    ("persona", "keys"),
    [("admin", ["gold/ask/look", "gold/ask/workspace"]), ("sponsor", ["gold/ask/_done"])],
)
def test_what_has_to_be_written_counts_like_a_line_for_whoever_writes_it(
    persona: str, keys: list[str], tmp_path: Path
) -> None:
    assert boxes_of_first_step(tmp_path, WRITTEN, Audience.CUSTOMER, persona) == keys
