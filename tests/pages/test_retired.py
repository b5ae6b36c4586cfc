"""What is retired says so, leads on, and is nowhere that leads to a guide to begin with."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.edits import project
from tests.pages.small import guides_of

from firstwin.models.values import Audience
from firstwin.pages import Pages, lay_out
from firstwin.pages.page import NavItem
from firstwin.pages.views import EverythingView, HomeView, TierView
from firstwin.render import render
from firstwin.resolve import resolve
from firstwin.select import select
from firstwin.sources import read
from firstwin.validate import validate
from firstwin.words import words_in

GUIDE = """\
 summary: You set up the account.
+retired: Nobody begins with it. Go on with [the champion's guide](guide:champion).
"""
TIER = """\
   team:
+    retired: We no longer offer it. Read [our answers](page:security).
"""


def pages_with(folder: Path, edits: Mapping[str, str]) -> Pages:
    sources, unreadable = read(project(folder, edits))
    catalog, wrong = validate(sources)
    assert [*unreadable, *wrong] == []
    assert catalog
    return lay_out(resolve(select(catalog, Audience.CUSTOMER)), words_in("en"))


def in_navigation(items: tuple[NavItem, ...]) -> set[str]:
    return {path for item in items for path in (item.path, *(one.path for one in item.items))}


def begun_at(pages: Pages) -> set[str]:
    """The addresses to which pages lead that say where to begin."""
    found = set()
    for page in pages.pages:
        if isinstance(page.view, HomeView):
            found |= {str(role.url) for plan in page.view.plans for role in plan.roles}
            found |= {plan.overview.url for plan in page.view.plans}
        elif isinstance(page.view, EverythingView):
            found |= {str(guide.url) for plan in page.view.plans for guide in plan.guides}
        elif isinstance(page.view, TierView) and page.place.path == "team/index.md":
            found |= {str(guide.url) for guide in page.view.guides}
    return found


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return pages_with(tmp_path_factory.mktemp("guide"), {"edit playbooks/team/admin.yml": GUIDE})


@pytest.fixture(scope="module")
def tier(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return pages_with(tmp_path_factory.mktemp("tier"), {"edit playbooks/tiers.yml": TIER})


def test_every_page_of_a_retired_guide_says_so_and_leads_on(guide: Pages) -> None:
    said = {page.path: page.chrome.retired for page in guide.pages}
    own = {path for path in said if path.startswith("team/admin/")}
    assert len(own) > 5
    assert {path for path, text in said.items() if text} == own
    assert 'href="../champion/"' in said["team/admin/index.md"]
    assert 'href="../../champion/"' in said["team/admin/checklist/index.md"]


def test_a_retired_guide_is_where_nobody_begins(guide: Pages) -> None:
    assert begun_at(guide) == {"team/", "team/champion/", "../team/champion/", "champion/"}
    listed = in_navigation(guide.outline.navigation)
    assert "team/champion/index.md" in listed
    assert "team/admin/index.md" not in listed
    assert {"team/admin", "team/admin/checklist"} <= guide.listed_elsewhere
    (search,) = (file for file in guide.outline.files if file.path == "search/plans/team.js")
    found = search.content.decode()
    assert "team/champion/" in found
    assert "team/admin/#" not in found
    assert '"team/admin/","' not in found


def test_every_page_of_a_retired_plan_says_so(tier: Pages) -> None:
    said = {page.path: page.chrome.retired for page in tier.pages}
    assert 'href="../pages/security/"' in said["team/index.md"]
    assert 'href="../../../pages/security/"' in said["team/admin/checklist/index.md"]
    assert not said["index.md"]


def test_a_retired_plan_is_where_nobody_begins(tier: Pages) -> None:
    assert begun_at(tier) <= {"champion/", "admin/"}
    assert not any(path.startswith("team/") for path in in_navigation(tier.outline.navigation))
    assert "team" in tier.listed_elsewhere
    assert tier.outline.plans == ()
    assert tier.outline.tiers == ("team",)
    (search,) = (file for file in tier.outline.files if file.path == "search/site.js")
    assert '"plans":[]' in search.content.decode()


def test_front_matter_tells_the_theme(guide: Pages, tmp_path: Path) -> None:
    written, faults = render(guide, tmp_path)
    assert not faults
    assert '\nretired: "Nobody begins with it.' in written["team/admin/index.md"]
    assert "\nretired:" not in written["team/champion/index.md"]


def test_what_is_not_retired_says_nothing() -> None:
    guides = guides_of(Audience.CUSTOMER)
    assert not any(page.chrome.retired for page in lay_out(replace(guides), words_in("en")).pages)
