"""The project's own pages: what they show, how one gets there, and in which edition."""

import pytest
from msgspec.structs import replace
from tests.pages.small import guides_of

from firstwin.models.own_page import Shelf
from firstwin.models.values import Audience
from firstwin.pages import Pages, lay_out
from firstwin.pages.views import LinkView, OwnPageView
from firstwin.resolve.blocks.pictures import PictureText
from firstwin.resolve.blocks.tables import SmallTable
from firstwin.resolve.guide_step import OutsideLink
from firstwin.resolve.own_pages import OwnPageSection, OwnPageText
from firstwin.sources import Size
from firstwin.text import Prose, Url, link
from firstwin.words import words_in

PAGE = OwnPageText(
    "security",
    "Security",
    "",
    Shelf.BAR,
    (
        OwnPageSection("", 0, Prose(), Prose("We are <em>careful</em>.")),
        OwnPageSection("keys", 2, Prose("Keys &#38; locks"), Prose("All are kept.")),
    ),
    "https://git.example/pages/security.md",
    "pages/security.md",
)
IMPRINT = replace(PAGE, id="imprint", title="Imprint", description="Who we are", place=Shelf.FOOTER)
HIDDEN = replace(PAGE, id="hidden", title="Hidden", place=Shelf.NOWHERE)


@pytest.fixture(scope="module")
def pages() -> Pages:
    guides = replace(guides_of(Audience.INTERNAL), own_pages=(PAGE, IMPRINT, HIDDEN))
    return lay_out(guides, words_in("en"))


def test_a_page_shows_what_it_says(pages: Pages) -> None:
    page = next(page for page in pages.pages if page.path == "pages/security/index.md")
    assert isinstance(page.view, OwnPageView)
    assert (page.title, page.description) == ("Security", "We are careful.")
    assert [(one.id, one.level, one.title) for one in page.view.sections] == [
        ("", 0, ""),
        ("keys", 2, "Keys & locks"),
    ]
    assert page.chrome.edit == "https://git.example/pages/security.md"
    assert pages.made_of[page.path] >= {"pages/security.md"}


def test_a_section_shows_what_stands_beside_its_text() -> None:
    table = SmallTable("How fast", ("Severity", "Answer"), ((Prose("All"), Prose("1 hour")),))
    picture = PictureText("pages/images/form.svg", Size(640, 400), "The form", "It is short")
    faults = OwnPageSection(
        "faults",
        2,
        Prose("Faults"),
        Prose(),
        (table,),
        (picture,),
        (link("Form", "file:form.pdf"),),
    )
    guides = replace(
        guides_of(Audience.CUSTOMER),
        own_pages=(replace(PAGE, sections=(faults,)),),
        downloads={"form.pdf": 2000},
    )
    made = lay_out(guides, words_in("en"))

    (page,) = (page for page in made.pages if page.path == "pages/security/index.md")
    assert isinstance(page.view, OwnPageView)
    (section,) = page.view.sections
    assert section.tables == (table,)
    assert [(one.src, one.width, one.alt) for one in section.pictures] == [
        ("../../media/pages/images/form.svg", 640, "The form")
    ]
    assert section.links == (
        Prose('<a href="../../files/form.pdf">Form<bdi> (PDF, 2 kB)</bdi></a>'),
    )
    (search,) = (file for file in made.outline.files if file.path.startswith("search/site"))
    assert all(
        text in search.content.decode() for text in ("1 hour", "The form", "It is short", "Form")
    )


def test_a_page_of_the_bar_stands_in_every_bar(pages: Pages) -> None:
    bars = {page.path: page.chrome.bar for page in pages.pages if page.chrome.bar}
    assert len(bars) > 20
    assert {bar[-1].link.title for bar in bars.values()} == {"Security"}
    current = [path for path, bar in bars.items() if bar[-1].current]
    assert current == ["pages/security/index.md"]
    assert bars["team/admin/index.md"][-1].link.url == "../../pages/security/"


def test_home_which_has_no_bar_leads_there(pages: Pages) -> None:
    home = next(page for page in pages.pages if page.path == "index.md")
    assert LinkView("Security", Url("pages/security/")) in getattr(home.view, "links", ())


def test_a_page_of_the_foot_stands_before_links(pages: Pages) -> None:
    assert [(link.title, link.url) for link in pages.outline.footer.more] == [
        ("Imprint", "pages/imprint/"),
        ("Imprint", "https://acme.example/imprint"),
    ]


def test_search_and_the_list_of_everything_find_pages_and_headings(pages: Pages) -> None:
    (everything,) = (page for page in pages.pages if page.path == "everything/index.md")
    lines = {
        (line.title, line.url, line.context)
        for group in getattr(everything.view, "groups", ())
        for line in group.lines
    }
    assert lines >= {
        ("Hidden", "../pages/hidden/", ""),
        ("Keys & locks", "../pages/hidden/#keys", "Hidden"),
        ("Imprint", "../pages/imprint/", ""),
    }
    (search,) = (file for file in pages.outline.files if file.path.startswith("search/site"))
    assert "All are kept." in search.content.decode()
    assert "Who we are" in search.content.decode()


def test_links_at_the_foot_and_of_contacts_find_what_they_mean_on_this_site() -> None:
    guides = guides_of(Audience.CUSTOMER)
    inside = OutsideLink(link("Our answers", "page:security"), Url())
    contacts = tuple(replace(each, channels=(inside,)) for each in guides.contacts)
    foot = ("page:security#keys", "page:nowhere", "file:form.pdf")
    made = lay_out(
        replace(
            guides,
            contacts=contacts,
            own_pages=(PAGE,),
            downloads={"form.pdf": 2000},
            footer=tuple(OutsideLink("There", Url(each)) for each in foot),
        ),
        words_in("en"),
    )

    assert [(link.title, link.url) for link in made.outline.footer.more] == [
        ("There", "pages/security/#keys"),
        ("There (PDF, 2 kB)", "files/form.pdf"),
    ]
    help_page = next(page for page in made.pages if page.path == "help/index.md")
    assert '<a href="../pages/security/">Our answers</a>' in str(help_page.view)
