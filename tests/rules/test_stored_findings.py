"""With findings that were kept a project is told what it is told without, word for word."""

import random
from pathlib import Path

import pytest
from tests import edits
from tests.editions import two_plans
from tests.faulty import TODAY, cases
from tests.files import lay
from tests.golden import sections
from tests.imported import packages_of
from tests.mutations import with_changed_lines, with_changed_nodes
from tests.stores import Counting

from firstwin.caching.store import Store
from firstwin.diagnostics import Report
from firstwin.diagnostics.report import render_text
from firstwin.loading import advice_on, load, load_for_now, with_advice
from firstwin.rules.stored_findings import MADE_WITH

CASES = Path(__file__).parent / "cases"
EXTENDING = """\
schema: 1
tier: regulated
title: Regulated onboarding
summary: With an audit.
duration: 30
extends: team
"""
UNUSED = "schema: 1\ntitle: Tidy up\ndone_when: It is tidy.\n"


def report_with(store: Store | None, config: Path) -> Report:
    """All that is said of a project: first whether it can be built, then what is advised."""
    loaded = load_for_now(config, today=TODAY, store=store)
    return with_advice(loaded, advice_on(loaded, today=TODAY, store=store)).report


def report_without(config: Path) -> Report:
    """The same of a project of which nothing was kept."""
    return load(config, today=TODAY).report


def three_plans(folder: Path) -> Path:
    """The small project with two plans more, of which one extends the first."""
    playbooks = two_plans(folder) / "playbooks"
    tiers = (playbooks / "tiers.yml").read_text("utf-8")
    of_team = tiers.partition("tiers:\n")[2].partition("  solo:")[0]
    lay(
        playbooks,
        {
            "tiers.yml": tiers
            + of_team.replace("team:", "regulated:").replace("Team", "Regulated"),
            "regulated/playbook.yml": EXTENDING,
        },
    )
    return folder


@pytest.mark.unmeasured  # `test_cases` runs through the same rules with the same cases
@pytest.mark.parametrize("case", cases(CASES), ids=lambda case: case.stem)
def test_a_faulty_project_is_told_the_same_however_often(case: Path, tmp_path: Path) -> None:
    config = edits.project(tmp_path / "project", sections(case))
    store = Counting(tmp_path / "store")

    for _ in range(2):
        found = report_with(store, config)
        assert render_text(found.diagnostics, found.lines) == sections(case)["report"]


@pytest.mark.unmeasured  # by chance; others run through nearly all of it
def test_after_random_edits_a_project_is_told_what_it_is_told_without_a_store(
    tmp_path: Path, *, full: bool
) -> None:
    project, store = three_plans(tmp_path / "project"), Counting(tmp_path / "store")
    config, chance = project / "site_config.yml", random.Random(61)
    files = [config, *sorted((project / "playbooks").rglob("*.yml"))]
    report_with(store, config)
    for number in range(400 if full else 60):
        file = chance.choice(files)
        before = file.read_text("utf-8")
        change = with_changed_nodes if number % 3 else with_changed_lines
        file.write_text(change(before, chance, 1), "utf-8")
        assert report_with(store, config) == report_without(config), file
        if number % 4 or not load(config).report.ok(strict=False):
            file.write_text(before, "utf-8")
    assert store.found
    assert store.missed


def test_only_what_a_plan_is_made_of_is_looked_at_again(tmp_path: Path) -> None:
    project, store = three_plans(tmp_path / "project"), Counting(tmp_path / "store")
    config = project / "site_config.yml"
    assert report_with(store, config) == report_without(config)
    looks = 2  # for errors, and for advice
    assert (store.found, store.missed) == (0, 3 * looks)

    def asked_again(name: str, old: str, new: str) -> tuple[int, int]:
        file = project / name
        file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
        store.found = store.missed = 0
        assert report_with(store, config) == report_without(config)
        return store.found // looks, store.missed // looks

    assert asked_again("site_config.yml", "x", "x") == (3, 0)
    assert asked_again("playbooks/solo/playbook.yml", "summary: ", "summary: Now ") == (2, 1)
    assert asked_again("playbooks/regulated/playbook.yml", "With", "Now with") == (2, 1)
    assert asked_again("playbooks/team/playbook.yml", "summary: ", "summary: Now ") == (1, 2)
    assert asked_again("site_config.yml", "title: ", "title: New ") == (0, 3)
    lay(project, {"playbooks/library/spare.yml": UNUSED})
    assert asked_again("site_config.yml", "x", "x") == (0, 3)


def test_what_is_wrong_with_a_plan_is_told_again(tmp_path: Path) -> None:
    project, store = three_plans(tmp_path / "project"), Counting(tmp_path / "store")
    file = project / "playbooks/solo/playbook.yml"
    file.write_text(file.read_text("utf-8").replace("summary: ", "summary: TODO ", 1), "utf-8")
    config = project / "site_config.yml"

    first = report_with(store, config)

    assert "TODO" in str(first.diagnostics)
    assert report_with(store, config) == first == report_without(config)
    assert store.found


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff", b"[" * 99999, b"[3]", b'[{"code": 1}]', b'{"x": ' + b"[" * 99999],
    ids=range(7),
)
def test_something_else_under_a_key_is_no_finding(tmp_path: Path, content: bytes) -> None:
    config = two_plans(tmp_path / "project") / "site_config.yml"
    store = Counting(tmp_path / "store")
    report_with(store, config)

    for key in set(store.keys):
        store.write(key, content)

    assert report_with(store, config) == report_without(config)


def test_of_a_project_that_is_not_whole_nothing_is_kept(tmp_path: Path) -> None:
    project, store = two_plans(tmp_path / "project"), Counting(tmp_path / "store")
    lay(project, {"playbooks/library/broken.yml": UNUSED.replace("title", "titel")})

    assert report_with(store, project / "site_config.yml") == report_without(
        project / "site_config.yml"
    )
    assert not store.keys


def test_another_version_of_what_findings_are_made_with_looks_anew() -> None:
    rooms = ("models", "rules", "sources", "text", "validate", "words", "dates")
    assert packages_of(*rooms) == set(MADE_WITH)
