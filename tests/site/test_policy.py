"""The header written for the web server: strict, and every page works under it."""

import mimetypes
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

import firstwin

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]

HOST = "http://guides.example"
REPORT = """
  window.violations = [];
  addEventListener("securitypolicyviolation", (event) => {
    violations.push(event.effectiveDirective);
  });
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_everything_works_under_the_policy(
    page: Page, starter: Path, tmp_path: Path, engine: str
) -> None:
    project = Path(shutil.copytree(starter, tmp_path / "project"))
    built = firstwin.build(project / "site_config.yml", engine=engine)
    (site,) = built.sites.values()
    header = (site / "content-security-policy.txt").read_text("utf-8")
    name, policy = header.strip().split(": ", 1)
    assert name == "Content-Security-Policy"
    assert "unsafe" not in policy

    def answer(route: Route) -> None:
        path = site / urlsplit(route.request.url).path.lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        kind, _ = mimetypes.guess_type(path.name)
        headers = {name: policy, "Content-Type": kind or "application/octet-stream"}
        route.fulfill(body=path.read_bytes(), headers=headers)

    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.route("**/*", answer)
    page.add_init_script(REPORT)
    for address in ("/", "/standard/", "/standard/admin/setup/", "/404.html"):
        page.goto(HOST + address)
        expect(page.locator("h1")).to_be_visible()
        page.locator(".fw-scheme button:visible").click()
        assert page.evaluate("violations") == []
    page.locator(".fw-search__input").press_sequentially("mailbox")
    expect(page.locator(".fw-search__results a").first).to_be_visible()
    assert page.evaluate("violations") == []
    assert {urlsplit(url).hostname for url in requests} == {"guides.example"}
