"""What stands around a page, on both engines: head, guide bar, back link, footer, 404."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.theme.gallery import PAGE

from firstwin.output.chrome import chrome_words
from firstwin.system.bundled import THEME
from firstwin.words import words_in

ENGINES = ["site", "zensical_site"]


@pytest.fixture(params=ENGINES)
def built(request: pytest.FixtureRequest) -> Path:
    folder = request.getfixturevalue(request.param)
    assert isinstance(folder, Path)
    return folder


@pytest.fixture
def page(built: Path) -> LexborHTMLParser:
    return LexborHTMLParser((built / PAGE / "index.html").read_text("utf-8"))


def test_head_describes_the_page(page: LexborHTMLParser) -> None:
    assert _one(page, "title").text() == "Every component - Cairn onboarding"
    assert _one(page, "html").attributes["lang"] == "en"
    assert _one(page, "body").attributes["dir"] == "ltr"
    described = {
        node.attributes.get("name") or node.attributes.get("property"): node.attributes["content"]
        for node in page.css("meta[content]")
    }
    assert described == {
        "viewport": "width=device-width,initial-scale=1",
        "description": 'All components of the theme in "all" their states.',
        "og:type": "website",
        "og:site_name": "Cairn onboarding",
        "og:title": "Every component",
        "og:description": 'All components of the theme in "all" their states.',
        "theme-color": "#141517",
        "og:url": f"https://cairn.example/{PAGE}/",
    }
    assert _one(page, "link[rel=canonical]").attributes["href"] == f"https://cairn.example/{PAGE}/"


def test_home_is_titled_by_the_site(built: Path) -> None:
    home = LexborHTMLParser((built / "index.html").read_text("utf-8"))
    assert _one(home, "title").text() == "Cairn onboarding"
    assert not home.css(".fw-bar, .fw-back")


def test_guide_bar_says_where_one_is(page: LexborHTMLParser) -> None:
    assert [_link_parts(node) for node in page.css(".fw-bar li > *")] == [
        ("Enterprise", "../", None),
        ("Admin", None, "page"),
        ("Guide", "./", "page"),
        ("Plan", "../", None),
        ("Help", "../", None),
    ]
    assert _link_parts(_one(page, ".fw-back a")) == ("All guides", "../", None)


def test_footer_helps(page: LexborHTMLParser) -> None:
    assert _one(page, ".fw-footer h2").text() == "Stuck? Ask a person."
    assert _one(page, ".fw-footer a").attributes["href"] == "mailto:success@cairn.example"
    assert _one(page, ".fw-footer time").attributes["datetime"] == "2026-11-02"
    assert _link_parts(_one(page, ".fw-footer nav a"))[0] == "All guides"


def test_the_owners_links_stand_behind_those_of_the_page(page: LexborHTMLParser) -> None:
    links = [_link_parts(link)[:2] for link in page.css(".fw-footer nav a")]
    assert links[-2:] == [("Imprint", "https://cairn.example/imprint"), ("Help", "../help/")]


def test_skip_link_comes_first_and_leads_to_the_article(page: LexborHTMLParser) -> None:
    links = page.css("a[href]")
    assert links[0].attributes["href"] == "#__skip"
    assert _one(page, "#__skip").tag == "article"


def test_nothing_of_materials_chrome_is_left(page: LexborHTMLParser) -> None:
    assert not page.css("[class*=md-], [data-md-component], [id^=__]:not(#__skip)")


def test_page_loads_nothing_from_elsewhere(page: LexborHTMLParser) -> None:
    loaded = [
        node.attributes.get("src") or node.attributes.get("href") or ""
        for node in page.css("script[src], link[rel=stylesheet], link[rel=icon], img[src]")
    ]
    assert loaded
    assert not [address for address in loaded if re.match(r"[a-z]+:|//", address)]


def test_page_needs_no_unsafe_policy(page: LexborHTMLParser) -> None:
    assert not page.css("[style]")
    assert not [name for node in page.css("*") for name in node.attributes if name.startswith("on")]


def test_comments_of_templates_stay_behind(built: Path) -> None:
    published = (built / PAGE / "index.html").read_text("utf-8")
    assert "Checked against" not in published
    assert "zensical" not in published.lower()
    assert "<!--" not in published


@pytest.mark.parametrize(("asked", "titles"), [("Ask <b>Ada</b>.", ["Stuck?"]), ("", [])])
def test_the_foot_asks_nobody_where_nobody_is_named(asked: str, titles: list[str]) -> None:
    templates = Environment(loader=FileSystemLoader(THEME / "overrides"), autoescape=True)
    templates.filters["url"] = str
    footer = {"title": "Stuck?", "text_html": asked, "links": []}
    settings = {"extra": {"firstwin": {"footer": footer, "words": chrome_words(words_in("en"))}}}
    shown = templates.get_template("partials/firstwin/footer.html").render(config=settings)
    assert [title.text() for title in LexborHTMLParser(shown).css("h2")] == titles


def test_not_found_leads_home(built: Path) -> None:
    lost = LexborHTMLParser((built / "404.html").read_text("utf-8"))
    assert _one(lost, "h1").text() == "This page is not here"
    assert _one(lost, "title").text() == "This page is not here - Cairn onboarding"
    assert _one(lost, "a.fw-button").attributes["href"] in ("/", "/.")
    plans = [(link.text(), link.attributes["href"]) for link in lost.css("article li a")]
    assert plans == [("Enterprise", "/enterprise/")]


def _one(page: LexborHTMLParser, selector: str) -> LexborNode:
    found = page.css_first(selector)
    assert found, selector
    return found


def _link_parts(node: LexborNode) -> tuple[str, str | None, str | None]:
    return node.text(), node.attributes.get("href"), node.attributes.get("aria-current")
