"""What a project offers to download: which files are taken, and what is told of the others."""

import os
from pathlib import Path

import pytest
from tests.files import lay
from tests.sources.reading import codes, read_project

from firstwin.sources.downloads import KINDS
from firstwin.sources.limits import LARGEST_DOWNLOAD, MOST_DOWNLOADS

PDF = b"%PDF-1.7 what a form says"
COPY = "put a copy there instead, or delete the link"
LISTED = "CSV, DOCX, ICS, ODP, ODS, ODT, PDF, PPTX, TXT, XLSX, ZIP"


def content(ending: str) -> bytes:
    return KINDS[ending] + b"1;2\n"


def test_files_of_the_listed_kinds_are_taken(tmp_path: Path) -> None:
    files = {f"files/form-1.0_{kind[1:]}{kind}": content(kind) for kind in KINDS}
    sources, found = read_project(tmp_path, {**files, "files/.DS_Store": "", "files/_old.pdf": ""})
    assert found == []
    assert sources.downloads == {path[6:]: len(content) for path, content in files.items()}


@pytest.mark.parametrize(
    "name",
    ["run.exe", "page.html", "drawing.svg", "a.js", "macro.xlsm", "deep/form.pdf"],
)
def test_what_is_no_download_is_told(tmp_path: Path, name: str) -> None:
    sources, found = read_project(tmp_path, {f"files/{name}": PDF})
    shown = f"files/{name.split('/', maxsplit=1)[0]}"
    hint = f"downloads are files of these kinds: {LISTED}; begin its name with `_` to set it aside"
    assert [(one.code.id, one.message, one.hint) for one in found] == [
        ("FW063", f"{shown} is no download", hint)
    ]
    assert sources.downloads == {}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("form.pdf", b"<html><script>alert(1)</script>"),
        ("form.docx", b"MZ\x90\x00"),
        ("form.zip", b""),
        ("call.ics", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("table.csv", b"\x7fELF\x02\x01\x01\x00"),
        ("text.txt", b""),
    ],
)
def test_what_is_not_what_its_name_says_is_told(tmp_path: Path, name: str, content: bytes) -> None:
    sources, found = read_project(tmp_path, {f"files/{name}": content})
    kind = name.split(".")[1].upper()
    assert [(one.code.id, one.message, one.hint) for one in found] == [
        (
            "FW063",
            f"files/{name} is not what its name says: nothing in it begins like {kind}",
            f"save it anew as {kind}, or give it the ending of what it is",
        )
    ]
    assert sources.downloads == {}


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Order form (final).pdf", "call it `order-form-final.pdf`"),
        ("a\u202eb.pdf", "call it `a-b.pdf`"),
        ("con.pdf", "rename it"),
        ("a#b%20.pdf", "call it `a-b-20.pdf`"),
        ('"><script>.pdf', "call it `script.pdf`"),
        ("a..pdf.pdf", "call it `a-pdf.pdf`"),
        ("пример.pdf", "rename it"),
        ("Größe.pdf", "call it `groesse.pdf`"),
        ("form.PDF", "call it `form.pdf`"),
    ],
)
def test_a_name_that_is_no_address_is_refused(tmp_path: Path, name: str, hint: str) -> None:
    sources, found = read_project(tmp_path, {f"files/{name}": PDF})
    assert [(one.code.id, one.hint) for one in found] == [("FW064", hint)]
    assert sources.downloads == {}


def test_a_name_that_a_system_keeps_is_told_as_that(tmp_path: Path) -> None:
    _, found = read_project(tmp_path, {"files/con.pdf": PDF})
    (one,) = found
    keeps = "Windows keeps the name `con` for itself"
    assert one.message == f"files/con.pdf cannot keep its name in an address: {keeps}"


@pytest.mark.parametrize(
    ("to", "fault"),
    [
        ("../../outside.pdf", "leads out of the project"),
        ("../nowhere.pdf", "leads nowhere"),
        ("a.pdf", "leads in a circle"),
        ("../site_config.yml", "leads to a file of another kind"),
        ("../.git/x.pdf", "leads to something that is not published"),
        ("../playbooks/team/secret.pdf", "leads into the playbooks, which are not for everybody"),
        ("../customers/secret.pdf", "leads into the customers, which are not for everybody"),
    ],
)
def test_a_link_to_what_nobody_may_have_is_told(tmp_path: Path, to: str, fault: str) -> None:
    project = tmp_path / "project"
    hidden = (".git/x.pdf", "playbooks/team/secret.pdf", "customers/secret.pdf", "../outside.pdf")
    lay(project, {**dict.fromkeys(hidden, PDF), "files/_": ""})
    (project / "files/a.pdf").symlink_to(to)
    sources, found = read_project(project, {})
    assert [(one.code.id, one.message, one.hint) for one in found] == [
        ("FW004", f"the symbolic link files/a.pdf {fault}", COPY)
    ]
    assert sources.downloads == {}


def test_a_folder_that_is_a_link_elsewhere_is_told(tmp_path: Path) -> None:
    project = lay(tmp_path / "project", {"playbooks/form.pdf": PDF})
    (project / "files").symlink_to("playbooks")
    sources, found = read_project(project, {})
    assert [(one.code.id, one.message) for one in found] == [
        ("FW004", "the symbolic link files leads into the playbooks, which are not for everybody")
    ]
    assert sources.downloads == {}


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    os.mkfifo(tmp_path / "files/a.pdf")
    _, found = read_project(tmp_path, {})
    assert [(one.code.id, one.message) for one in found] == [("FW002", "files/a.pdf is not a file")]


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    lay(tmp_path, {"files/a.pdf": PDF})
    os.truncate(tmp_path / "files/a.pdf", 10 * LARGEST_DOWNLOAD)
    sources, found = read_project(tmp_path, {})
    assert [(one.code.id, one.message, one.hint) for one in found] == [
        (
            "FW065",
            "files/a.pdf has 209,715,200 bytes; a download may have at most 20,971,520",
            "make it smaller, or link to where it lies",
        )
    ]
    assert sources.downloads == {}


def test_more_files_than_there_can_be_are_told(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"files/p{number}.pdf": PDF for number in range(MOST_DOWNLOADS + 1)
    }
    sources, found = read_project(tmp_path, files)
    assert codes(found) == ["FW065"]
    assert sources.downloads == {}
