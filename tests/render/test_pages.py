"""The Markdown of the small project, and what engines make of it."""

from pathlib import Path

import pytest
import yaml
from tests.files import snapshot
from tests.pages.small import PROJECT, pages_of
from tests.render.html import Look, html_of
from tests.resolve.small import small_guides

from firstwin.models.values import Audience
from firstwin.pages import lay_out
from firstwin.render import render
from firstwin.words import words_in

GOLDENS = Path(__file__).with_name("goldens")


@pytest.mark.parametrize(
    "audience", [Audience.CUSTOMER, Audience.INTERNAL], ids=lambda each: each.value
)
def test_the_markdown_is_the_golden_one(audience: Audience, update_goldens: bool) -> None:
    files, faults = render(pages_of(audience), PROJECT)
    assert not faults
    folder = GOLDENS / audience.value
    if update_goldens:
        for old in folder.rglob("*.md"):
            old.unlink()
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
    assert {path: text.decode() for path, text in snapshot(folder).items()} == files


def test_the_same_pages_give_the_same_bytes() -> None:
    assert render(pages_of(Audience.INTERNAL), PROJECT) == render(
        pages_of(Audience.INTERNAL), PROJECT
    )


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.unmeasured  # others run through all of it
def test_engines_make_sound_html_of_it(audience: Audience) -> None:
    files, _ = render(pages_of(audience), PROJECT)
    faults = {path: Look(html_of(text)).faults for path, text in files.items()}
    assert {path: found for path, found in faults.items() if found} == {}


def test_every_label_belongs_to_a_control() -> None:
    files, _ = render(pages_of(Audience.INTERNAL), PROJECT)
    for path, text in files.items():
        seen = Look(html_of(text)).attributes
        ids = {value for _, name, value in seen if name == "id"}
        assert {value for tag, name, value in seen if (tag, name) == ("label", "for")} <= ids, path


@pytest.mark.unmeasured  # others run through all of it
def test_every_anchor_a_page_links_to_is_there() -> None:
    files, _ = render(pages_of(Audience.INTERNAL), PROJECT)
    places = {page.path: page.place for page in pages_of(Audience.INTERNAL).pages}
    ids = {
        places[path].folder: {
            value for _, name, value in Look(html_of(text)).attributes if name == "id"
        }
        for path, text in files.items()
    }
    for path, text in files.items():
        for _, name, value in Look(html_of(text)).attributes:
            link, hash_, anchor = value.partition("#")
            if name == "href" and hash_:
                assert anchor in ids[folder_of(places[path].folder, link)], f"{path}: {value}"


def folder_of(here: str, link: str) -> str:
    parts = here.split("/") if here else []
    for part in link.split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def test_every_page_has_one_title() -> None:
    files, _ = render(pages_of(Audience.INTERNAL), PROJECT)
    for path, text in files.items():
        assert Look(html_of(text)).shape.count("<h1 id>") == 1, path


def test_titles_of_guides_name_plan_and_role_where_search_reads_them() -> None:
    files, _ = render(pages_of(Audience.CUSTOMER), PROJECT)
    assert title_of(files["team/admin/plan/index.md"]) == "Plan together: Team, Admin"
    assert title_of(files["team/admin/index.md"]) == "Your guide as Admin: Team"
    assert title_of(files["tutorials/connect-sso/index.md"]) == "Connect single sign-on"


def title_of(text: str) -> str:
    html = html_of(text)
    return "".join(Look(html[html.index("<h1") : html.index("</h1>")] + "</h1>").text)


def test_front_matter_says_what_the_chrome_needs() -> None:
    files, _ = render(pages_of(Audience.CUSTOMER), PROJECT)
    front = yaml.safe_load(files["team/admin/plan/index.md"].split("---\n")[1])
    assert front == {
        "title": "Plan together: Team, Admin",
        "description": "Both sides have written down one goal and the dates.",
        "kind": "phase",
        "back": {"title": "Admin guide", "url": "../"},
        "guide_bar": {
            "trail": [{"title": "Team", "url": "../whole-plan/"}, {"title": "Admin", "url": "../"}],
            "links": [
                {"title": "Guide", "url": "../", "current": "true"},
                {"title": "Plan", "url": "../whole-plan/"},
                {"title": "Checklist", "url": "../checklist/"},
                {"title": "Help", "url": "../help/"},
            ],
        },
        "footer": {
            "text_html": 'Call <a href="tel:+15550123">the front desk</a> &amp; ask for Ada. She answers at once.',
            "links": [
                {"title": "All guides", "url": "../../../"},
                {"title": "What we measure", "url": "../metrics/"},
                {"title": "Glossary", "url": "../glossary/"},
                {"title": "Print the checklist", "url": "../checklist/"},
            ],
        },
        "guide": "assets/guides/team/admin.js",
    }
    assert yaml.safe_load(files["index.md"].split("---\n")[1])["kind"] == "home"


def test_front_matter_says_under_which_address_a_page_is_listed() -> None:
    files, _ = render(pages_of(Audience.CUSTOMER), PROJECT)
    listed = {
        path: front["canonical"]
        for path, text in files.items()
        if "canonical" in (front := yaml.safe_load(text.split("---\n")[1]))
    }
    assert {path: name for path, name in listed.items() if "admin" in path} == {
        "team/admin/connect-sso/index.md": "tutorials/connect-sso/",
        "team/admin/on-one-page/index.md": "team/admin/",
        "team/admin/whole-plan/index.md": "team/",
        "team/admin/help/index.md": "help/",
        "team/admin/metrics/index.md": "metrics/",
        "team/admin/glossary/index.md": "glossary/",
    }
    assert len(listed) == 12


def test_contacts_say_who_answers_while_they_are_away(tmp_path: Path) -> None:
    contacts = """
contacts:
  desk: {title: Desk, for: Dates, responds: At once, stand_in: A & B, channels: [{title: Write, url: "mailto:a@b.test"}]}
  lab: {title: Lab, for: Data, responds: At once, channels: [{title: Write, url: "mailto:b@b.test"}]}
"""
    guides = small_guides(tmp_path, {"playbooks/contacts.yml": contacts})
    files, _ = render(lay_out(guides, words_in("en")), PROJECT)
    for path in (
        "gold/admin/index.md",
        "gold/admin/checklist/index.md",
        "gold/admin/help/index.md",
    ):
        text = "".join(Look(html_of(files[path])).text)
        assert text.count("away") == text.count("When they are away: A & B") == 1, path
