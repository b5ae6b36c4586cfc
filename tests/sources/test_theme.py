"""What a project's own theme holds, and what of it cannot be published."""

import os
from pathlib import Path

import pytest
from tests.sources.reading import codes, read_project

from firstwin.sources import theme_files

COPY = "put a copy there instead, or delete the link"


def test_files_with_endings_of_a_site_are_taken(tmp_path: Path) -> None:
    files = ("extra.css", "images/logo.SVG", "404.html", "_partial.html", "notes.md", ".secret.css")
    drawing = "<svg xmlns='http://www.w3.org/2000/svg'/>"
    _, found = read_project(
        tmp_path,
        {
            f"theme/{name}": drawing if name.endswith(".SVG") else ""
            for name in (*files, "_old/a.css")
        },
    )
    taken = theme_files(tmp_path, tmp_path / "theme", tmp_path / "playbooks")
    assert found == []
    assert [each.path for each in taken] == [
        "404.html",
        "_partial.html",
        "extra.css",
        "images/logo.SVG",
    ]


@pytest.mark.parametrize(
    ("name", "to", "fault"),
    [
        ("extra.css", "../../outside.css", "leads out of the project"),
        ("extra.css", "../nowhere.css", "leads nowhere"),
        ("extra.css", "extra.css", "leads in a circle"),
        ("extra.css", "../notes.md", "leads to a file of another kind"),
        ("extra.css", "../.git/x.css", "leads to something that is not published"),
        (
            "logo.png",
            "../playbooks/team/secret.png",
            "leads into the playbooks, which are not for everybody",
        ),
        ("images", "../pictures", "leads to a folder: its files would be left out"),
        ("images", "../playbooks/team", "leads to a folder: its files would be left out"),
    ],
)
def test_a_link_to_what_no_theme_may_hold_is_told(
    tmp_path: Path, name: str, to: str, fault: str
) -> None:
    project = tmp_path / "project"
    for folder in ("theme", "pictures", ".git", "playbooks/team"):
        (project / folder).mkdir(parents=True)
    for file in ("notes.md", ".git/x.css", "playbooks/team/secret.png", "../outside.css"):
        (project / file).touch()
    (project / "theme" / name).symlink_to(to)
    _, found = read_project(project, {})
    assert [(one.code.id, one.message, str(one.span), one.hint) for one in found] == [
        ("FW004", f"the symbolic link theme/{name} {fault}", f"theme/{name}:1:1", COPY)
    ]


def test_a_link_to_a_file_beside_the_playbooks_is_taken(tmp_path: Path) -> None:
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/extra.css").symlink_to("../shared.css")
    _, found = read_project(tmp_path, {"shared.css": ""})
    assert found == []


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "theme").mkdir()
    os.mkfifo(tmp_path / "theme/extra.css")
    _, found = read_project(tmp_path, {})
    assert [(one.code.id, one.message, one.hint) for one in found] == [
        ("FW002", "theme/extra.css is not a file", "delete it")
    ]


def test_names_that_some_system_refuses_are_told(tmp_path: Path) -> None:
    names = ("aux.css", "con/a.css", "Logo.css", "logo.css", f"{'a' * 200}.css")
    _, found = read_project(tmp_path, dict.fromkeys((f"theme/{name}" for name in names), ""))
    assert sorted(codes(found)) == ["FW006", "FW007", "FW007", "FW008"]


@pytest.mark.parametrize("name", ["templates/guide.md.j2", "templates"])
def test_a_page_template_that_is_a_link_out_is_told(tmp_path: Path, name: str) -> None:
    project = tmp_path / "project"
    (project / "templates").parent.mkdir()
    if name != "templates":
        (project / "templates").mkdir()
    (tmp_path / "outside").mkdir()
    (project / name).symlink_to(tmp_path / "outside")
    _, found = read_project(project, {})
    assert [(one.code.id, one.message) for one in found] == [
        ("FW004", f"the symbolic link {name} leads out of the project")
    ]


def test_a_file_that_is_in_no_site_is_told(tmp_path: Path) -> None:
    files = (
        "imprint.html",
        "terms.PDF",
        "notes.txt",
        "partials/copyright.html",
        "parts/sales.html",
    )
    beside = ("README.md", "words/de.po", "LICENSE", "_draft.html", ".hidden.txt", "_old/a.pdf")
    texts: dict[str, str | bytes] = {f"theme/{name}": "" for name in (*files, *beside)}
    texts |= {"theme/main.html": '{% extends "base.html" %}{% include "parts/sales.html" %}'}
    texts |= {"theme/partials/header.html": "", "theme/404.html": ""}

    _, found = read_project(tmp_path, texts)

    told = {one.span.path: one.message for one in found if one.code.id == "FW059"}
    page = "an HTML file in a theme takes the place of one of firstwin's, and there is none of that name"
    kind = "a theme holds style sheets, scripts, pictures, fonts and templates"
    assert told == {
        "theme/imprint.html": f"theme/imprint.html is in no site: {page}",
        "theme/notes.txt": f"theme/notes.txt is in no site: {kind}",
        "theme/partials/copyright.html": f"theme/partials/copyright.html is in no site: {page}",
        "theme/terms.PDF": f"theme/terms.PDF is in no site: {kind}",
    }
    page = "write it in Markdown as a page of your own, in `pages/`, or delete it"
    download = "put it into `files/`, as a PDF say, and link to it, or delete it"
    assert {one.span.path: one.hint for one in found if one.code.id == "FW059"} == {
        "theme/imprint.html": page,
        "theme/notes.txt": download,
        "theme/partials/copyright.html": page,
        "theme/terms.PDF": download,
    }
