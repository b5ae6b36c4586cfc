"""One run tells all: what is wrong in one place hides nothing elsewhere, and what follows from it is not told."""

from pathlib import Path

import pytest
from tests.edits import project
from tests.faulty import TODAY

from firstwin.diagnostics import Report
from firstwin.diagnostics.report import Format, render
from firstwin.loading import check

PLAYBOOK = "edit playbooks/team/playbook.yml"
ROLES = "edit playbooks/roles.yml"
SPARE = """\
schema: 1
type: email
title: Send a spare email
to:
  - champion
subject: Hello
body: Hello.
done_when: It is sent."""
ELSEWHERE = {
    PLAYBOOK: "-        done_when: The next goal is written down.",
    "edit playbooks/library/connect-sso.yml": "-    alt: The identity provider's page for a new application",
    "edit playbooks/metrics.yml": "         meaning: of the people invited\n"
    "-        source: Acme, plans of the last year",
    "file playbooks/library/spare.yml": SPARE,
}
"""A step without a criterion, a picture without a description, a claim without a source, an entry without a use."""

UNKNOWN_KEY = "       - id: prerequisites\n+        colour: red"


def report_of(folder: Path, *edits: tuple[str, str]) -> Report:
    """What is said of the small project with some edits."""
    sections: dict[str, str] = {}
    for name, hunk in edits:
        sections[name] = f"{sections[name]}\n\n{hunk}" if name in sections else hunk
    return check(project(folder, sections), today=TODAY)


def codes(report: Report) -> list[str]:
    """The codes of what is said."""
    return sorted(found.code.id for found in report.diagnostics)


@pytest.mark.parametrize(
    ("name", "hunk", "code"),
    [
        (PLAYBOOK, UNKNOWN_KEY, "FW101"),
        (PLAYBOOK, "       - id: prerequisites\n+        effort: soon", "FW101"),
        (PLAYBOOK, "-        title: Gather what the setup needs\n+        title: ''", "FW105"),
        (ROLES, "     in_sentence: your success manager\n-    side: vendor", "FW102"),
        (
            ROLES,
            "     in_sentence: your success manager\n-    side: vendor\n+    side: supplier",
            "FW109",
        ),
        ("edit site_config.yml", '-  name: Acme\n+  name: ""', "FW105"),
        ("edit playbooks/tiers.yml", " schema: 1\n+colour: red", "FW101"),
        ("edit playbooks/contacts.yml", " schema: 1\n+colour: red", "FW101"),
    ],
)
@pytest.mark.unmeasured  # others run through all of it
def test_a_fault_hides_nothing_elsewhere(name: str, hunk: str, code: str, tmp_path: Path) -> None:
    report = report_of(tmp_path, (name, hunk), *ELSEWHERE.items())

    assert codes(report) == sorted([code, "FW403", "FW601", "FW605", "FW701"])


@pytest.mark.parametrize(
    ("hunk", "code"),
    [
        (
            (
                "-        done_when: The next goal is written down.\n"
                "+        erledigt: The next goal is written down."
            ),
            "FW101",
        ),
        # Without their phase's owner the steps of a phase have none.
        ("     days: 12-30\n-    owner: champion\n+    owner: The people", "FW106"),
        # The step that is left out is all that a role has a part in.
        (
            "-        owner: consultant\n+        owner: consultant\n+        type: [procedure]",
            "FW024",
        ),
    ],
)
def test_what_follows_from_a_fault_is_not_told(hunk: str, code: str, tmp_path: Path) -> None:
    assert codes(report_of(tmp_path, (PLAYBOOK, hunk))) == [code]


def test_what_could_not_be_looked_at_is_named(tmp_path: Path) -> None:
    report = report_of(
        tmp_path,
        (PLAYBOOK, UNKNOWN_KEY),
        (PLAYBOOK, "       - id: go-live\n+        colour: red"),
        (ROLES, "     in_sentence: your success manager\n-    side: vendor"),
        ("file playbooks/glossary.yml", "- a list"),
    )

    assert report.unseen == [
        "not looked at before that is mended: what is in playbooks/glossary.yml",
        (
            "not looked at before that is mended: what may be missing from "
            "`csm` in playbooks/roles.yml, `prerequisites` in playbooks/team/playbook.yml "
            "and `go-live` in playbooks/team/playbook.yml"
        ),
    ]
    text = render(Format.TEXT, report.diagnostics, report.lines, report.unseen)
    assert text.endswith("\n".join(["4 errors in 3 files", *report.unseen]))


def test_where_all_was_looked_at_nothing_is_named(tmp_path: Path) -> None:
    assert report_of(tmp_path, *ELSEWHERE.items()).unseen == []
