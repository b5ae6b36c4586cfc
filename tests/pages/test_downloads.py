"""Downloads: published in the editions whose pages lead to them, with their kind and size."""

from pathlib import Path

import pytest
from tests.edits import project
from tests.files import lay

from firstwin.models.values import Audience
from firstwin.pages import Pages, lay_out
from firstwin.pages.downloads import kind_and_size
from firstwin.render import render
from firstwin.resolve import resolve
from firstwin.select import select
from firstwin.sources import read
from firstwin.validate import validate
from firstwin.words import words_in

STEP = """\
-        summary: Nobody waits for a password later.
+        summary: Fill in [the form](file:form.pdf).
+        notes:
+          internal: Read [our list](file:margins.xlsx) first.

-          - title: System requirements
-            url: https://docs.acme.example/requirements
+          - title: The checklist
+            url: file:checklist.csv
"""
FILES = {
    "files/form.pdf": b"%PDF-" + b"x" * 239_000,
    "files/checklist.csv": b"what,who\n",
    "files/margins.xlsx": b"PK\x03\x04",
    "files/unused.zip": b"PK\x03\x04",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("downloads")
    project(folder, {"edit playbooks/team/playbook.yml": STEP})
    return lay(folder, FILES)


def pages_for(folder: Path, audience: Audience) -> Pages:
    sources, unreadable = read(folder / "site_config.yml")
    catalog, wrong = validate(sources)
    assert [*unreadable, *wrong] == []
    assert catalog
    edition = select(catalog, audience)
    assert "unused.zip" not in edition.project.downloads
    return lay_out(resolve(edition), words_in("en"))


def published(pages: Pages) -> dict[str, str]:
    return {
        path: source for path, source in pages.outline.copies.items() if path.startswith("files/")
    }


def test_a_file_is_published_where_a_page_leads_to_it(folder: Path) -> None:
    pages = pages_for(folder, Audience.CUSTOMER)
    assert set(published(pages)) == {"files/form.pdf", "files/checklist.csv"}
    markdown, faults = render(pages, folder)
    assert faults == []
    link = '<a href="../../../files/form.pdf">the form<bdi> (PDF, 240 kB)</bdi></a>'
    assert link in markdown["team/admin/plan/index.md"]
    address = "../../../files/checklist.csv"
    link = f'<li><a href="{address}">The checklist<bdi> (CSV, 1 kB)</bdi></a></li>'
    assert link in markdown["team/admin/plan/index.md"]
    assert "margins" not in "".join(markdown.values())


def test_what_the_team_reads_is_in_its_edition_alone(folder: Path) -> None:
    pages = pages_for(folder, Audience.INTERNAL)
    assert set(published(pages)) == FILES.keys() - {"files/unused.zip"}
    assert not {"files/margins.xlsx"} & set(published(pages_for(folder, Audience.PARTNER)))


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (1, "(PDF, 1 kB)"),
        (1000, "(PDF, 1 kB)"),
        (999_001, "(PDF, 1,000 kB)"),
        (1_000_000, "(PDF, 1 MB)"),
        (20_971_520, "(PDF, 21 MB)"),
    ],
)
def test_the_size_is_said(size: int, said: str) -> None:
    assert kind_and_size("form.pdf", size, words_in("en")) == said
