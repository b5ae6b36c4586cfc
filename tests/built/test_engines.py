"""Whatever converts the tree, its pages say the same: MkDocs, with Material's theme and with none, ProperDocs, Zensical."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from tests.built.building import Site, Sites
from tests.built.pages import BuiltSite

QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def converted(tree: Path, into: Path, engine: str) -> dict[str, bytes]:
    """The pages of a tree as somebody gets them who calls an engine by hand."""
    subprocess.run(
        [sys.executable, "-m", engine, "build", "--quiet", "--site-dir", into],
        cwd=tree,
        env=QUIET,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return pages_of(into)


def pages_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.html")
    }


@pytest.fixture(scope="module")
def site(sites: Sites) -> Site:
    return sites.site("reference")


@pytest.fixture
def tree(site: Site, tmp_path: Path) -> Path:
    return Path(shutil.copytree(site.tree, tmp_path / "tree"))


def test_properdocs_gives_the_same_pages(site: Site, tree: Path, tmp_path: Path) -> None:
    assert converted(tree, tmp_path / "site", "properdocs") == pages_of(site.folder)


def test_no_page_needs_anything_of_materials(site: Site, tree: Path, tmp_path: Path) -> None:
    """With no theme at all MkDocs gives the same pages: the day Material is gone changes a line of the settings."""
    settings = yaml.safe_load((tree / "mkdocs.yml").read_text("utf-8"))
    settings["theme"] |= {"name": None, "static_templates": ["404.html"]}
    (tree / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    assert converted(tree, tmp_path / "site", "mkdocs") == pages_of(site.folder)


def test_zensical_says_the_same(site: Site, sites: Sites) -> None:
    ours = BuiltSite(site.folder)
    theirs = BuiltSite(sites.site("reference", engine="zensical").folder)
    assert set(theirs.pages) == set(ours.pages)
    assert [
        name for name in ours.pages if words_and_links(ours, name) != words_and_links(theirs, name)
    ] == []


def words_and_links(site: BuiltSite, name: str) -> list[tuple[str, str]]:
    """The words of a page, and where each of its links and pictures leads, however that is written."""
    page = site.pages[name]
    words = [("", word) for node in page.tree.css("title, body") for word in node.text().split()]
    return words + [
        (
            address.attribute,
            f"{site.target(address.text, name)}#{urlsplit(address.text).fragment}"
            if address.own_host
            else address.text,
        )
        for address in page.addresses
    ]
