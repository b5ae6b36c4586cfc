"""Markdown that was converted is converted once, for whatever site and page it stands in."""

import json
from pathlib import Path

import pytest
from tests.files import snapshot
from tests.trees import emit_tree

from firstwin.site import Engine, Means, Places, build_site
from firstwin.site.conversion import Converted, unpacked
from firstwin.store import Store

PAGES = {"index.md": "# Home\n\n[Help](help/index.md)\n", "enterprise/index.md": "# Enterprise\n"}
BODY = "# Help\n\nAsk *us*.\n\n## Part\n"
HEADINGS = [{"level": 1, "id": "help", "name": "Help", "children": []}]


def test_what_says_the_same_elsewhere_is_not_converted_again(tmp_path: Path) -> None:
    kept = tmp_path / "store"
    kept.mkdir()
    store = Store(kept)
    built(tmp_path / "one", store, "One", BODY)
    for key in snapshot(kept):
        if found := unpacked(store.read(key) or b""):
            marked = Converted(f"{found.html}<!-- kept -->", found.headings, found.title)
            store.write(key, marked.packed())

    pages = built(tmp_path / "other", store, "Other", f"---\ntitle: Ask\n---\n\n{BODY}")

    is_kept = {name: b"<!-- kept -->" in pages[name] for name in pages if name.endswith(".html")}
    # The one that leads to another in Markdown is made of what there is in its own site.
    assert is_kept == {
        "index.html": False,
        "enterprise/index.html": True,
        "help/index.html": True,
        "404.html": False,
    }
    assert b"Other" in pages["help/index.html"]


@pytest.mark.parametrize(
    "content",
    [
        *("", "[", "3", "[]", '["a", []]', '["a", [], "b", 3]', "[" * 99999),
        *('[1, [], "b"]', '["a", [], 1]', '["a", [], [1]]', '["a", 3, "b"]', '["a", [3], "b"]'),
        '["a", [{"level": 1, "id": "a", "children": []}], "b"]',
    ],
    ids=range(13),
)
def test_something_else_is_nothing_that_was_converted(content: str) -> None:
    assert unpacked(content.encode()) is None


@pytest.mark.parametrize("title", [None, "Help"])
def test_what_was_converted_comes_back(title: str | None) -> None:
    made = Converted("<p>a \ud800 \0 é</p>", HEADINGS, title)

    assert unpacked(made.packed()) == made
    assert json.loads(made.packed())


def built(project: Path, store: Store, title: str, body: str) -> dict[str, bytes]:
    """A site with a page of some Markdown."""
    tree = emit_tree(project, {"title": title}, PAGES | {"help/index.md": body})
    site = project / "site"
    site.mkdir()
    build_site(
        Places(project, project / "theme", tree.folder), site, Engine.MKDOCS, None, Means(store)
    )
    return snapshot(site)
