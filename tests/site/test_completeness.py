"""A file of a site that was not written to its end is found, whatever kind of file it is."""

from pathlib import Path

import pytest
from tests.files import lay

from firstwin.errors import FirstwinError
from firstwin.site.completeness import check_complete

WHOLE = {
    "index.html": "<html></html>\n",
    "search.json": '{"a": [1]}',
    "sitemap.xml": "<urlset>\n</urlset>\n",
    "assets/a.css": "a {}",
    "assets/b.png": "png",
    "assets/copied.json": "{}",
}
COPIED = ("assets/a.css", "assets/b.png", "assets/copied.json")


def check(tmp_path: Path, site: dict[str, str]) -> None:
    theme = {name: WHOLE[name] for name in COPIED if name != "assets/b.png"}
    lay(tmp_path / "theme", {**theme, "sitemap.xml": "{{ template }}"})
    lay(tmp_path / "docs", {"assets/b.png": WHOLE["assets/b.png"]})
    folders = (tmp_path / "docs", tmp_path / "theme")
    check_complete(lay(tmp_path / "site", site), folders, "zensical==1")


def test_a_whole_site_is_whole(tmp_path: Path) -> None:
    check(tmp_path, WHOLE)


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("left", [0, 1, -1])
def test_a_file_that_was_cut_is_told(tmp_path: Path, name: str, left: int) -> None:
    text = WHOLE[name].rstrip()

    with pytest.raises(FirstwinError) as told:
        check(tmp_path, {**WHOLE, name: text[:left]})
    assert told.value.message == f"{tmp_path / 'site' / name} was not written to its end"
    assert told.value.hint == "look whether the disk is full"


@pytest.mark.parametrize("name", ["x.css", "assets/x.woff2", "feed.xml", "CNAME"])
def test_a_file_that_nothing_can_be_compared_with_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(FirstwinError) as told:
        check(tmp_path, {**WHOLE, name: "x"})
    assert told.value.message == f"nothing says whether {name} was written to its end"
    assert told.value.hint == (
        'install the Zensical that firstwin knows: `pip install "zensical==1"`'
    )
