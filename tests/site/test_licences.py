"""A site carries the notices that the licences of its scripts and styles ask for, and nothing of an engine's theme."""

import re
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest
from tests.trees import emit_tree

from firstwin.site import Engine, Places, build_site
from firstwin.system.bundled import THEME

TEMPLATES = [Path(str(files(engine))) / "templates" for engine in ("material", "zensical")]
SHAPE = re.compile(r""" d=\\?["']([^"'\\]{26,})\\?["']""")
PACKED = """
  import { build } from "esbuild";
  const { metafile } = await build({
    entryPoints: process.argv.slice(1), bundle: true, write: false, outdir: "/", metafile: true, logLevel: "silent",
  });
  console.log(Object.keys(metafile.inputs).join("\\n"));
"""


@pytest.fixture(scope="module", params=list(Engine), ids=lambda engine: engine.value)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("licences")
    tree = emit_tree(folder / "project")
    (folder / "site").mkdir()
    places = Places(folder / "project", folder / "project/theme", tree.folder)
    assert not build_site(places, folder / "site", request.param, None)
    return folder / "site"


@pytest.fixture
def notices(site: Path) -> str:
    return (site / "licences.txt").read_text("utf-8")


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_every_package_in_a_script_is_named_with_its_licence(
    notices: str, repository: Path, node: Path
) -> None:
    scripts = sorted(THEME.glob("components/*/*.ts"))
    done = subprocess.run(
        [node, "--input-type=module", "-e", PACKED, *scripts],
        cwd=repository,
        check=True,
        capture_output=True,
        text=True,
    )
    packages = set(re.findall(r"node_modules/((?:@[^/\n]+/)?[^/\n]+)", done.stdout))
    assert packages == {"minisearch"}
    for package in packages:
        licence = repository / "node_modules" / package / "LICENSE.txt"
        copyright_, permission = licence.read_text("utf-8").strip().split("\n\n", 1)
        assert f"{package}  {copyright_}" in notices
        assert same_words(permission) in same_words(notices)


def same_words(text: str) -> str:
    return one_line(text).replace("NONINFRINGEMENT", "NON-INFRINGEMENT")


def test_our_own_licence_is_there(notices: str, repository: Path) -> None:
    copyright_, *permission = (repository / "LICENSE").read_text("utf-8").split("\n\n")[1:]
    assert one_line(copyright_) in one_line(notices)
    assert same_words(" ".join(permission)) in same_words(notices)


def test_nothing_of_an_engines_theme_is_in_a_site(site: Path) -> None:
    shapes = {
        shape
        for theme in TEMPLATES
        for icon in (theme / ".icons").rglob("*.svg")
        for shape in SHAPE.findall(icon.read_text("utf-8"))
    }
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert not {name for name in names if "javascripts" in name or "stylesheets" in name}
    assert "search.json" not in names
    for name in names:
        if name.endswith((".css", ".html", ".js", ".svg")):
            assert not shapes & set(SHAPE.findall((site / name).read_text("utf-8"))), name
