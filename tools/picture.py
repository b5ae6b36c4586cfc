"""Take the picture of the README: the page that its YAML becomes, as a reader meets it.

In: the project that `firstwin new` writes, and a Chromium. Out: `docs/picture.png`. Take it again when
the look has changed.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Final

from playwright.sync_api import ViewportSize, sync_playwright

import firstwin
from firstwin.scaffold import new_project

ROOT: Final = Path(__file__).resolve().parents[1]
PAGE: Final = "standard/admin/setup/"
SIZE: Final = ViewportSize(width=1200, height=980)


def main() -> None:
    """Build the site, open the page, take its picture."""
    chromium = subprocess.run(
        [ROOT / "tools" / "chromium"], check=True, stdout=subprocess.PIPE, text=True
    ).stdout.strip()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = Path(folder) / "project"
        new_project(project)
        (site,) = firstwin.build(project / "site_config.yml").sites.values()
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, color_scheme="light")
        with _served(site) as address:
            page.goto(address + PAGE, wait_until="networkidle")
            page.screenshot(path=ROOT / "docs" / "picture.png", animations="disabled")
        browser.close()


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """The address of a site; search shows only where there is a server."""
    handler = partial(SimpleHTTPRequestHandler, directory=site)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


if __name__ == "__main__":
    main()
