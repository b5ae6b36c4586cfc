"""An edit under the preview costs what it touches: what is done again is counted, whatever the machine is doing."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType
from typing import Any
from weakref import ref

import pytest
from tests.files import lay

from firstwin import Audience, Engine
from firstwin.pages.page import Sheet
from firstwin.render import Renderer
from firstwin.resolve.plans import resolve_plan
from firstwin.rules.inspection import _mentioned_in_plan
from firstwin.rules.links_inside import _links_of_plan
from firstwin.rules.speaks_to_another import _overheard_in_plan
from firstwin.select.linked import _linked_in
from firstwin.select.plan import select_plan
from firstwin.serve import Attempt, Rebuild
from firstwin.serve.fresh import FreshSite
from firstwin.site.on_demand import SiteOnDemand
from firstwin.site.single_pages import SinglePages
from firstwin.sources.parse import parse
from firstwin.sources.text import read_text
from firstwin.system.collector import collector_paused
from firstwin.validate.plan_references import references_of_plan
from firstwin.validate.plans import make_plan

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import corpus

pytestmark = pytest.mark.site

OF_A_PLAN = (make_plan, references_of_plan, select_plan, resolve_plan)
SUMMARY = "summary: From signature to a measured outcome."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two plans with two guides each."""
    project = tmp_path / "project"
    corpus.write_project(project, 2 * corpus.PAGES_A_TIER)
    for role in corpus.PERSONAS[2:]:
        for file in project.glob(f"playbooks/*/{role}.yml"):
            file.unlink()
    return project


@pytest.fixture
def rebuild(project: Path) -> Rebuild:
    return Rebuild(project / "site_config.yml", Audience.CUSTOMER, Engine.MKDOCS)


@contextmanager
def calls_of(*functions: Callable[..., Any]) -> Iterator[Counter[str]]:
    """How often some functions begin meanwhile, by their names."""
    counted: Counter[str] = Counter()
    names: dict[CodeType, str] = {each.__code__: each.__name__ for each in functions}
    begun: set[FrameType] = set()

    def count(frame: FrameType, event: str, _: object) -> None:
        # A generator is called whenever it goes on.
        if event == "call" and frame.f_code in names and frame not in begun:
            begun.add(frame)
            counted[names[frame.f_code]] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield counted
    finally:
        sys.setprofile(before)


def seen(attempt: Attempt, path: str) -> bytes:
    """A page of an attempt that a reader has on the screen from now on."""
    assert attempt.site is not None
    return attempt.site.read(path) or b""


def edit(project: Path, tier: str, words: str) -> None:
    file = project / f"playbooks/{tier}/playbook.yml"
    text = file.read_text("utf-8")
    assert SUMMARY in text
    file.write_text(text.replace(SUMMARY, f"summary: {words}"), "utf-8")


def test_an_edit_of_a_plan_touches_its_file_its_plan_and_the_page_on_the_screen(
    project: Path, rebuild: Rebuild
) -> None:
    seen(rebuild(), "/tier-2/index.html")
    edit(project, "tier-2", "Quite other words.")
    counted = (parse, *OF_A_PLAN, Renderer.markdown, SinglePages.page)

    with calls_of(*counted) as calls:
        attempt = rebuild()

    assert calls == dict.fromkeys([each.__name__ for each in counted], 1)
    assert b"Quite other words." in seen(attempt, "/tier-2/index.html")


def test_what_follows_an_edit_looks_at_no_page_of_another_plan(
    project: Path, rebuild: Rebuild
) -> None:
    with calls_of(Renderer.markdown) as every:
        list(rebuild().follows)
    edit(project, "tier-2", "Quite other words.")

    with calls_of(Renderer.markdown) as calls:
        list(rebuild().follows)

    of_no_plan = 10
    assert 0 < calls["markdown"] < every["markdown"] / 2 + of_no_plan


def test_no_rule_looks_through_the_other_plans_behind_an_edit(
    project: Path, rebuild: Rebuild
) -> None:
    lay(
        project,
        {
            "files/plan.pdf": "%PDF-1.4",
            "pages/plan.md": "---\ntitle: Plan\n---\n[Plan](file:plan.pdf)\n",
        },
    )
    list(rebuild().follows)
    edit(project, "tier-2", "Quite other words.")
    in_a_plan = (_mentioned_in_plan, _overheard_in_plan, _links_of_plan)

    with calls_of(*in_a_plan, _linked_in) as calls:
        list(rebuild().follows)

    assert calls.pop("_linked_in") == 1
    assert calls == dict.fromkeys([each.__name__ for each in in_a_plan], 1)


def test_the_advice_of_the_rules_may_be_cut_short_and_goes_on_where_it_was(
    project: Path, rebuild: Rebuild
) -> None:
    with calls_of(_links_of_plan, _overheard_in_plan) as calls:
        follows = iter(rebuild().follows)
        assert next(follows) is None
    assert not calls["_overheard_in_plan"], "one step is no more than one part of the project"

    edit(project, "tier-2", "Quite other words.")
    assert b"Quite other words." in seen(rebuild(), "/tier-2/index.html")


def test_a_site_is_gone_when_the_next_one_is_there(rebuild: Rebuild, project: Path) -> None:
    with collector_paused():  # which would find it one day, in a heap it is to be spared
        first = ref(rebuild_once(rebuild))
        edit(project, "tier-2", "Quite other words.")
        rebuild_once(rebuild)

        assert first() is None


def rebuild_once(rebuild: Rebuild) -> SiteOnDemand:
    attempt = rebuild()
    list(attempt.follows)
    assert isinstance(attempt.site, FreshSite)
    return attempt.site.site


def test_a_page_is_laid_out_when_it_is_asked_for(rebuild: Rebuild) -> None:
    with calls_of(Renderer.markdown) as calls:
        attempt = rebuild()
    assert calls == {"markdown": 1}, "the page that every reader sees first"

    with calls_of(Renderer.markdown, SinglePages.page) as calls:
        assert seen(attempt, "/tier-1/admin/index.html")
        assert seen(attempt, "/assets/guides/tier-1/admin.js")
        assert seen(attempt, "/search/plans/tier-1.js")
    assert calls == {"markdown": 1, "page": 1}


def test_where_nothing_has_changed_nothing_is_done(rebuild: Rebuild) -> None:
    seen(rebuild(), "/tier-1/index.html")

    with calls_of(parse, *OF_A_PLAN, Sheet.then, Renderer.markdown, SinglePages.page) as calls:
        rebuild()

    assert not calls


def test_a_plan_that_fails_is_all_that_is_looked_at_when_it_is_mended(
    project: Path, rebuild: Rebuild
) -> None:
    rebuild()
    file = project / "playbooks/tier-1/playbook.yml"
    text = file.read_text("utf-8")
    for number in range(3):
        file.write_text(text.replace("duration: ", f"durration{number}: "), "utf-8")
        assert rebuild().problems

    with calls_of(parse, *OF_A_PLAN) as calls:
        file.write_text(text, "utf-8")
        assert rebuild().site

    assert set(calls.values()) == {1}


def test_a_file_that_was_not_written_is_not_read(project: Path, rebuild: Rebuild) -> None:
    for file in project.rglob("*.yml"):
        long_ago(file)
    rebuild()
    edit(project, "tier-1", "Quite other words.")

    with calls_of(read_text) as calls:
        rebuild()

    assert calls == {"read_text": 1}


def test_a_file_that_was_written_just_now_is_read_again(project: Path, rebuild: Rebuild) -> None:
    edit(project, "tier-1", "Some words.")
    seen(rebuild(), "/tier-1/index.html")
    file = project / "playbooks/tier-1/playbook.yml"
    about = file.stat()
    file.write_text(file.read_text("utf-8").replace("Some words", "Same words"), "utf-8")
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))

    assert b"Same words." in seen(rebuild(), "/tier-1/index.html")


def long_ago(file: Path) -> None:
    about = file.stat()
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns - 3600 * 10**9))
