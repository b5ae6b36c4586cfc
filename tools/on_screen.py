"""Measure how long an edit takes to the screen, in a real browser: a part of `make bench`.

In: a project. Out: seconds from starting `firstwin serve` to its first page, and from saving a file to the new words in a
browser. The whole way counts: noticing the change, all stages, the engine, the browser that shows them. The page itself says
when they are drawn: whoever asks it from outside again and again finds out up to half a second later.
"""

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

EDITS = 5
REST = 1.0
"""Seconds in which a page comes to rest: nobody saves once more before."""
PATIENCE = 300_000
"""Milliseconds until it is given up."""
CHROMIUM = Path(__file__).with_name("chromium")
"""Says where the browser is."""
SAYS_WHEN = """
  const look = () => {
    const words = document.body?.textContent.match(/Edit \\d+ of this plan/)?.[0];
    if (!words || words === window.seen) return;
    window.seen = words;
    requestAnimationFrame(() => setTimeout(() => console.debug(words, Date.now())));
  };
  new MutationObserver(look).observe(document, { childList: true, characterData: true, subtree: true });
"""
"""Says of each edit when it is on the screen, once it is drawn."""
SUMMARY = re.compile(r"^summary: .*$", re.MULTILINE)


@dataclass(frozen=True)
class OnScreen:
    """Seconds from starting to the first page, and from saving to the new words."""

    first: float
    edit: float


def measure(project: Path, playbook: str, address: str) -> OnScreen:
    """Measure one project: edits of `playbook` are seen at `address`."""
    file = project / playbook
    text = file.read_text(encoding="utf-8")
    with _page() as page:
        begin = time.perf_counter()
        with _preview(project) as url:
            page.goto(url, timeout=PATIENCE)
            page.wait_for_selector("main", timeout=PATIENCE)
            first = time.perf_counter() - begin
            page.goto(url + address, timeout=PATIENCE)
            try:
                took = [_edit(file, text, f"Edit {number}", page) for number in range(EDITS)]
            finally:
                file.write_text(text, encoding="utf-8")
    return OnScreen(first, statistics.median(took))


def _edit(file: Path, text: str, words: str, page: Page) -> float:
    edited = SUMMARY.sub(f"summary: {words} of this plan.", text, count=1)
    begin = time.time()
    with page.expect_console_message(lambda said: words in said.text, timeout=PATIENCE) as said:
        file.write_text(edited, encoding="utf-8")
    time.sleep(REST)
    return float(said.value.text.split()[-1]) / 1000 - begin


@contextmanager
def _preview(project: Path) -> Iterator[str]:
    """The address of a preview in a process of its own."""
    command = [sys.executable, "-m", "firstwin", "serve", "--config", "site_config.yml"]
    with subprocess.Popen(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            said = next(line for line in process.stdout or () if "http://" in line)
            yield re.findall(r"http://\S+", said)[0]
        finally:
            process.terminate()


@contextmanager
def _page() -> Iterator[Page]:
    found = subprocess.run([CHROMIUM], check=True, stdout=subprocess.PIPE, text=True)
    chromium = found.stdout.strip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.add_init_script(SAYS_WHEN)
        yield page
        browser.close()
