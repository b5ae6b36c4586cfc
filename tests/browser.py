"""Sites in a browser: served as a web server would, and watched for what a reader should never meet."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no test asks the network
]
WIDE, NARROW = 1280, 320
LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (WIDE, NARROW)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# WCAG 1.4.12.
SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }
"""


class _Server(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, headers: Mapping[str, str], **options: Any) -> None:
        self._more = headers
        super().__init__(*arguments, **options)

    def end_headers(self) -> None:
        for name, value in self._more.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the library's name
        """Tests speak for themselves."""


@contextmanager
def served(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """A folder on a web server, with these headers on every answer; its address."""
    handler = functools.partial(_Server, directory=str(folder), headers=headers or {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass
class Visitor:
    """Opens pages of a site. `complaints` are errors, dialogs and requests to another host."""

    browser: Browser
    address: str
    complaints: list[str] = field(default_factory=list)
    _contexts: list[BrowserContext] = field(default_factory=list)

    def open(self, path: str = "", width: int = WIDE, **options: Any) -> Page:
        """A page in a browser that has never been here before."""
        context = self.browser.new_context(viewport={"width": width, "height": 800}, **options)
        self._contexts.append(context)
        page = context.new_page()
        self.watch(page)
        page.goto(self.address + path)
        return page

    def watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self._complain(page, str(error)))
        page.on("crash", lambda _: self._complain(page, "it crashed"))
        page.on("console", self._hear)
        page.on("request", lambda asked: self._follow(page, asked.url))
        page.on("dialog", lambda dialog: self._answer(page, dialog))

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type == "error" and said.page:
            self._complain(said.page, said.text)

    def _follow(self, page: Page, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self._complain(page, f"it asks {url}")

    def _answer(self, page: Page, dialog: Dialog) -> None:
        self._complain(page, f"a dialog: {dialog.message}")
        dialog.dismiss()

    def _complain(self, page: Page, what: str) -> None:
        self.complaints.append(f"{page.url.removeprefix(self.address)}: {what}")

    def close(self) -> None:
        for context in self._contexts:
            context.close()
        self._contexts.clear()


def unfold(page: Page) -> None:
    """Open everything that is folded away."""
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")


def space_out(page: Page) -> None:
    """Space the text as WCAG's 1.4.12 allows a reader to. No policy forbids it this way."""
    page.evaluate(
        """css => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets.push(sheet);
        }""",
        SPACING,
    )


def violations(page: Page, axe: str) -> list[str]:
    """What axe finds on a page; `axe` is its source."""
    page.evaluate(axe)
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", RULES
    )
    return [
        f"{violation['id']}: {node['html']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
