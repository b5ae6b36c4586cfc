"""The project's own pages: which files are taken, how they are read, and what of them is told."""

import os
from pathlib import Path

import pytest
from tests.files import lay
from tests.sources.reading import codes, read_project

from firstwin.sources.limits import MOST_OWN_PAGES

PAGE = "---\ntitle: Security\n---\nWe are careful.\n"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
PLACES = (
    "own pages are `.yml` and `.md` files that lie in pages itself, folders in it hold their pictures; begin its name with `_` to "
    "set it aside"
)
COPY = "put a copy there instead, or delete the link"


def test_a_page_is_its_keys_and_its_text(tmp_path: Path) -> None:
    page = "\ufeff---\r\ntitle: 1.10\r\n---  \r\n\r\n## Keys\r\n\r\ntext: no key\r\n\r\n"
    sources, found = read_project(tmp_path, {"pages/security.md": page})
    assert found == []
    document = sources.own_pages["security"]
    assert document.data == {"title": "1.10", "text": "\n## Keys\n\ntext: no key"}
    assert str(document.span(("title",))) == "pages/security.md:2:8"
    assert (document.span(("text",)).line, document.span(("text",)).end_line) == (4, 7)
    assert "pages/security.md" in sources.lines


def test_a_page_may_be_yaml(tmp_path: Path) -> None:
    page = "title: Answers\nquestions:\n  - ask: When?\n    answer: Now.\n"
    sources, found = read_project(tmp_path, {"pages/faq.yml": page, "pages/a.md": PAGE})
    assert found == []
    document = sources.own_pages["faq"]
    assert document.data == {"title": "Answers", "questions": [{"ask": "When?", "answer": "Now."}]}
    assert str(document.span(("questions", 0, "answer"))) == "pages/faq.yml:4:13"
    assert "pages/faq.yml" in sources.lines
    assert "pages/faq.yml" not in sources.documents


def test_a_page_of_the_wrong_ending_is_read_all_the_same(tmp_path: Path) -> None:
    sources, found = read_project(tmp_path, {"pages/faq.yaml": "title: Answers\n"})
    assert [(one.code.id, one.hint) for one in found] == [("FW005", "rename it to pages/faq.yml")]
    assert list(sources.own_pages) == ["faq"]


def test_two_pages_of_one_name_are_told(tmp_path: Path) -> None:
    sources, found = read_project(tmp_path, {"pages/faq.yml": "title: A\n", "pages/faq.md": PAGE})
    assert [(one.code.id, one.message, one.hint) for one in found] == [
        (
            "FW066",
            "pages/faq.yml and pages/faq.md are one page, at one address",
            "give one another name",
        )
    ]
    assert sources.own_pages["faq"].path == "pages/faq.md"


def test_pictures_of_pages_lie_beside_them_or_below(tmp_path: Path) -> None:
    pictures = ("pages/a.svg", "pages/images/old/b.svg")
    sources, found = read_project(
        tmp_path, {**dict.fromkeys(pictures, DRAWING), "pages/a.md": PAGE}
    )
    assert found == []
    assert sources.assets >= {*pictures}
    assert sources.pictures.keys() >= {*pictures}


def test_no_picture_of_the_playbooks_gets_in_by_way_of_a_link(tmp_path: Path) -> None:
    project = lay(tmp_path / "project", {"playbooks/team/plan.svg": DRAWING, "pages/images/_": ""})
    (project / "pages/images/plan.svg").symlink_to("../../playbooks/team/plan.svg")
    sources, found = read_project(project, {})
    assert [(one.code.id, one.message) for one in found] == [
        (
            "FW004",
            "the symbolic link pages/images/plan.svg leads into the playbooks, which are not for everybody",
        )
    ]
    assert "pages/images/plan.svg" not in sources.assets


def test_pages_are_no_documents_of_the_playbooks(tmp_path: Path) -> None:
    sources, _ = read_project(tmp_path, {"pages/security.md": PAGE})
    assert "pages/security.md" not in sources.documents


def test_what_is_hidden_or_set_aside_is_not_looked_at(tmp_path: Path) -> None:
    names = ("_draft.md", ".secret.md", "_old/a.md", ".git/x")
    sources, found = read_project(tmp_path, {f"pages/{name}": PAGE for name in names})
    assert found == []
    assert sources.own_pages == {}


@pytest.mark.parametrize(
    "name", ["notes.txt", "page.html", "Page.MD", "page.md.bak", "deep/a.md", "deep/a.yml", "a.pdf"]
)
def test_what_is_no_page_is_told(tmp_path: Path, name: str) -> None:
    sources, found = read_project(tmp_path, {f"pages/{name}": PAGE})
    assert [(one.code.id, one.message, one.hint) for one in found] == [
        (
            "FW060",
            f"pages/{name} is no page",
            PLACES,
        )
    ]
    assert sources.own_pages == {}


@pytest.mark.parametrize("name", ["con.md", "a\u202eb.md", "nul.md", "a:b.md", "a\nb.md"])
def test_a_hostile_name_is_refused(tmp_path: Path, name: str) -> None:
    sources, found = read_project(tmp_path, {f"pages/{name}": PAGE})
    assert codes(found) == ["FW007"]
    assert sources.own_pages == {}


@pytest.mark.parametrize(
    ("to", "fault"),
    [
        ("../../outside.md", "leads out of the project"),
        ("../nowhere.md", "leads nowhere"),
        ("a.md", "leads in a circle"),
        ("../site_config.yml", "leads to a file of another kind"),
        ("../.git/x.md", "leads to something that is not published"),
        ("../playbooks/team/secret.md", "leads into the playbooks, which are not for everybody"),
        ("../customers/secret.md", "leads into the customers, which are not for everybody"),
    ],
)
def test_a_link_to_what_no_page_may_show_is_told(tmp_path: Path, to: str, fault: str) -> None:
    project = tmp_path / "project"
    hidden = (".git/x.md", "playbooks/team/secret.md", "customers/secret.md", "../outside.md")
    lay(project, dict.fromkeys(hidden, PAGE))
    (project / "pages").mkdir()
    (project / "pages/a.md").symlink_to(to)
    sources, found = read_project(project, {})
    assert [(one.code.id, one.message, one.hint) for one in found] == [
        ("FW004", f"the symbolic link pages/a.md {fault}", COPY)
    ]
    assert sources.own_pages == {}


@pytest.mark.parametrize(
    ("to", "fault"),
    [
        ("../outside", "leads out of the project"),
        ("playbooks", "leads into the playbooks, which are not for everybody"),
    ],
)
def test_a_folder_of_pages_that_is_a_link_elsewhere_is_told(
    tmp_path: Path, to: str, fault: str
) -> None:
    project = lay(tmp_path / "project", {"playbooks/a.md": PAGE, "../outside/a.md": PAGE})
    (project / "pages").symlink_to(to)
    sources, found = read_project(project, {})
    assert [(one.code.id, one.message) for one in found] == [
        ("FW004", f"the symbolic link pages {fault}")
    ]
    assert sources.own_pages == {}


def test_a_link_to_a_page_beside_is_followed(tmp_path: Path) -> None:
    lay(tmp_path, {"SECURITY.md": PAGE, "pages/_": ""})
    (tmp_path / "pages/security.md").symlink_to("../SECURITY.md")
    sources, found = read_project(tmp_path, {})
    assert found == []
    assert list(sources.own_pages) == ["security"]


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    os.mkfifo(tmp_path / "pages/a.md")
    _, found = read_project(tmp_path, {})
    assert [(one.code.id, one.message) for one in found] == [("FW002", "pages/a.md is not a file")]


def test_a_huge_page_is_refused(tmp_path: Path) -> None:
    _, found = read_project(tmp_path, {"pages/a.md": PAGE + "x" * 2_000_000})
    assert codes(found) == ["FW009"]


def test_more_pages_than_there_can_be_are_told(tmp_path: Path) -> None:
    pages: dict[str, str | bytes] = {
        f"pages/p{number}.md": PAGE for number in range(MOST_OWN_PAGES + 1)
    }
    sources, found = read_project(tmp_path, pages)
    assert [(one.code.id, one.message) for one in found] == [
        ("FW062", "there are more than 200 own pages, and that is the most")
    ]
    assert sources.own_pages == {}
