"""A site that is built page by page is the site that MkDocs builds of the same tree, byte for byte."""

from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from tests.edits import SMALL
from tests.files import lay, snapshot
from tests.trees import MARKDOWN, emit_tree

from firstwin.api import build
from firstwin.caching.store import Store
from firstwin.site import LICENCES, POLICY, Engine, Means, Places, build_site, theme_of
from firstwin.site.build import base_of
from firstwin.site.tidy import Copied, tidy, tidy_site_map

URL = "https://guides.tarn.example/start/"
HELP = '# Help\n\n<div class="a">\n<p id="b">*x* &amp;</p>\n</div>\n\n[x](lost.md)\n'
SAME = (
    '# Same\n\n<div class="a" markdown>\n*x* &amp;\n\n## Part\n</div>\n\n[x](https://a.example/)\n'
)
ADDED = {POLICY, LICENCES}
TITLED = '{% extends "base.html" %}{% block extrahead %}<meta name="a" content="{{ page.title }}">{% endblock %}'
THEMES = {
    "ours": {},
    "one that stands alone": {
        "main.html": '{% extends "base.html" %}{% block extrahead %}<meta name="a" '
        'content="{{ page.meta.title }}">{% endblock %}',
        "extra.css": "",
        "404.html": "{{ config.site_name }}",
    },
    "one that shows other pages": {
        "main.html": '{% extends "base.html" %}{% block footer %}{% for page in pages %}'
        "{{ page.title }}{{ page.content }}{% endfor %}{% endblock %}",
    },
    "one that shows them where nothing is found": {
        "404.html": "{% for page in pages %}{{ page.content }}{% endfor %}",
    },
    "one without a sign": {"main.html": "  "},
    "one of the engine": {"main.html": '{% extends "redirect.html" %}', "404.html": "lost"},
}

MADE_AT_ONCE = {
    "one that shows other pages",
    "one that shows them where nothing is found",
    "one of the engine",
}
AT_ONCE = "A template in theme/ shows more than its own page: MkDocs makes all at once"


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("url", [None, URL])
def test_a_tree_becomes_what_mkdocs_makes_of_it(tmp_path: Path, name: str, url: str | None) -> None:
    project, site = tmp_path / "project", tmp_path / "site"
    lay(project / "theme", THEMES[name])
    pages = MARKDOWN | {"help/index.md": HELP}
    tree = emit_tree(project, {"url": url} if url else {}, pages)
    places = Places(project, project / "theme", tree.folder)
    site.mkdir()

    said: list[str] = []

    build_site(places, site, Engine.MKDOCS, url, Means(notice=said.append))

    assert _without(site) == _plain(places, tmp_path / "plain", url)
    assert said == ([AT_ONCE] if name in MADE_AT_ONCE else [])


def test_a_page_of_a_template_of_the_engine_is_what_mkdocs_makes_of_it(tmp_path: Path) -> None:
    site = tmp_path / "site"
    page = "---\ntemplate: redirect.html\nlocation: ../\n---\n\n# Help\n"
    tree = emit_tree(tmp_path, None, {**MARKDOWN, "help/index.md": page})
    places = Places(tmp_path, tmp_path / "theme", tree.folder)
    site.mkdir()

    build_site(places, site, Engine.MKDOCS, None)

    assert _without(site) == _plain(places, tmp_path / "plain", None)


@pytest.mark.site
def test_a_project_becomes_what_mkdocs_makes_of_its_tree(tmp_path: Path) -> None:
    project = Path(copytree(SMALL, tmp_path / "project"))
    built = build(project / "site_config.yml", editions=["customer", "internal"])

    for audience, site in built.sites.items():
        places = Places(project, project / "theme", project / "build" / audience.value)
        plain = _plain(places, tmp_path / audience.value, None)
        plain.pop("sitemap.xml", None)
        assert _without(site) == plain


CHANGES: dict[str, dict[str, Any]] = {
    "nothing": {},
    "a page": {"pages": {"help/index.md": "# Help yourself\n"}},
    "front matter": {"pages": {"help/index.md": f"---\ntitle: Other\n---\n\n{HELP}"}},
    "one page more": {"pages": {"new/index.md": "# New\n\n[Help](../help/index.md)\n"}},
    "a page that another links to in Markdown": {"pages": {"enterprise/index.md": None}},
    "pages that say the same": {
        "pages": {"a/index.md": SAME, "b/c/index.md": f"---\ntitle: Other\n---\n\n{SAME}"}
    },
    "what the site is called": {"config": {"title": "Tarn guides"}},
    "where it is published": {"url": "https://elsewhere.example/"},
    "a template": {"theme": {"partials/firstwin/footer.html": "<footer>{{ page.title }}</footer>"}},
    "what is not found": {"theme": {"404.html": "gone"}},
    "a style sheet": {"theme": {"extra.css": "h1 { color: red }"}},
    "nothing any more": {},
}


def test_what_was_kept_is_what_mkdocs_makes_of_each_tree(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    (tmp_path / "store").mkdir()
    for number, change in enumerate(CHANGES.values()):
        folder, url = tmp_path / str(number), change.get("url", URL)
        lay(folder / "theme", {"main.html": TITLED, **change.get("theme", {})})
        made = MARKDOWN | {"help/index.md": HELP} | change.get("pages", {})
        pages = {path: text for path, text in made.items() if text is not None}
        tree = emit_tree(folder, {"url": url, **change.get("config", {})}, pages)
        places = Places(folder, folder / "theme", tree.folder)
        (folder / "site").mkdir()

        build_site(places, folder / "site", Engine.MKDOCS, url, Means(store))

        assert _without(folder / "site") == _plain(places, folder / "plain", url)


def test_what_was_kept_is_not_made_again(tmp_path: Path) -> None:
    project, kept = Path(copytree(SMALL, tmp_path / "project")), tmp_path / "store"
    kept.mkdir()
    store = Store(kept)
    build_site(
        places := _built_tree(project), _empty(tmp_path / "one"), Engine.MKDOCS, None, Means(store)
    )
    for key in snapshot(kept):
        store.write(key, (store.read(key) or b"").replace(b"</html>", b"<!-- kept --></html>"))

    said = build_site(places, _empty(tmp_path / "two"), Engine.MKDOCS, None, Means(store))

    pages = {name for name in snapshot(tmp_path / "two") if name.endswith("index.html")}
    assert said == []
    assert pages
    for name in pages:
        assert b"<!-- kept -->" in (tmp_path / "two" / name).read_bytes()


def _built_tree(project: Path) -> Places:
    build(project / "site_config.yml")
    return Places(project, project / "theme", project / "build/customer")


def _empty(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _plain(places: Places, into: Path, url: str | None) -> dict[str, bytes]:
    """What `mkdocs build` makes, without what comes with the engine and the day."""
    into.mkdir()
    run_mkdocs(load_config(str(places.tree / "mkdocs.yml"), site_dir=str(into)))
    copied = Copied(theme_of(Engine.MKDOCS), (places.tree / "docs", places.tree / "overrides"))
    tidy(into, copied)
    tidy_site_map(into, base_of(url), places)
    return snapshot(into)


def _without(site: Path) -> dict[str, bytes]:
    return {name: content for name, content in snapshot(site).items() if name not in ADDED}
