"""How long a page takes until it shows what its reader has done, and whether its first picture already does.

In: the folder of a built site. Out: for a home page, a guide, a phase and a checklist, the median of nine loads in Chromium of
the milliseconds until the page says how far its reader is, those until its first picture, and how far anything moved.

    .venv/bin/python tools/state_shown.py site/customer
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from tests.browser import FLAGS, served  # noqa: E402  # the tests lie beside the tools

PAGES = {
    "home": ("", ".fw-resume"),
    "guide": ("enterprise/admin/", ".fw-task__steps .fw-is-done"),
    "phase": ("enterprise/admin/plan/", ".fw-step.fw-is-done"),
    "checklist": ("enterprise/admin/checklist/", "[data-fw-item]:checked"),
}
"""Where to look, and what is there only once the page knows what was done."""
LOADS = 9
WATCH = """selector => {
  window.moved = 0;
  new PerformanceObserver(list => list.getEntries().forEach(each => (window.moved += each.value)))
    .observe({type: "layout-shift", buffered: true});
  const look = () => {
    if (window.shown === undefined && document.querySelector(selector)) window.shown = performance.now();
  };
  new MutationObserver(look).observe(document, {subtree: true, childList: true, attributes: true});
  for (const name of ["DOMContentLoaded", "load"]) addEventListener(name, look);
}"""
FOUND = """() => new Promise(done => setTimeout(() => done({
  shown: window.shown,
  drawn: performance.getEntriesByName("first-paint")[0].startTime,
  moved: window.moved,
}), 300))"""


def main() -> None:
    """Measure each page, and print what came of it."""
    found = subprocess.run([ROOT / "tools/chromium"], check=True, stdout=subprocess.PIPE, text=True)
    with served(Path(sys.argv[1])) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(args=FLAGS, executable_path=found.stdout.strip())
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}enterprise/admin/plan/")
        boxes = page.locator(".fw-step").first.locator("[data-fw-item]")
        boxes.evaluate_all("boxes => boxes.forEach(box => box.click())")  # the step may be folded
        page.close()
        for name, (path, selector) in PAGES.items():
            loads: list[dict[str, Any]] = []
            for _ in range(LOADS):
                page = context.new_page()
                page.add_init_script(f"({WATCH})({selector!r})")
                page.goto(address + path)
                loads.append(page.evaluate(FOUND))
                page.close()
            shown, drawn = (median(each[what] for each in loads) for what in ("shown", "drawn"))
            late = sum(each["shown"] > each["drawn"] for each in loads)
            moved = max(each["moved"] for each in loads)
            print(f"{name}: known after {shown:.0f} ms, drawn after {drawn:.0f} ms", end=", ")
            print(f"{late} of {LOADS} drawn before it was known, moved by {moved}")
        browser.close()


if __name__ == "__main__":
    main()
