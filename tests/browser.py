"""Sites in a browser: served as a web server would, and watched for what a reader should never meet."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page

from firstwin.site import POLICY

# What Playwright leaves off, of which the last list counts alone, and a new document of the browser's own for each
# page: it makes every page a third dearer.
OFF = (
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding"),
    *("ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints"),
    *("NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch", "RenderDocument"),
)
FLAGS = [
    f"--disable-features={','.join(OFF)}",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no test asks the network
]
WIDE, TABLET, NARROW = 1280, 820, 320
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
LOOKS = [(scheme, width) for scheme in SCHEMES for width in (WIDE, NARROW)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOUR = ["color-contrast", "link-in-text-block"]
# Style sheets are loaded for a rule that is none of these, and selectors are made for nobody: both take a third of it.
AXE = """only => axe.run(document, {
  runOnly: only, resultTypes: ['violations'], preload: {assets: ['media']}, selectors: false,
})"""
# What fades has the colours that it is to have. Nobody waits for it: what is folded fades when it is seen.
AT_REST = "document.getAnimations().forEach(each => each.finish())"
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


def policy_of(folder: Path, *, reported: bool = False) -> dict[str, str]:
    """The header that a site is to be served with; or one that forbids nothing, and has told what would be forbidden."""
    name, _, policy = (folder / POLICY).read_text("utf-8").strip().partition(": ")
    assert "unsafe" not in policy
    return {f"{name}-Report-Only" if reported else name: policy}


OVERFLOWING = """() => {
  const width = document.documentElement.clientWidth;
  const shown = [...document.querySelectorAll('body *')].filter(element => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && element.checkVisibility({visibilityProperty: true});
  });
  const wide = shown.filter(element => {
    const box = element.getBoundingClientRect();
    return (box.right > width + 1 || box.left < -1) && !element.closest('.fw-scroll, svg, .fw-meta, .fw-skip');
  });
  const squeezed = shown.filter(element =>
    element.matches('p, li, dt, dd, td, th:not(.fw-matrix__role), h1, h2, h3') && element.textContent.trim().length > 15
      && element.getBoundingClientRect().width < 3 * parseFloat(getComputedStyle(element).fontSize)
  );
  const scrolls = document.documentElement.scrollWidth > width ? ['the page scrolls to the side'] : [];
  return [
    ...scrolls,
    ...wide.map(each => each.outerHTML.slice(0, 99)),
    ...squeezed.map(each => `no room for words: ${each.outerHTML.slice(0, 99)}`),
  ];
}"""


class Windows:
    """Windows of one browser. Opening one costs more than a page does: what a test is done with is used again.

    A window is lent as good as new: nothing listens to it, and no site finds in it what it stored. Those of one
    setup are alike: whether scripts run, say, is settled when a window is made, while its size and its
    colours can be changed.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[str, list[Page]] = {}

    def lend(self, setup: Mapping[str, Any]) -> Page:
        free = self._free.setdefault(repr(sorted(setup.items())), [])
        return free.pop() if free else self._browser.new_context(**setup).new_page()

    def take_back(self, setup: Mapping[str, Any], page: Page) -> None:
        """Make a window as good as new, or close it where the test has opened more in it."""
        if page.context.pages != [page]:
            page.context.close()
            return
        page.evaluate("try { localStorage.clear(); sessionStorage.clear() } catch {}")
        page.context.clear_cookies()
        page.emulate_media(media="null", reduced_motion="null")
        page.mouse.move(0, 0)
        page.goto("about:blank")
        self._free[repr(sorted(setup.items()))].append(page)


@functools.cache
def windows_of(browser: Browser) -> Windows:
    return Windows(browser)


@dataclass
class Visitor:
    """Opens pages of a site. `complaints` are errors, dialogs, requests to another host, and what a policy forbids."""

    browser: Browser
    address: str
    complaints: list[str] = field(default_factory=list)
    _open: list[tuple[dict[str, Any], Page]] = field(default_factory=list)
    _heard: list[tuple[Page, Any, Any]] = field(default_factory=list)

    def open(
        self,
        path: str = "",
        width: int = WIDE,
        color_scheme: Scheme = "light",
        forced_colors: Literal["active", "none"] = "none",
        **setup: Any,
    ) -> Page:
        """A page in a browser that has never been here before."""
        page = windows_of(self.browser).lend(setup)
        self._open.append((setup, page))
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=color_scheme, forced_colors=forced_colors)
        self.watch(page)
        page.goto(self.address + path)
        return page

    def watch(self, page: Page) -> None:
        events: dict[Any, Any] = {
            "pageerror": lambda error: self._complain(page, str(error)),
            "crash": lambda _: self._complain(page, "it crashed"),
            "console": self._hear,
            "request": lambda asked: self._follow(page, asked.url),
            "dialog": lambda dialog: self._answer(page, dialog),
        }
        for event, listener in events.items():
            page.on(event, listener)
            self._heard.append((page, event, listener))

    def _hear(self, said: ConsoleMessage) -> None:
        if said.page and (said.type == "error" or "Content Security Policy" in said.text):
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
        for page, event, listener in self._heard:
            page.remove_listener(event, listener)
        for setup, page in self._open:
            windows_of(self.browser).take_back(setup, page)
        self._heard.clear()
        self._open.clear()


def press_tab(page: Page, times: int) -> None:
    """Hold Tab, as a reader would, for so many stops: in one order, for a browser draws less between them then."""
    page.keyboard.press("+".join(["Tab"] * times))


def unfold(page: Page) -> None:
    """Open everything that is folded away."""
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")


def overflowing(page: Page) -> list[str]:
    """What is wider than the page, and what has too little room for a word; first whether the page scrolls to the side.

    What may be wider: boxes that scroll by themselves, drawings, and lists of facts, which lie a dot's width further
    out and are clipped there.
    """
    found: list[str] = page.evaluate(OVERFLOWING)
    return found


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


def violations(page: Page, axe: str, scheme: Scheme = "light") -> list[str]:
    """What axe finds on a page; `axe` is its source.

    In the dark a page differs from itself in the light by its colours alone, and is looked at for these.
    """
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(axe)
    page.evaluate(AT_REST)
    run_only = (
        {"type": "tag", "values": RULES}
        if scheme == "light"
        else {"type": "rule", "values": OF_COLOUR}
    )
    found = page.evaluate(AXE, run_only)
    return [
        f"{violation['id']}: {node['html']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
