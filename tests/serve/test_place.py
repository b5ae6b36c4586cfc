"""A page that changes keeps the place of its reader, in a browser."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from threading import Thread

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, Request, expect
from tests.files import lay
from tests.serve.running import FAULT, SECONDS, Start

from firstwin import Audience, Engine
from firstwin.serve import Attempt, Listening, Preview, Rebuild, SiteFolder

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]

LONG = "<p>A line of many.</p>" * 60
BODY = f"""
  <h1>{{title}}</h1>{LONG}
  <h2 id=part>Part</h2>
  <details id=fold><summary>More</summary><p>Inside</p></details>
  <details open><summary>Less</summary><p>Inside</p></details>
  <textarea id=note></textarea> <input type=checkbox> <input value=given>
  {LONG}
"""
SAYS_WHAT_CHANGES = """
  window.mine = true;
  const say = () => console.debug(document.querySelector("h1").textContent, own.textContent);
  new MutationObserver(say).observe(document.body, { characterData: true, subtree: true });
"""
"""Says on this very page what changes on it: it is gone when the page is loaded anew."""
CHANGED = {"playbooks/enterprise/playbook.yml": "changed"}


class Seen(SiteFolder, frozen=True):
    """A site whose looks do not change with it."""

    look: str = "plain"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 800, "height": 600})
    yield page
    page.close()


def write(site: Path, title: str, before: str = "") -> None:
    lay(site, {"index.html": f"<body>{before}{BODY.format(title=title)}</body>"})


def test_scroll_focus_folds_and_what_was_typed_stay(
    start: Start, project: Path, site: Path, page: Page
) -> None:
    write(site, "Home")
    running = start(Attempt(Seen(site)))
    running.wait()
    page.goto(running.preview.url)
    page.locator("#fold summary").click()
    page.locator("details").nth(1).locator("summary").click()
    page.locator("[type=checkbox]").check()
    page.locator("#note").fill("half a sentence")
    page.locator("#note").evaluate("note => note.setSelectionRange(5, 6)")
    page.locator("#part").evaluate("part => scrollBy(0, part.getBoundingClientRect().top - 40)")

    write(site, "Renamed", before="<p>Above</p>" * 10)
    lay(project, CHANGED)
    running.attempts.put(Attempt(Seen(site)))

    expect(page.get_by_role("heading", name="Renamed")).to_have_count(1)
    expect(page.locator("#note")).to_be_focused()
    expect(page.locator("#note")).to_have_value("half a sentence")
    assert page.locator("#note").evaluate("note => note.selectionStart") == 5
    assert page.locator("#fold").evaluate("fold => fold.open")
    assert not page.locator("details").nth(1).evaluate("fold => fold.open")
    expect(page.locator("[type=checkbox]")).to_be_checked()
    expect(page.locator("[value=given]")).to_have_value("given")
    top = page.locator("#part").evaluate("part => part.getBoundingClientRect().top")
    assert abs(top - 40) < 2


def test_a_page_that_stays_the_same_is_not_loaded_anew(
    start: Start, project: Path, site: Path, page: Page
) -> None:
    running = start(Attempt(Seen(site)))
    running.wait()
    with page.expect_request(is_of_script):
        page.goto(running.preview.url)
    page.evaluate("window.mine = true")
    with running.browser.news() as news:
        next(news)
        lay(site, {"help/index.html": "<body><h1>Renamed</h1></body>"})
        lay(project, CHANGED)
        with page.expect_request(is_of_script):
            running.attempts.put(Attempt(Seen(site)))

        # News is followed in its order: the panel stands on a page that has come to rest.
        lay(project, {"site_config.yml": "broken"})
        running.attempts.put(Attempt(problems=(FAULT,)))
        expect(page.get_by_text(FAULT.message)).to_be_visible()
        assert page.evaluate("window.mine")

        lay(project, {"site_config.yml": "changed"})
        running.attempts.put(Attempt(replace(Seen(site), look="new"), problems=()))
        page.wait_for_function("window.mine === undefined")


def test_new_words_are_on_the_screen_before_the_page_is_loaded_anew(
    start: Start, project: Path, site: Path, page: Page
) -> None:
    script = "<p id=own>Typed</p><script>own.textContent = 'Made'</script>"
    write(site, "Home", script)
    running = start(Attempt(Seen(site)))
    running.wait()
    page.goto(running.preview.url)
    page.evaluate("fetch(location.href).then((answer) => answer.text())")  # behind the page's own
    page.evaluate(SAYS_WHAT_CHANGES)

    write(site, "Renamed", script.replace("Typed", "Typed anew"))
    lay(project, CHANGED)
    with page.expect_console_message() as said:
        running.attempts.put(Attempt(Seen(site)))

    assert said.value.text == "Renamed Made", "what a script has made of a text stays"
    page.wait_for_function("window.mine === undefined")
    expect(page.get_by_role("heading", name="Renamed")).to_have_count(1)


def is_of_script(request: Request) -> bool:
    return request.resource_type == "fetch"


def test_new_words_of_a_project_are_on_the_screen(
    tmp_path: Path, starter: Path, page: Page
) -> None:
    project = Path(copytree(starter, tmp_path / "project"))
    plan = project / "playbooks/standard/playbook.yml"
    rebuild = Rebuild(project / "site_config.yml", Audience.CUSTOMER, Engine.MKDOCS)
    preview = Preview(rebuild, Listening(port=0))
    config, folders = project / "site_config.yml", rebuild.folders()
    thread = Thread(target=preview.run, args=(config, folders))
    thread.start()
    try:
        page.goto(preview.url + "standard/")
        expect(page.get_by_role("heading", name="Standard onboarding")).to_be_visible()
        text = plan.read_text("utf-8")

        plan.write_text(text.replace("Standard onboarding", "Renamed"), "utf-8")
        expect(page.get_by_role("heading", name="Renamed")).to_be_visible()

        plan.write_text(text.replace("owner: admin", "owner: admni"), "utf-8")
        expect(page.get_by_label("Problems")).to_contain_text("did you mean `admin`?")
        expect(page.get_by_role("heading", name="Renamed")).to_be_visible()

        plan.write_text(text, "utf-8")
        expect(page.get_by_role("heading", name="Standard onboarding")).to_be_visible()
        expect(page.get_by_label("Problems")).to_have_count(0)
    finally:
        preview.stop()
        thread.join(SECONDS)
