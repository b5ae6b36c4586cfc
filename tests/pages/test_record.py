"""What a guide is called that its reader saves as a document: each line that they tick, each value that they write down."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.pages.small import pages_of
from tests.pages.test_guide_data import guides_in
from tests.resolve.small import SHARED, small_guides, with_steps

from firstwin.models.values import Audience
from firstwin.pages import lay_out
from firstwin.pages.page import Pages
from firstwin.words import words_in

START = "var fwRecord="
ADMIN, SPONSOR = "assets/records/gold/admin.js", "assets/records/gold/sponsor.js"


def records_in(pages: Pages) -> dict[str, Any]:
    return {
        file.path: json.loads(text.removeprefix(START).removesuffix(";\n"))
        for file in pages.outline.files
        if (text := file.content.decode()).startswith(START)
    }


def records(folder: Path, files: Mapping[str, str]) -> dict[str, Any]:
    return records_in(lay_out(small_guides(folder, files), words_in("en")))


STEPS = """\
- id: ask
  title: Ask
  owner: admin
  with: [sponsor]
  day: 3
  sign_off: [admin]
  fields:
    workspace: "Your <workspace> at {{ company.name }}"
- id: look
  title: Look
  owner: admin
  informed: [sponsor]
  day: 4
  tests:
    sign-in: {scenario: "You *sign in* to {{ reader.ask.workspace }}.", expected: It opens.}
  items:
    open: "Open **{{ reader.workspace }}**, {{ reader.workspace }} & wait"
    more:
      title: Later
      items:
        close: {text: Close it, only_if: data, optional: true}
- id: done
  title: Be done
  owner: admin
  day: 5
  done_when: It is done.
"""
CONDITIONS = {
    "playbooks/conditions.yml": "conditions: {data: {question: Data?, label: if you have data}}"
}


def test_lines_and_values_are_called_what_their_pages_call_them(tmp_path: Path) -> None:
    record = records(tmp_path, with_steps(STEPS) | CONDITIONS)[ADMIN]
    place = ["gold/ask/workspace", "(Your <workspace> at Tarn)"]
    results = {"passed": "Passed", "failed": "Failed", "deferred": "Deferred"}
    assert record == {
        "rows": {
            "gold/ask": [
                ["gold/ask/workspace", {}, [], "Your <workspace> at Tarn"],
                ["gold/ask/_signed", 1, [], "I have signed"],
            ],
            "gold/look": [
                ["gold/look/open", 1, [], "Open ", place, ", ", place, " & wait"],
                ["gold/look/close", 1, ["data"], "Later · ", "Close it"],
                ["gold/look/sign-in", results, [], "You sign in to ", place, "."],
                ["gold/look/sign-in/_why", {}, [], "Why"],
            ],
        },
        "sheets": [],
    }


def test_what_others_do_is_nothing_to_save(tmp_path: Path) -> None:
    assert records(tmp_path, with_steps(STEPS) | CONDITIONS)[SPONSOR] == {"rows": {}, "sheets": []}


TEXTS_OF_OTHERS = """\
- id: ask
  title: Ask
  owner: admin
  day: 3
  fields: {workspace: Your workspace}
- id: look
  title: Look
  owner: admin
  with: [sponsor]
  day: 4
  items:
    open: {text: "Open {{ reader.workspace }}", owner: sponsor}
"""


def test_of_what_others_write_down_a_guide_knows_no_more_than_the_label(tmp_path: Path) -> None:
    record = records(tmp_path, with_steps(TEXTS_OF_OTHERS))[SPONSOR]
    assert record["rows"]["gold/look"] == [["gold/look/open", 1, [], "Open ", "(Your workspace)"]]


CRITERIA = SHARED["playbooks/gold/playbook.yml"].replace(
    "    steps:\n",
    "    ready_when: {paid: It is paid.}\n    criteria: {technical: {in: You are in.}, value: {won: It *pays*.}}\n    steps:\n",
)


def test_points_of_phases_and_of_the_plan_are_ticked(tmp_path: Path) -> None:
    plan = CRITERIA.replace("phases:\n", "criteria: {user: {all: All are in.}}\nphases:\n")
    record = records(tmp_path, {"playbooks/gold/playbook.yml": plan})[SPONSOR]
    assert record == {
        "rows": {
            "gold/begin": [
                ["gold/begin/paid", 1, [], "It is paid."],
                ["gold/begin/in", 1, [], "You are in."],
                ["gold/begin/won", 1, [], "It pays."],
            ],
            "gold/_complete": [["gold/_complete/all", 1, [], "All are in."]],
        },
        "sheets": [["gold/_complete", "When we call it a success"]],
    }


LIBRARY = {
    "playbooks/library/goals.yml": """
type: document
title: Success plan
done_when: Both have signed.
sections:
  - title: What you want
    fields: {outcome: The outcome}
    tables:
      numbers:
        title: Numbers
        columns: {what: What, today: Today}
        rows: {wait: {what: How long *they* wait}}
        empty_rows: 1
""",
    "playbooks/library/connect.yml": """
type: tutorial
title: Connect
minutes: 5
goal: It is connected.
actions:
  open: {title: Open it, do: Press *Open*.}
  enter: {do: Enter the **address**.}
verify: "Sign out *and in*."
""",
    "playbooks/library/check.yml": """
type: quiz
title: Check
questions:
  who:
    ask: Who invites people?
    options: {admin: The admin, all: Everybody}
    answer: admin
    because: They can.
""",
    "playbooks/metrics.yml": """
metrics:
  calls: {title: Calls, meaning: How many., formula: a, source: Us}
  active: {title: Activation, meaning: How many act., formula: a / b, source: Us, worksheet: activation-rate}
""",
}
USED = """\
- {use: connect, owner: admin, day: 2, items: {tell: Tell us}}
- {use: check, owner: admin, day: 2}
- id: write
  title: Write it down
  day: 3
  owner: admin
  links: [{title: The plan, url: "document:goals"}]
  done_when: It is written.
"""


def test_of_the_library_tutorials_stand_in_their_steps_and_what_is_filled_in_behind_the_plan(
    tmp_path: Path,
) -> None:
    found = records(tmp_path, with_steps(USED) | LIBRARY)
    sheet = [
        ["_metrics/active/activated", {}, [], "People who did all defined actions"],
        ["_metrics/active/invited", {}, [], "People invited"],
    ]
    answers = {"admin": "The admin · That is right.", "all": "Everybody · That is not right."}
    of_metrics = [["_metrics/active", "Activation"], ["_metrics/_won", "Value log"]]
    assert found[ADMIN] == {
        "rows": {
            "gold/connect": [
                ["connect/open", 1, [], "Open it"],
                ["connect/enter", 1, [], "Enter the address."],
                ["connect/_verify", 1, [], "Sign out and in."],
                ["gold/connect/tell", 1, [], "Tell us"],
            ],
            "goals": [
                ["goals/outcome", {}, [], "The outcome"],
                ["goals/numbers/wait/today", {}, [], "Numbers · Today · How long they wait"],
                ["goals/numbers/_1/what", {}, [], "Numbers · What · Row 2"],
                ["goals/numbers/_1/today", {}, [], "Numbers · Today · Row 2"],
            ],
            "check": [["check/who", answers, [], "Who invites people?"]],
            "_metrics/active": sheet,
            "_metrics/_won": [["_metrics/_won", 2, []]],
        },
        "sheets": [["goals", "Success plan"], ["check", "Check"], *of_metrics],
    }
    assert found[SPONSOR]["sheets"] == of_metrics


@pytest.mark.parametrize("audience", Audience)
def test_whatever_is_ticked_in_a_step_is_called_something_or_says_that_the_step_is_done(
    audience: Audience,
) -> None:
    pages = pages_of(audience)
    found = records_in(pages)
    for path, guide in guides_in(pages.outline.files).items():
        rows = found[path.replace("/guides/", "/records/")]["rows"]
        for step in (step for phase in guide["phases"] for step in phase["steps"]):
            keys = {key for key, *_ in step["boxes"]}
            called = {key for key, *_ in rows.get(step["key"], ())}
            assert all(key.endswith(("/_done", "/_verify")) for key in keys - called)
            assert len(keys - called) <= 1
