"""What Chromium runs or asks another host for, the check has found: for every page, however broken.

Pages are served without a policy, so that the browser does whatever they say.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Error, Page, Route
from tests.site.checking import PAGE, check_page
from tests.site.test_inline import FORBIDDEN, UNKNOWN
from tests.site.test_requests import LOADING

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]

OWN = "http://guides.example/"
TESTS = Path(__file__).resolve().parents[1]
PAYLOADS = [
    line
    for name in ("render/payloads.txt", "built/injections.txt")
    for line in (TESTS / name).read_text("utf-8").splitlines()
    if line.strip()
]
PIECES = [
    *("<svg>", "</svg>", "<math>", "</math>", "<style>", "</style>", "<title>", "</title>"),
    *("<noscript>", "</noscript>", "<template>", "</template>", "<textarea>", "</textarea>"),
    *(
        "<xmp>",
        "</xmp>",
        "<iframe>",
        "</iframe>",
        "<noembed>",
        "</noembed>",
        "<select>",
        "<option>",
    ),
    *("<table>", "<tr>", "<td>", "</table>", "<mtext>", "<mglyph>", "<annotation-xml>", "<desc>"),
    *("<foreignObject>", "</foreignObject>", "<a href='", "<p title='", '<p title="', "<p title="),
    *("'", '"', ">", "<", "/", "&gt;", "&lt;", "&quot;", "=", " ", "\n", "\0", "`", "</p>", "<br/"),
    *("<!--", "-->", "--!>", "<![CDATA[", "]]>", "<!", "<?", "<!-->", "<p", "<form>", "</form>"),
    *("<script>", "</script>", "<script", "alert(1)", "onclick=", "onerror=alert(1)", "x"),
    "<img src=https://cdn.example/x>",
    "<img src='https://cdn.example/x'>",
    '<img src="https://cdn.example/x">',
    "<image href=https://cdn.example/x />",
    "<img src=x onerror=alert(1)>",
    "<style>@import 'https://cdn.example/x';</style>",
    "{background:url(https://cdn.example/x)}",
]
MADE, ALL_MADE = 100, 250
# Of the pages in which something was found, one in so many is shown as well: a browser in which few of them acted has
# shown little of the others. It depends on the browser's haste, too.
ONE_OF = 4
ACTING = 4


def made(number: int) -> Iterator[str]:
    """Pages that nobody would write, the same every time."""
    dice = random.Random(907)
    for _ in range(number):
        yield "".join(dice.choices(PIECES, k=dice.randint(3, 12)))


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what it did that no page of a site may do."""
    done: list[str] = []
    page = browser.new_page()

    def close(dialog: Dialog) -> None:
        done.append(dialog.type)
        dialog.dismiss()

    def answer(route: Route) -> None:
        if route.request.url.startswith(OWN):
            route.fallback()
        else:
            done.append(route.request.url)
            route.abort()

    page.on("dialog", close)
    page.route("**/*", answer)
    yield page, done
    page.close()


def does(watched: tuple[Page, list[str]], html: str) -> list[str]:
    """What a page does by itself, once it is there and whatever it wanted has failed."""
    page, done = watched
    done.clear()

    def own(route: Route) -> None:
        is_page = route.request.is_navigation_request() and route.request.url == OWN
        if is_page:
            route.fulfill(body=PAGE.format(html).encode(), content_type="text/html; charset=utf-8")
        else:
            route.fulfill(status=404, body="")

    page.route(OWN + "**", own)
    with suppress(Error):  # it may have left for somewhere else
        page.goto(OWN, wait_until="load")
        page.evaluate("new Promise((done) => setTimeout(done))")
    page.unroute(OWN + "**")
    return list(done)


@pytest.mark.parametrize(
    "cases",
    [
        pytest.param(lambda _: [*LOADING, *FORBIDDEN, *UNKNOWN], id="listed"),
        pytest.param(lambda _: PAYLOADS, id="payloads"),
        pytest.param(lambda full: made(ALL_MADE if full else MADE), id="made"),
    ],
)
def test_whatever_a_page_does_is_found(
    watched: tuple[Page, list[str]],
    tmp_path: Path,
    cases: Callable[[bool], Iterable[str]],
    *,
    full: bool,
) -> None:
    found: dict[str, bool] = {
        html: bool(check_page(tmp_path / str(number), html).codes)
        for number, html in enumerate(cases(full))
    }
    missed = {html: done for html in found if not found[html] and (done := does(watched, html))}
    assert not missed
    shown = [html for html in found if found[html]][::ONE_OF]

    assert sum(bool(does(watched, html)) for html in shown) >= len(shown) // ACTING
