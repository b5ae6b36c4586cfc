"""A site without a server: opened from a disk."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser import Visitor
from tests.built.building import Sites, copy_small

from firstwin.link import pack

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]


@pytest.fixture
def on_disk(sites: Sites, browser: Browser, tmp_path: Path) -> Iterator[Visitor]:
    """Somebody who was sent a site as a zip, and unpacked it. Whatever it asks of anywhere else is a failure."""
    site = sites.of("small-offline", copy_small, "customer-offline", "--offline", built="customer")
    names = sorted(path for path in site.folder.rglob("*") if path.is_file())
    with zipfile.ZipFile(tmp_path / "guides.zip", "w") as packed:
        for name in names:
            packed.write(name, name.relative_to(site.folder))
    folder = tmp_path / "My guides (1)"
    zipfile.ZipFile(tmp_path / "guides.zip").extractall(folder)
    visitor = Visitor(browser, f"{folder.as_uri()}/")
    yield visitor
    visitor.close()
    assert visitor.complaints == []


def test_a_site_that_was_unpacked_works_like_a_published_one(on_disk: Visitor) -> None:
    page = on_disk.open("index.html", accept_downloads=True)
    page.get_by_role("link", name="Admin", exact=True).click()
    expect(page.locator("h1")).to_be_visible()
    page.get_by_label("Start date").fill("2026-11-16")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Add to calendar").first.click()
    assert "BEGIN:VEVENT" in saved.value.path().read_text("utf-8")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save a copy").click()
    assert saved.value.suggested_filename == "team.json"

    page.get_by_role("link", name="Checklist", exact=True).click()
    box = page.locator("[data-fw-item]:visible").first
    key = box.get_attribute("data-fw-item")
    box.check()
    page.reload()
    expect(page.locator(f'[data-fw-item="{key}"]').first).to_be_checked()

    page.locator(".fw-search__input").press_sequentially("sign in without")
    page.locator(".fw-search__results a").first.click()
    expect(page.locator("h1")).to_contain_text("sign")
    assert page.url.startswith(on_disk.address)

    personal = {"to": "Ada", "customer": "Harbour & Sons", "tier": "team", "persona": "admin"}
    page.goto(f"{on_disk.address}team/admin/index.html#{pack({'personal': personal})}")
    expect(page.locator(".fw-personal h2")).to_have_text("Hello, Ada")
