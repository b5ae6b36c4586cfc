"""Two tracks of a plan, as the guide for authors writes them: readers see whose track a phase is, and what each waits for."""

from datetime import date
from pathlib import Path

import pytest
from tests.docs.blocks import blocks, joined, place

from firstwin.editions import render_edition
from firstwin.loading import load
from firstwin.models.values import Audience

PAGE = Path(__file__).resolve().parents[2] / "docs/authoring/plan.md"
DAY = date(2026, 11, 22)
TECHNICAL = ("Technical track: connect the shop", "Technical track: check what arrives")
ADOPTION = ("Adoption track: win the first people", "Adoption track: bring the others in")


@pytest.fixture(scope="module")
def pages(starter: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of the project that `firstwin new` writes, with both tracks, as they are written for the engine."""
    folder = tmp_path_factory.mktemp("tracks") / "project"
    for path in (starter / "site_config.yml", *starter.glob("playbooks/**/*.yml")):
        target = folder / path.relative_to(starter)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    found = [each for each in blocks(PAGE) if each.heading == "Run two tracks side by side"]
    (piece,) = [each.text for each in found if each.form == "yaml"]
    plan = folder / place(piece)
    plan.write_text(joined(plan.read_text("utf-8"), piece), "utf-8")

    loaded = load(folder / "site_config.yml", today=DAY)
    assert loaded.catalog
    rendered, _ = render_edition(loaded.project, loaded.catalog, Audience.CUSTOMER)
    return {path: text.decode() for path, text in rendered.markdown.items()}


def test_the_plan_shows_both_tracks_in_their_own_order(pages: dict[str, str]) -> None:
    plan = pages["standard/admin/whole-plan/index.md"]

    places = [plan.index(title) for title in (*TECHNICAL, *ADOPTION)]
    assert places == sorted(places)


def test_a_guide_leads_through_its_own_track(pages: dict[str, str]) -> None:
    guide = pages["standard/admin/index.md"]

    assert all(title in guide for title in (*TECHNICAL, *ADOPTION))
    assert {"standard/admin/connect/index.md", "standard/admin/compare/index.md"} <= pages.keys()
    assert "standard/admin/win/index.md" not in pages
    assert "standard/team-lead/win/index.md" in pages


def test_a_track_waits_for_itself_alone(pages: dict[str, str]) -> None:
    technical = pages["standard/admin/compare/index.md"]
    adoption = pages["standard/team-lead/follow/index.md"]

    assert TECHNICAL[0] in technical
    assert ADOPTION[0] in adoption
    assert ADOPTION[0] not in technical
    assert TECHNICAL[0] not in adoption
