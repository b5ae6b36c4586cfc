"""The pages of the small project: which there are, what stands around them, and where they lead."""

import re
from collections.abc import Iterator, Mapping

import pytest
from tests.pages.small import page_at, pages_of

from firstwin.models.values import Audience
from firstwin.pages.page import NavItem, Page
from firstwin.pages.urls import EVERYTHING, HOME, Place
from firstwin.pages.views import (
    HomeView,
)
from firstwin.system.fields import field_names
from firstwin.text import Url

CUSTOMER_PAGES = [
    "index.md",
    "team/index.md",
    "team/champion/index.md",
    "team/champion/plan/index.md",
    "team/champion/set-up/index.md",
    "team/champion/use/index.md",
    "team/champion/timeline/index.md",
    "team/champion/checklist/index.md",
    "team/champion/on-one-page/index.md",
    "team/champion/plays/index.md",
    "team/champion/report-quiz/index.md",
    "team/champion/whole-plan/index.md",
    "team/champion/help/index.md",
    "team/champion/metrics/index.md",
    "team/champion/glossary/index.md",
    "team/admin/index.md",
    "team/admin/plan/index.md",
    "team/admin/set-up/index.md",
    "team/admin/use/index.md",
    "team/admin/timeline/index.md",
    "team/admin/checklist/index.md",
    "team/admin/on-one-page/index.md",
    "team/admin/plays/index.md",
    "team/admin/connect-sso/index.md",
    "team/admin/whole-plan/index.md",
    "team/admin/help/index.md",
    "team/admin/metrics/index.md",
    "team/admin/glossary/index.md",
    "everything/team/index.md",
    "tutorials/connect-sso/index.md",
    "quizzes/report-quiz/index.md",
    "metrics/index.md",
    "glossary/index.md",
    "pages/security/index.md",
    "everything/index.md",
    "help/index.md",
]


def test_every_page_has_its_place() -> None:
    assert [page.path for page in pages_of(Audience.CUSTOMER).pages] == CUSTOMER_PAGES


INTERNAL_PAGES = {
    "plays/index.md",
    "internal/index.md",
    "internal/plans/team/index.md",
    "internal/plans/team/plan/index.md",
    "internal/plans/team/set-up/index.md",
    "internal/plans/team/use/index.md",
    "internal/weeks/team/index.md",
    "internal/emails/index.md",
    "internal/coverage/index.md",
}
DELIVERY_PAGES = {"delivery/team/acceptance/index.md", "delivery/team/raci/index.md"}


def test_only_the_internal_edition_has_pages_for_the_team() -> None:
    extra = {page.path for page in pages_of(Audience.INTERNAL).pages} - set(CUSTOMER_PAGES)
    assert extra == INTERNAL_PAGES | DELIVERY_PAGES
    assert {page.path for page in pages_of(Audience.PARTNER).pages} >= DELIVERY_PAGES
    for audience in (Audience.CUSTOMER, Audience.PARTNER):
        assert not INTERNAL_PAGES & {page.path for page in pages_of(audience).pages}
    home = page_at("index.md", Audience.INTERNAL).view
    assert isinstance(home, HomeView)
    assert [link.title for link in home.links] == ["What each role means"]
    listed = [item.title for item in pages_of(Audience.INTERNAL).outline.navigation]
    assert {"Plays", "For the team"} <= set(listed)


def test_the_navigation_is_sparse_and_the_rest_is_reached_by_links() -> None:
    pages = pages_of(Audience.CUSTOMER)
    assert [outline(item) for item in pages.outline.navigation] == [
        "All guides: index.md",
        "Team: [Plan: team/index.md, Champion: team/champion/index.md, Admin: team/admin/index.md]",
        "Tutorials: [Connect single sign-on: tutorials/connect-sso/index.md]",
        "What we measure: metrics/index.md",
        "Glossary: glossary/index.md",
        "Help: help/index.md",
    ]
    assert set(pages.outline.unlisted) == {
        path
        for path in CUSTOMER_PAGES
        if any(part in path for part in ("champion/", "admin/", "quiz", "everything/", "pages/"))
    } - {"team/champion/index.md", "team/admin/index.md"}


def outline(item: NavItem) -> str:
    inside = ", ".join(outline(inner) for inner in item.items)
    return f"{item.title}: {item.path or f'[{inside}]'}"


@pytest.mark.parametrize("audience", list(Audience))
def test_every_link_leads_to_a_page_of_the_edition(audience: Audience) -> None:
    pages = pages_of(audience).pages
    folders = {page.place.folder for page in pages}
    media = set(pages_of(audience).outline.copies)
    for page in pages:
        for url in urls((page.view, page.chrome)):
            if re.match(r"[a-z]+:", url):
                continue
            target = resolved(page.place, url.partition("#")[0])
            assert target in folders | media, f"{page.path}: {url}"


@pytest.mark.parametrize("audience", list(Audience))
def test_every_page_is_reached_from_the_home_page_by_links(audience: Audience) -> None:
    all_pages = pages_of(audience)
    pages = {page.place.folder: page for page in all_pages.pages}
    of_the_foot = [resolved(HOME, link.url) for link in all_pages.outline.footer.links]
    reached = {
        "",
        EVERYTHING.folder,  # the head of every page leads there
        *of_the_foot,
    }
    waiting = [pages[folder] for folder in reached]
    while waiting:
        page = waiting.pop()
        for url in urls((page.view, page.chrome)):
            folder = resolved(page.place, url.partition("#")[0])
            if folder in pages and folder not in reached:
                reached.add(folder)
                waiting.append(pages[folder])
    assert reached == set(pages)


def urls(value: object) -> Iterator[Url]:
    if isinstance(value, Url):
        if value:
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from urls(part)
    elif isinstance(value, Mapping):
        yield from urls(tuple(value.values()))
    else:
        for name in field_names(type(value)):
            yield from urls(getattr(value, name))


def resolved(here: Place, path: str) -> str:
    parts = here.folder.split("/") if here.folder else []
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


@pytest.mark.parametrize("audience", list(Audience))
def test_every_page_has_a_title_of_its_own_and_a_description(audience: Audience) -> None:
    pages = pages_of(audience).pages
    titles = [page.title for page in pages]
    assert len(set(titles)) == len(titles)
    assert all(0 < len(page.description) <= 160 for page in pages)


def test_titles_in_a_guide_name_plan_and_role() -> None:
    assert page_at("team/admin/plan/index.md").title == "Plan together: Team, Admin"
    assert page_at("team/admin/index.md").title == "Your guide as Admin: Team"


def test_the_bar_of_a_guide_marks_where_one_is() -> None:
    assert bar(page_at("team/admin/index.md")) == [
        ("Guide", "./", "page"),
        ("Plan", "whole-plan/", ""),
        ("Checklist", "checklist/", ""),
        ("Help", "help/", ""),
    ]
    assert bar(page_at("team/admin/plan/index.md")) == [
        ("Guide", "../", "true"),
        ("Plan", "../whole-plan/", ""),
        ("Checklist", "../checklist/", ""),
        ("Help", "../help/", ""),
    ]
    assert bar(page_at("team/admin/checklist/index.md"))[:3] == [
        ("Guide", "../", ""),
        ("Plan", "../whole-plan/", ""),
        ("Checklist", "./", "page"),
    ]
    for name, index in (("whole-plan", 1), ("help", 3)):
        links = bar(page_at(f"team/admin/{name}/index.md"))
        assert [current for _, _, current in links] == [
            "page" if place == index else "" for place in range(4)
        ]
    for name in ("connect-sso", "metrics", "glossary"):
        links = bar(page_at(f"team/admin/{name}/index.md"))
        assert [current for _, _, current in links] == ["true", "", "", ""]
    assert bar(page_at("team/index.md")) == [
        ("Guides", "#page_guides", ""),
        ("Plan", "./", "page"),
        ("Help", "../help/", ""),
    ]
    assert bar(page_at("help/index.md")) == [("Help", "./", "page")]
    assert bar(page_at("index.md")) == []


def bar(page: Page) -> list[tuple[str, str, str]]:
    return [(item.link.title, item.link.url, item.current) for item in page.chrome.bar]


@pytest.mark.parametrize(
    ("path", "back", "trail"),
    [
        ("index.md", None, []),
        ("team/index.md", ("All guides", "../"), [("All guides", "../"), ("Team", "")]),
        (
            "team/admin/index.md",
            ("All guides", "../../"),
            [("Team", "whole-plan/"), ("Admin", "")],
        ),
        (
            "team/admin/plan/index.md",
            ("Admin guide", "../"),
            [("Team", "../whole-plan/"), ("Admin", "../")],
        ),
        (
            "team/admin/whole-plan/index.md",
            ("Admin guide", "../"),
            [("Team", ""), ("Admin", "../")],
        ),
        (
            "team/admin/help/index.md",
            ("Admin guide", "../"),
            [("Team", "../whole-plan/"), ("Admin", "../")],
        ),
        (
            "team/admin/connect-sso/index.md",
            ("Step 1 of “Set up Acme”", "../set-up/#connect-sso"),
            [("Team", "../whole-plan/"), ("Admin", "../"), ("Set up Acme", "../set-up/")],
        ),
        ("help/index.md", ("All guides", "../"), [("All guides", "../"), ("Help", "")]),
    ],
)
def test_back_link_and_trail(
    path: str, back: tuple[str, str] | None, trail: list[tuple[str, str]]
) -> None:
    chrome = page_at(path).chrome
    assert (chrome.back and (chrome.back.title, chrome.back.url)) == back
    assert [(link.title, link.url) for link in chrome.trail] == trail
