"""A site carries the notices that the licences of its scripts, styles and icons ask for, and no more scripts than it needs."""

import json
import re
from collections.abc import Iterator
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path

import pytest
from tests.trees import emit_tree

from firstwin.site import Engine, Places, build_site

MATERIAL = Path(str(files("material"))) / "templates"
ZENSICAL = Path(str(files("zensical"))) / "templates"
SHAPE = re.compile(r""" d=\\?["']([^"'\\]{26,})\\?["']""")
ICONS = {
    "fontawesome": "Font Awesome (icons)",
    "lucide": "Lucide (icons)",
    "material": "Material Design (icons)",
    "octicons": "Octicons (icons)",
}


def build(project: Path, engine: Engine, language: str = "en") -> Path:
    tree = emit_tree(project, {"language": language}, None)
    site = project.parent / "site"
    site.mkdir()
    assert not build_site(Places(project, project / "theme", tree.folder), site, engine, None)
    return site


@pytest.fixture(scope="module", params=list(Engine), ids=lambda engine: engine.value)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("licences") / "project", request.param)


@pytest.fixture
def notices(site: Path) -> str:
    return (site / "licences.txt").read_text("utf-8")


def one_line(text: str) -> str:
    return " ".join(text.split())


def packages() -> Iterator[str]:
    """Every package that is packed into a script or a style of an engine, as the engines note it."""
    for path in MATERIAL.rglob("*.map"):
        for source in json.loads(path.read_text("utf-8"))["sources"]:
            yield from re.findall(r"node_modules/((?:@[^/]+/)?[^/]+)", source)
    told = (ZENSICAL / "assets/javascripts/LICENSE").read_text("utf-8")
    yield from re.findall(r"^Package: ((?:@[^/]+/)?[^@\s]+)", told, re.MULTILINE)


@pytest.mark.parametrize("package", sorted(set(packages())))
def test_every_package_in_a_script_or_a_style_is_named(notices: str, package: str) -> None:
    assert re.search(rf"^  {re.escape(package)} ", notices, re.MULTILINE)


def test_every_set_of_icons_that_is_shown_is_named(site: Path, notices: str) -> None:
    sets: dict[str, set[str]] = {}
    for theme in (MATERIAL, ZENSICAL):
        for icon in (theme / ".icons").rglob("*.svg"):
            for shape in SHAPE.findall(icon.read_text("utf-8")):
                sets.setdefault(shape, set()).add(icon.relative_to(theme / ".icons").parts[0])
    shown = set()
    for path in site.rglob("*"):
        if path.suffix in {".css", ".html", ".js"}:
            for shape in SHAPE.findall(path.read_text("utf-8")):
                shown |= sets.get(shape, set())

    assert "material" in shown
    for name in shown:
        assert ICONS[name] in notices, name


@pytest.mark.parametrize("package", ["mkdocs-material", "zensical"])
def test_the_licence_of_each_engine_is_there_word_for_word(notices: str, package: str) -> None:
    found = distribution(package)
    (path,) = [each for each in found.files or () if "licenses" in each.parts]
    copyright_, permission = path.read_text("utf-8").strip().split("\n\n", 1)

    assert one_line(copyright_) in one_line(notices)
    same = one_line(permission).replace("NONINFRINGEMENT", "NON-INFRINGEMENT")
    assert same in one_line(notices)


def test_the_licence_of_lucide_is_there(notices: str) -> None:
    """The one that asks for more than its name: parts of it are under another licence."""
    told = (ZENSICAL / ".icons/lucide/LICENSE").read_text("utf-8")

    for line in re.findall(r"^Copyright .+$", told, re.MULTILINE):
        assert line in one_line(notices)
    assert one_line(told[told.index("Permission") : told.index("---")]) in one_line(notices)


def test_our_own_licence_is_there(notices: str, repository: Path) -> None:
    (copyright_,) = re.findall(
        r"^Copyright .+$", (repository / "LICENSE").read_text("utf-8"), re.MULTILINE
    )
    assert copyright_ in one_line(notices)


@pytest.mark.parametrize(
    ("language", "scripts"),
    [
        ("en", set()),
        ("de", {"lunr.de.min.js", "lunr.stemmer.support.min.js", "lunr.multi.min.js"}),
        (
            "ja",
            {
                *("lunr.ja.min.js", "lunr.stemmer.support.min.js", "lunr.multi.min.js"),
                "tinyseg.js",
            },
        ),
        (
            "th",
            {
                *("lunr.th.min.js", "lunr.stemmer.support.min.js", "lunr.multi.min.js"),
                "wordcut.js",
            },
        ),
    ],
)
def test_a_site_holds_the_scripts_of_its_own_language(
    tmp_path: Path, language: str, scripts: set[str]
) -> None:
    site = build(tmp_path / "project", Engine.MKDOCS, language)

    assert {path.name for path in site.rglob("*.js") if "lunr" in path.parts} == scripts
    assert (site / "assets/javascripts/lunr").exists() == bool(scripts)
