"""A site that was installed: it works without a connection, is of one build, and keeps nothing of its reader."""

import os
import re
import shutil
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser import policy_of, served
from tests.built.building import Sites, copy_small

from firstwin.link import pack
from firstwin.site import write_worker

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]

SAID = {"to": "Ada Lovelace", "customer": "Harbour", "tier": "team", "persona": "admin"}
GUIDE = "team/admin/"
CHECKLIST = "team/admin/checklist/"
ALL_KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys())
    for (const {url} of await (await caches.open(name)).keys())
      found.push(url, await (await (await caches.open(name)).match(url)).text());
  return found;
}"""
LONGEST = 120
"""How many seconds a test waits for what a worker does."""
IS_SETTLED = """async () => {
  const {installing, waiting, active} = await navigator.serviceWorker.getRegistration();
  return !installing && !waiting && active.state === "activated";
}"""
IS_KEPT = """async ([path, text]) => {
  for (const name of await caches.keys())
    if ((await (await (await caches.open(name)).match(path))?.text())?.includes(text)) return true;
  return false;
}"""


def with_app(folder: Path) -> None:
    copy_small(folder)
    config = folder / "site_config.yml"
    config.write_text(config.read_text("utf-8") + "app: true\n", "utf-8")


@pytest.fixture
def site(sites: Sites, tmp_path: Path) -> Path:
    """A site that is an app, which a test may change."""
    shutil.copytree(sites.site("small").folder, tmp_path / "plain")
    built = sites.of("small-app", with_app, "customer", built="customer")
    return Path(shutil.copytree(built.folder, tmp_path / "site"))


def wait_until(page: Page, is_so: str, argument: object = None) -> None:
    """Wait for what a function of a page promises: `wait_for_function` takes any promise for true."""
    is_so_in_time = page.evaluate(
        f"""async ([argument, until]) => {{
          while (!await ({is_so})(argument)) {{
            if (Date.now() > until) return false;
            await new Promise(done => setTimeout(done, 50));
          }}
          return true;
        }}""",
        [argument, 1000 * (time.time() + LONGEST)],
    )
    assert is_so_in_time, f"it did not come to pass within {LONGEST} s: {is_so} {argument}"


def wait_until_kept(page: Page, path: str, text: str = "") -> None:
    wait_until(page, IS_KEPT, [path, text])


def build_anew(site: Path, age: int) -> None:
    """Another build of a site: its guide and its script say which."""
    page, script = site / GUIDE / "index.html", site / "assets/firstwin.js"
    before = re.compile(r'<html data-age="\d"|<html|^window.fwAge="\d";|^')
    for file, mark in ((page, f'<html data-age="{age}"'), (script, f'window.fwAge="{age}";')):
        text = file.read_text("utf-8")
        found = before.search(text, text.find("<html") if file == page else 0)
        assert found
        file.write_text(text[: found.start()] + mark + text[found.end() :], "utf-8")
    write_worker(site)
    for file in (page, script, site / "worker.js"):  # web servers tell ages of files by the second
        os.utime(file, (time.time() + 60 * age,) * 2)


def test_a_guide_is_read_without_a_connection(site: Path, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    with served(site, policy_of(site)) as address:
        page.on(
            "console", lambda said: complaints.append(said.text) if said.type == "error" else None
        )
        page.goto(f"{address}{GUIDE}#{pack({'personal': SAID})}")
        expect(page.locator(".fw-personal h2")).to_have_text("Hello, Ada Lovelace")
        expect(page.locator(".fw-carry")).to_contain_text("Installed as an app")
        wait_until_kept(page, f"/{CHECKLIST}")
        page.goto(address + CHECKLIST)
        page.locator("[data-fw-item]:visible").first.check()
        assert complaints == []
        nowhere = page.goto(f"{address}%E0")
        assert nowhere
        assert nowhere.status == 404, "an address that is none is for the server to answer"
    page.goto(address + CHECKLIST)
    expect(page.locator("[data-fw-item]:visible").first).to_be_checked()
    page.locator(".fw-search__input").press_sequentially("sign in")
    expect(page.locator(".fw-search__results a").first).to_be_visible()
    page.goto(address + GUIDE)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save a copy").click()
    assert '"team/' in saved.value.path().read_text("utf-8")
    expect(page.locator(".fw-personal h2")).to_have_text("Hello, Ada Lovelace")
    kept = page.evaluate(ALL_KEPT)
    assert not [
        text for text in kept if "Lovelace" in text or (text.startswith("http") and "#" in text)
    ]
    context.close()


def test_a_newer_build_is_shown_from_the_next_page_on_and_never_half(
    site: Path, browser: Browser
) -> None:
    context = browser.new_context()
    page = context.new_page()

    def age() -> object:
        return page.evaluate("[document.documentElement.dataset.age, window.fwAge]")

    build_anew(site, 1)
    with served(site) as address:
        page.goto(address + GUIDE)
        wait_until_kept(page, f"/{GUIDE}", 'data-age="1"')
        wait_until(page, IS_SETTLED)
        page.reload()
        assert age() == ["1", "1"]
        build_anew(site, 2)
        page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")
        wait_until_kept(page, f"/{GUIDE}", 'data-age="2"')
        wait_until(page, IS_SETTLED)
        script = "fetch('/assets/firstwin.js').then(answer => answer.text())"
        assert 'fwAge="1"' in page.evaluate(script)
        page.reload()
        assert age() == ["2", "2"]
    context.close()


@pytest.mark.parametrize("left", [None, "<!doctype html>", "the page of somebody else"])
def test_a_site_that_is_an_app_no_more_leaves_nothing(
    site: Path, browser: Browser, left: str | None
) -> None:
    """Also where a host answers otherwise than 404 for what is not there; not while a page of its own stands before the site."""
    context = browser.new_context()
    page = context.new_page()
    with served(site) as address:
        page.goto(address + GUIDE)
        wait_until_kept(page, f"/{GUIDE}")
        wait_until(page, IS_SETTLED)
        if left == "the page of somebody else":
            (site / "index.html").write_text("Sign in", "utf-8")
            page.reload()
            page.reload()
            expect(page.locator(".fw-carry")).to_contain_text("Installed as an app")
        shutil.rmtree(site)
        shutil.copytree(site.parent / "plain", site)
        if left:
            (site / "worker.js").write_text(left, "utf-8")
        for file in site.rglob("*"):
            os.utime(file, (time.time() + 60,) * 2)
        page.reload()
        wait_until(page, "async () => (await caches.keys()).length === 0")
        page.reload()
        wait_until(page, "async () => !await navigator.serviceWorker.getRegistration()")
        expect(page.locator(".fw-carry")).not_to_contain_text("Installed as an app")
    context.close()


def test_what_changes_while_a_guide_is_being_kept_is_not_kept(site: Path, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    build_anew(site, 1)
    listed = (site / "worker.js").read_bytes()
    build_anew(site, 2)
    (site / "worker.js").write_bytes(listed)
    with served(site) as address:
        page.goto(address + GUIDE)
        wait_until(page, "async () => !await navigator.serviceWorker.getRegistration()")
        assert not [text for text in page.evaluate(ALL_KEPT) if 'fwAge="2"' in text]
    context.close()
