"""Old addresses lead on: those under earlier ids, and those that the owner names."""

import re

import pytest
from msgspec.structs import replace
from tests.pages.small import guides_of

from firstwin.models.values import Audience
from firstwin.pages import lay_out
from firstwin.pages.page import File
from firstwin.resolve.guide import Earlier, Guides
from firstwin.text import Inside
from firstwin.words import words_in

OLD_IDS = (
    Earlier("phase", "plan", "begin", "team"),
    Earlier("entry", "connect-sso", "sso"),
    Earlier("persona", "admin", "administrator"),
    Earlier("tier", "team", "basic"),
)


def moved(guides: Guides) -> dict[str, File]:
    """The pages at old addresses."""
    files = lay_out(guides, words_in("en")).outline.files
    return {file.path: file for file in files if file.path.endswith(".html")}


def way(file: File) -> str:
    """Where a page leads at once, which is where its link leads too."""
    text = file.content.decode()
    (ahead,) = re.findall(r'http-equiv="refresh" content="0; url=([^"]*)"', text)
    assert f'<a href="{ahead}">Go to its new address</a>' in text
    return str(ahead)


@pytest.fixture(scope="module")
def old() -> dict[str, File]:
    guides = guides_of(Audience.INTERNAL)
    return moved(replace(guides, earlier=OLD_IDS))


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("basic", "../team/"),
        ("basic/admin", "../../team/admin/"),
        ("team/administrator", "../admin/"),
        ("team/administrator/begin", "../../admin/plan/"),
        ("basic/administrator/begin", "../../../team/admin/plan/"),
        ("basic/admin/plan", "../../../team/admin/plan/"),
        ("tutorials/sso", "../connect-sso/"),
        ("team/admin/sso", "../connect-sso/"),
        ("basic/administrator/checklist", "../../../team/admin/checklist/"),
        ("internal/plans/basic/begin", "../../team/plan/"),
        ("internal/weeks/basic", "../team/"),
        ("everything/basic", "../team/"),
    ],
)
def test_an_address_with_earlier_ids_leads_on(old: dict[str, File], path: str, there: str) -> None:
    assert way(old[f"{path}/index.html"]) == there


def test_nothing_leads_away_from_a_page(old: dict[str, File]) -> None:
    pages = lay_out(guides_of(Audience.INTERNAL), words_in("en")).pages
    assert not {f"{page.place.folder}/index.html" for page in pages} & old.keys()
    taken = replace(
        guides_of(Audience.INTERNAL),
        earlier=(Earlier("persona", "admin", "champion"),),
        redirects=tuple((old, Inside("plan", "team")) for old in ("team/champion", "Team/Admin")),
    )
    assert not {"team/champion/index.html", "Team/Admin/index.html"} & moved(taken).keys()


def test_an_edition_has_the_old_addresses_of_its_own_pages_alone() -> None:
    customer = replace(guides_of(Audience.CUSTOMER), earlier=OLD_IDS)
    assert not [path for path in moved(customer) if path.startswith("internal/")]


def test_the_owner_says_what_old_addresses_lead_to() -> None:
    guides = guides_of(Audience.CUSTOMER)
    redirects = (
        ("start", Inside("guide", "admin", "team")),
        ("old/start.html", Inside("page", "security", "", "who-reads-it")),
        ("first.html", Inside("plan", "team")),
        ("gone", Inside("tutorial", "nothing")),
        ("team/cfo", Inside("plan", "team")),
    )
    config = guides.config.model_copy(update={"url": "https://acme.example/guides/"})
    files = moved(replace(guides, redirects=redirects, config=config))
    assert {path: way(file) for path, file in files.items()} == {
        "start/index.html": "../team/admin/",
        "old/start.html": "../pages/security/#who-reads-it",
        "first.html": "team/",
        "team/cfo/index.html": "../",
    }
    address = "https://acme.example/guides/pages/security/#who-reads-it"
    assert f'<link rel="canonical" href="{address}">' in files["old/start.html"].content.decode()
    address = "https://acme.example/guides/team/"
    assert (
        f'<link rel="canonical" href="{address}">' in files["team/cfo/index.html"].content.decode()
    )


def test_a_page_that_has_moved_speaks_the_language_of_the_site() -> None:
    guides = guides_of(Audience.CUSTOMER)
    hebrew = guides.config.model_copy(update={"language": "he"})
    redirects = (("start", Inside("plan", "team")),)
    files = lay_out(
        replace(guides, config=hebrew, redirects=redirects), words_in("he")
    ).outline.files
    (page,) = (file for file in files if file.path == "start/index.html")
    assert '<html lang="he" dir="rtl">' in page.content.decode()
    assert "This page has moved" not in page.content.decode()
