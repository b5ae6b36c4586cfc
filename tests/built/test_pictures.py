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
from PIL.Image import Image
from playwright.sync_api import Browser
from tests.browser import AT_REST, NARROW, SCHEMES, WIDE, Visitor, served
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
SEEN = [(kind, width) for kind in PAGES for width in (WIDE, NARROW)]


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


@pytest.mark.parametrize("seen", SEEN, ids=lambda seen: f"{seen[0]}-{seen[1]}")
def test_page_looks_as_it_did(
    browser: Browser,
    addresses: dict[str, str],
    tmp_path: Path,
    update_goldens: bool,
    seen: tuple[str, int],
) -> None:
    kind, width = seen
    edition, _, path = PAGES[kind].partition("/")
    visitor = Visitor(browser, addresses[edition])
    page = visitor.open(path, width)
    drawn: dict[str, Image] = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        page.evaluate(AT_REST)
        drawn[f"{kind}-{width}-{scheme}"] = pictures.taken(page)
    visitor.close()
    differing = [
        said
        for name, now in drawn.items()
        if (said := _compared(name, now, tmp_path, update_goldens))
    ]
    assert not differing, f"{'; '.join(differing)}. Look at it in {tmp_path}"


def _compared(name: str, now: Image, folder: Path, update_goldens: bool) -> str:
    """In what a picture differs from the one that was kept; empty where that does not matter, or it is kept anew."""
    before = pictures.picture_named(name)
    found = pictures.compare(before, now) if before else None
    if found and not found.matters:
        return ""
    if update_goldens:
        pictures.keep(name, now)
        return ""
    now.save(folder / f"{name}.png")
    if not found:
        return f"{name}: there is no picture of it yet"
    found.picture().save(folder / f"{name}-difference.png")
    return f"{name}: {found}"


def test_each_picture_is_of_a_page() -> None:
    names = {f"{kind}-{width}-{scheme}" for kind, width in SEEN for scheme in SCHEMES}
    assert {path.stem for path in pictures.FOLDER.glob("*.png")} == names
