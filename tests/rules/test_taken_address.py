"""A redirect from an address of any page is told: no page of a site leads away from itself, and no redirect is left out in silence."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from firstwin.loading import check, load
from firstwin.models.values import Audience
from firstwin.pages import plan_layout
from firstwin.resolve import resolve
from firstwin.rules import taken_address
from firstwin.select import select
from firstwin.words import words_in


@pytest.fixture(scope="module")
def addresses(repository: Path) -> set[str]:
    """The addresses of all pages of the reference site, in all its editions."""
    catalog = load(repository / "site_config.yml").catalog
    assert catalog
    words = words_in(catalog.project.config.language)
    sheets = (
        sheet
        for audience in Audience
        for sheet in plan_layout(resolve(select(catalog, audience)), words).sheets
    )
    return {sheet.path.removesuffix("index.md").rstrip("/") for sheet in sheets} - {""}


def test_a_redirect_from_any_page_is_told_and_from_nowhere_else(
    repository: Path, tmp_path: Path, addresses: set[str]
) -> None:
    for name in ("playbooks", "pages", "files"):
        copytree(repository / name, tmp_path / name)
    entries = {file.stem for file in repository.glob("playbooks/library/*.yml")}
    guides = {way.removesuffix("/timeline") for way in addresses if way.endswith("/timeline")}
    free = {f"{guide}/{entry}" for guide in guides for entry in entries} - addresses
    redirects = dict.fromkeys(sorted(addresses | free), "plan:smb")
    config = (repository / "site_config.yml").read_text("utf-8")
    (tmp_path / "site_config.yml").write_text(f"{config}\nredirects: {json.dumps(redirects)}\n")

    said = {
        one.message.split("`")[1]
        for one in check(tmp_path / "site_config.yml").diagnostics
        if one.code == taken_address.CODE
    }

    assert said == addresses
    assert len(addresses) > 300
    assert len(free) > 300
