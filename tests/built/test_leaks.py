"""What is not for customers is in no byte of what they get: no page, no file name, no index, no tree."""

import gzip
import importlib.metadata
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.built.building import Site, Sites
from tests.built.leaky import CANARY, write_leaky
from tests.built.rewriting import texts_in
from tests.files import snapshot

from firstwin.api import build
from firstwin.gate.prove import prove
from firstwin.loading import load
from firstwin.models.values import Audience
from firstwin.pages.files import ROBOTS
from firstwin.site import LICENCES, POLICY, Engine, theme_of

pytestmark = pytest.mark.xdist_group("leaks")

# The folder it is built in is a canary as well.
NAME = "leaky-kanari0000internal-"
OF_THE_WHOLE_SITE = {"SiteConfig", "Named", "Writing"}
GENERATORS = ("jinja2", "markdown", "mkdocs", "mkdocs-material", "zensical")
FOR_ONE_EDITION = ("delivery", "everything", "internal", "search")
READ_BY_PEOPLE = (".html", ".json", ".xml", ".txt")


@pytest.fixture(params=["mkdocs", "zensical"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def leaky(sites: Sites, edition: str, engine: str = "mkdocs") -> Site:
    return sites.of(NAME + engine, write_leaky, edition, "--engine", engine, "--no-strict")


def canaries(*folders: Path) -> set[str]:
    """The canaries in any name and any byte of some folders, unpacked as well."""
    found: set[str] = set()
    for folder in folders:
        for path, content in snapshot(folder).items():
            if ".cache/" not in path:  # Zensical's own; it stays where the site was built
                unpacked = gzip.decompress(content) if path.endswith(".gz") else b""
                text = b"\n".join([path.encode(), content, unpacked]).decode("latin-1").lower()
                found |= {canary[0] for canary in CANARY.finditer(text)}
    return found


def pages_of_all_editions(site: Path) -> list[Path]:
    """The folders of pages that no edition has alone: those for partners and the team are made for them, not filtered."""
    return [path for path in site.iterdir() if path.is_dir() and path.name not in FOR_ONE_EDITION]


def of(audience: str, found: set[str]) -> set[str]:
    return {canary for canary in found if canary.endswith(audience)}


def test_customers_get_nothing_that_is_not_theirs(sites: Sites, engine: str) -> None:
    site = leaky(sites, "customer", engine)
    assert canaries(site.folder, site.tree) == set()


def test_partners_get_nothing_internal(sites: Sites, engine: str) -> None:
    site = leaky(sites, "partner", engine)
    assert of("internal", canaries(site.folder, site.tree)) == set()


def test_whoever_it_is_for_gets_it(sites: Sites) -> None:
    """The canaries are where pages come from: their own editions are full of them."""
    assert len(of("partner", canaries(leaky(sites, "partner").folder))) > 200
    assert len(of("internal", canaries(leaky(sites, "internal").folder))) > 150


def test_every_text_was_tried(sites: Sites) -> None:
    """A field that the small project begins to use is tried without anybody thinking of it."""
    planted = texts_in(leaky(sites, "customer").project)
    tried = {field for field, text in planted if CANARY.search(text)}
    used = {field for field, _ in texts_in(sites.site("small").project)}
    missed = {field for field in used - tried if field[0] not in OF_THE_WHOLE_SITE}
    assert missed == {("Notes", "customer")}


@pytest.fixture(scope="module")
def unfiltered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built for customers while the filter was gone."""
    project = tmp_path_factory.mktemp("unfiltered") / "project"
    write_leaky(project)
    with pytest.MonkeyPatch.context() as mutated:
        mutated.setattr(Audience, "sees", lambda _self, _other: True)
        assert build(project / "site_config.yml", strict=False).sites
    return project


def test_without_the_filter_all_of_it_leaks(sites: Sites, unfiltered: Path) -> None:
    """The tests above fail when the filter is gone."""
    leaked = canaries(unfiltered / "site" / "customer")
    for audience in ("partner", "internal"):
        theirs = canaries(*pages_of_all_editions(leaky(sites, audience).folder))
        assert of(audience, leaked) >= of(audience, theirs)


def test_the_gate_names_every_line_that_leaks(unfiltered: Path) -> None:
    site, sources = unfiltered / "site" / "customer", load(unfiltered / "site_config.yml").sources

    told: set[str] = set()
    for found in prove(sources, "customer", site, theme_of(Engine.MKDOCS)):
        lines = sources.lines.get(found.span.path, ())[found.span.line - 1 : found.span.end_line]
        told |= {canary[0] for canary in CANARY.finditer("\n".join([found.message, *lines]))}
    # What is written in a picture: the picture is told.
    drawn = canaries(unfiltered / "playbooks" / "library" / "images")

    assert canaries(site) - told <= drawn
    assert len(told) > 450


@pytest.mark.parametrize("project", ["reference", "new"])
def test_nothing_tells_where_and_with_what_a_site_was_built(
    sites: Sites, project: str, engine: str
) -> None:
    site = sites.site(project, "customer", engine)
    places = [str(place).encode() for place in (sites.shared, Path(__file__).parents[2])]
    versions = "|".join(re.escape(importlib.metadata.version(name)) for name in GENERATORS)
    version = re.compile(rf"(?<![\w.])({versions})(?![\w.])")
    for path, content in snapshot(site.folder).items():
        assert not [place for place in places if place in content], path
        if path.endswith(READ_BY_PEOPLE):
            assert not version.search(content.decode("utf-8")), path
            assert b'name="generator"' not in content, path


def test_only_the_team_is_told_where_playbooks_are_edited(sites: Sites) -> None:
    customer, internal = (
        sites.site("reference", name, "mkdocs") for name in ("customer", "internal")
    )
    catalog = load(customer.project / "site_config.yml").catalog
    assert catalog
    assert catalog.project.config.edit
    host = urlsplit(catalog.project.config.edit.url).netloc.encode()

    assert any(host in content for content in snapshot(internal.folder).values())
    assert not [path for path, content in snapshot(customer.folder).items() if host in content]


def test_only_what_belongs_on_a_site_is_published(sites: Sites, engine: str) -> None:
    site = leaky(sites, "customer", engine)
    named = {LICENCES, POLICY, ROBOTS}
    kinds = {Path(path).suffix for path in snapshot(site.folder) if path not in named}
    assert kinds <= {".css", ".html", ".js", ".json", ".png", ".svg", ".xml", ""}
    top = {path.split("/")[0] for path in snapshot(site.tree)}
    assert top <= {"docs", "overrides", "mkdocs.yml", ".cache"}
