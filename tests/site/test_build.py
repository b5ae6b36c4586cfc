"""Both engines build the tree, and what is wrong with the result is said with its place."""

import re
import resource
import stat
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.files import lay, snapshot
from tests.trees import MARKDOWN, emit_tree

from firstwin.diagnostics import Diagnostic
from firstwin.errors import FirstwinError, WrongUseError
from firstwin.models.keys import key_of_plan
from firstwin.resolve.guide import Renamed
from firstwin.site import POLICY, Engine, Places, build_site
from firstwin.site.zensical_engine import KNOWN

URL = "https://guides.tarn.example/start/"


@dataclass(frozen=True)
class Built:
    site: Path
    diagnostics: list[Diagnostic]

    @property
    def findings(self) -> list[tuple[str, str, str]]:
        return [(found.code.id, str(found.span), found.message) for found in self.diagnostics]


Build = Callable[..., Built]


@pytest.fixture(params=list(Engine), ids=lambda engine: engine.value)
def engine(request: pytest.FixtureRequest) -> Engine:
    assert isinstance(request.param, Engine)
    return request.param


@pytest.fixture
def build(tmp_path: Path, engine: Engine) -> Build:
    project = tmp_path / "project"

    def build_with(
        markdown: Mapping[str, str] | None = None,
        theme: Mapping[str, str | bytes] | None = None,
        url: str | None = None,
        renamed: tuple[Renamed, ...] = (),
        **config: Any,
    ) -> Built:
        lay(project / "theme", theme or {})
        pages = None if markdown is None else {**MARKDOWN, **markdown}
        fields = {**config, **({"url": url} if url else {})}
        tree = emit_tree(project, fields, pages, renamed=renamed)
        site = tmp_path / "site"
        site.mkdir()
        places = Places(project, project / "theme", tree.folder)
        return Built(site, build_site(places, site, engine, url))

    return build_with


@pytest.mark.parametrize("url", [None, URL])
def test_a_tree_becomes_a_site_without_a_fault(build: Build, url: str | None) -> None:
    built = build(url=url)

    assert built.findings == []
    files = snapshot(built.site)
    assert {"index.html", "enterprise/index.html", "help/index.html", "404.html"} <= set(files)
    assert "assets/firstwin.css" in files


def test_nothing_tells_when_or_with_what_the_site_was_built(build: Build) -> None:
    files = snapshot(build(url=URL).site)

    assert "sitemap.xml.gz" not in files
    assert b"lastmod" not in files["sitemap.xml"]
    assert b"https://guides.tarn.example/start/help/" in files["sitemap.xml"]
    pages = b"".join(content for name, content in files.items() if name.endswith(".html"))
    assert b'name="generator"' not in pages
    assert b'name="author"' not in pages


def test_the_header_for_the_web_server_is_part_of_the_site(build: Build) -> None:
    site = build().site

    header = (site / POLICY).read_text("utf-8")
    assert header.startswith(
        "Content-Security-Policy: default-src 'none'; script-src 'self' 'sha256-"
    )
    assert header.count("\n") == 1


def test_every_page_says_which_ids_have_changed(build: Build) -> None:
    plan, step = key_of_plan("gold"), key_of_plan("gold").below("sign-in")
    changed = (
        Renamed(plan.below("log-in"), step),
        Renamed(step.below("a"), step.below("b")),
    )
    page = (build(renamed=changed).site / "help/index.html").read_text("utf-8")

    said = 'name="fw-renamed" content="gold/log-in gold/sign-in, gold/sign-in/a gold/sign-in/b"'
    assert said in page.replace("&#x2f;", "/")


def test_a_site_without_an_address_has_no_empty_site_map(build: Build) -> None:
    assert "sitemap.xml" not in snapshot(build().site)


def test_everybody_may_read_the_site(build: Build) -> None:
    for path in build().site.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644)


def test_the_same_tree_gives_the_same_bytes(build: Build, tmp_path: Path) -> None:
    first = snapshot(build().site)
    (tmp_path / "site").rename(tmp_path / "before")

    assert snapshot(build().site) == first


def test_the_tree_is_left_as_it_was(build: Build, tmp_path: Path) -> None:
    tree = tmp_path / "project" / "build" / "customer"
    build()
    left = {path.name for path in tree.iterdir()}
    assert left - {".cache"} == {"docs", "overrides", "mkdocs.yml"}


HTML = '<div markdown="0">\n{}\n</div>\n'
BAD = [
    ('<a href="../nowhere/">x</a>', "FW901", "`nowhere` leads nowhere: there is no such page"),
    ('<a href="../../../up/">x</a>', "FW901", "`../../../up/` leads nowhere"),
    ('<a href="/absolute/">x</a>', "FW901", "`/absolute/` leads nowhere"),
    ('<a href="../#nope">x</a>', "FW902", "has no place with the id `nope`"),
    ('<a href="#none">x</a>', "FW902", "the page has no place with the id `none`"),
    ('<img src="../lost.png" alt="">', "FW903", "`lost.png` leads nowhere: there is no such file"),
    ('<img srcset="../lost-2.png 2x" src="data:," alt="">', "FW903", "`lost-2.png`"),
    ('<video poster="../lost.jpg"></video>', "FW903", "`lost.jpg`"),
    ('<img src="https://cdn.example/x.png" alt="">', "FW904", "loads https://cdn.example/x.png"),
    ('<script src="//cdn.example/x.js"></script>', "FW904", "loads //cdn.example/x.js"),
    ('<a href="https://[half">x</a>', "FW901", "is not an address"),
]
GOOD = [
    '<a href="../">home</a> <a href="../enterprise/#enterprise">x</a> <a href="">self</a>',
    '<a href="https://elsewhere.example/a#b">x</a> <a href="mailto:a@b.example">x</a>',
    '<a href="tel:+1">x</a> <p id="here">x</p> <a href="#here">x</a> <a href="#">top</a>',
    '<img src="../assets/images/favicon.svg?v=1" alt="">',
    '<a href="../enterprise/?plan=1#enterprise">x</a> <a href="../help/index.html">x</a>',
    '<!-- <a href="gone/">x</a> --><textarea><a href="gone/"></textarea>',
    "<p title=\"a > b\" id='quoted'>x</p> <a href='#quoted'>x</a>",
    '<p title="href=gone/ src=https://cdn.example/x.js">x</p>',
    '<a href="#old" name="old">x</a> <p id="caf\u00e9">x</p> <a href="#caf%C3%A9">x</a>',
]


@pytest.fixture(scope="module", params=list(Engine), ids=lambda engine: engine.value)
def followed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[tuple[str, str]]]:
    """What is said about each page of one site: a page for each of the cases above."""
    project = tmp_path_factory.mktemp("project")
    cases = {f"bad-{number}": html for number, (html, _, _) in enumerate(BAD)}
    cases |= {f"good-{number}": html for number, html in enumerate(GOOD)}
    pages = {f"{name}/index.md": f"# Case\n\n{HTML.format(html)}" for name, html in cases.items()}
    tree = emit_tree(project, {"url": URL}, {**MARKDOWN, **pages})
    (project / "site").mkdir()
    places = Places(project, project / "theme", tree.folder)
    said: dict[str, list[tuple[str, str]]] = {name: [] for name in cases}
    for found in build_site(places, project / "site", request.param, URL):
        if found.code.id == "FW906":  # these pages stand in no navigation
            continue
        name = found.span.path.removeprefix("build/customer/docs/").removesuffix("/index.md")
        assert found.span.line == 4
        said[name].append((found.code.id, found.message))
    return said


@pytest.mark.parametrize("number", range(len(BAD)), ids=[html for html, _, _ in BAD])
def test_what_a_page_names_and_is_not_there_is_said(
    followed: dict[str, list[tuple[str, str]]], number: int
) -> None:
    _, code, message = BAD[number]

    ((found, said),) = followed[f"bad-{number}"]
    assert found == code
    assert message in said


@pytest.mark.parametrize("number", range(len(GOOD)), ids=GOOD)
def test_what_is_there_is_not_complained_about(
    followed: dict[str, list[tuple[str, str]]], number: int
) -> None:
    assert followed[f"good-{number}"] == []


def test_one_fault_of_the_theme_is_one_diagnostic(build: Build) -> None:
    footer = '<footer><a href="{{ "lost/" | url }}">x</a></footer>'

    built = build(theme={"partials/firstwin/footer.html": footer})

    ((code, place, message),) = built.findings
    assert (code, place) == ("FW901", "build/customer/docs/enterprise/index.md:1:1")
    assert "theme/" in built.diagnostics[0].hint
    assert message == "`lost` leads nowhere: there is no such page (and on 3 more pages)"


def test_a_fault_of_a_page_without_markdown_is_said_at_its_template(build: Build) -> None:
    page = '{% extends "main.html" %}{% block content %}<a href="#nope">x</a>{% endblock %}'

    built = build(theme={"404.html": page})

    assert [(code, place) for code, place, _ in built.findings] == [("FW902", "theme/404.html:1:1")]


def test_a_broken_link_in_markdown_is_said_once(build: Build) -> None:
    built = build({"index.md": "# Home\n\n[a](lost.md) [b](#nope) [Help](help/index.md)\n"})

    assert sorted(code for code, _, _ in built.findings) == ["FW901", "FW902"]


@pytest.mark.parametrize(
    ("statement", "line"),
    [("{{ nothing.at.all }}", 3), ("{% if page %}", 4), ("{{ page | no_such_filter }}", 3)],
)
def test_a_template_that_fails_is_named_with_its_line(
    build: Build, statement: str, line: int
) -> None:
    template = '{% extends "base.html" %}\n{% block content %}\n' + statement + "\n{% endblock %}\n"

    built = build(theme={"main.html": template})

    ((code, place, message),) = built.findings
    assert code == "FW905"
    assert place == f"theme/main.html:{line}:1"
    assert message


def test_an_engine_that_cannot_go_on_says_why(tmp_path: Path, engine: Engine) -> None:
    tree = lay(tmp_path / "build", {"mkdocs.yml": "theme: [", "docs/index.md": "# Home"})
    (tmp_path / "site").mkdir()

    with pytest.raises(FirstwinError, match=r"could not build the site: .+") as failed:
        build_site(Places(tmp_path, tmp_path / "theme", tree), tmp_path / "site", engine, None)
    assert "\n" not in failed.value.message


def test_a_site_that_is_not_written_to_its_end_is_refused(tmp_path: Path, engine: Engine) -> None:
    tree, site = emit_tree(tmp_path / "project"), tmp_path / "site"
    site.mkdir()
    places = Places(tmp_path / "project", tmp_path / "project" / "theme", tree.folder)

    with files_no_larger_than(64 * 1024), pytest.raises((FirstwinError, OSError)) as refused:
        build_site(places, site, engine, None)

    assert any(said in str(refused.value) for said in ("not written to its end", "too large"))


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_missing_engine_names_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("firstwin.site.zensical_engine.find_spec", lambda _: None)
    places = Places(tmp_path, tmp_path / "theme", tmp_path / "build")

    with pytest.raises(WrongUseError) as refused:
        build_site(places, tmp_path / "site", Engine.ZENSICAL, None)
    assert refused.value.hint == f'install it with `pip install "{KNOWN}"`'


def test_the_engine_that_is_named_is_the_one_we_are_tried_with(repository: Path) -> None:
    pyproject = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))

    assert pyproject["project"]["optional-dependencies"]["zensical"] == [KNOWN]


def test_a_zensical_that_keeps_its_files_elsewhere_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What nothing can be compared with was not looked at, and counts as not whole."""
    elsewhere = SimpleNamespace(origin=str(tmp_path / "zensical" / "__init__.py"))
    monkeypatch.setattr("firstwin.site.zensical_engine.find_spec", lambda _: elsewhere)
    tree = emit_tree(tmp_path / "project", {}, None)
    places = Places(tmp_path / "project", tmp_path / "project/theme", tree.folder)
    (tmp_path / "site").mkdir()

    with pytest.raises(FirstwinError) as refused:
        build_site(places, tmp_path / "site", Engine.ZENSICAL, None)

    assert re.fullmatch(
        r"nothing says whether assets/\S+ was written to its end", refused.value.message
    )
    assert (
        refused.value.hint == f'install the Zensical that firstwin knows: `pip install "{KNOWN}"`'
    )
    assert snapshot(tmp_path / "site") == {}
