"""Every kind of page looks as it did: wide and narrow, in the light and the dark.

The pages are those of a small project of the tests, so that nobody who edits the reference playbooks has
to look at pictures. Who changes the theme does: `pytest tests/built/test_pictures.py --update-goldens`
takes those anew that changed. A failing test leaves what it saw and where it differs.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser import LOOKS, Visitor, served
from tests.built import pictures
from tests.built.building import SMALL, Sites, copy_small

pytestmark = pytest.mark.browser

PAGES = {
    "home": "customer/",
    "own": "customer/pages/security/",
    "tier": "customer/team/",
    "guide": "customer/team/admin/",
    "phase": "customer/team/admin/set-up/",
    "tutorial": "customer/team/admin/connect-sso/",
    "tutorial-of-the-site": "customer/tutorials/connect-sso/",
    "quiz": "customer/team/champion/report-quiz/",
    "checklist": "customer/team/admin/checklist/",
    "days": "customer/team/champion/timeline/",
    "guide-plays": "customer/team/admin/plays/",
    "whole-guide": "customer/team/admin/on-one-page/",
    "metrics": "customer/metrics/",
    "help": "customer/help/",
    "glossary": "customer/glossary/",
    "404": "customer/404.html",
    "partner-guide": "partner/partner/consultant/",
    "partner-phase": "partner/partner/consultant/prepare/",
    "points": "partner/delivery/partner/acceptance/",
    "matrix": "partner/delivery/team/raci/",
    "team-home": "internal/",
    "team": "internal/internal/",
    "team-plan": "internal/internal/plans/team/",
    "team-weeks": "internal/internal/weeks/team/",
    "plays": "internal/plays/",
    "emails": "internal/internal/emails/",
    "failures": "internal/internal/failures/",
    "table": "internal/internal/methods/",
    "coverage": "internal/internal/coverage/",
}
SEEN = {
    f"{kind}-{width}-{scheme}": (address, width, scheme)
    for kind, address in PAGES.items()
    for scheme, width in LOOKS
}


def write_project(folder: Path) -> None:
    """The small project, with what it lacks to have every kind of page."""
    copy_small(folder)
    shutil.copytree(SMALL.with_name("pictures"), folder, dirs_exist_ok=True)


@pytest.fixture(scope="module")
def addresses(sites: Sites) -> Iterator[dict[str, str]]:
    """Where each edition is served."""
    with ExitStack() as stack:
        yield {
            edition: stack.enter_context(
                served(sites.of("pictures", write_project, edition).folder)
            )
            for edition in ("customer", "partner", "internal")
        }


@pytest.mark.parametrize("name", SEEN)
def test_page_looks_as_it_did(
    browser: Browser,
    addresses: dict[str, str],
    tmp_path: Path,
    update_goldens: bool,
    name: str,
) -> None:
    address, width, scheme = SEEN[name]
    edition, _, path = address.partition("/")
    visitor = Visitor(browser, addresses[edition])
    now = pictures.taken(visitor.open(path, width, color_scheme=scheme))
    visitor.close()
    before = pictures.kept(name)
    found = pictures.compare(before, now) if before else None
    if update_goldens:
        if not found or found.matters:
            pictures.keep(name, now)
        return
    if found and not found.matters:
        return
    now.save(tmp_path / f"{name}.png")
    assert found, f"there is no picture of it yet; this is how it looks: {tmp_path}"
    found.picture().save(tmp_path / f"{name}-difference.png")
    pytest.fail(f"{name}: {found}. Look at it in {tmp_path}")


def test_each_picture_is_of_a_page() -> None:
    assert {path.stem for path in pictures.FOLDER.glob("*.png")} == {*SEEN}
