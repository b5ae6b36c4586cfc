"""What `check` takes for an address builds, and is the address of a link in the page; the rest is told."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.common.utils import unescapeAll
from tests.built.building import Site, Sites, run
from tests.built.pages import BuiltSite
from tests.built.rewriting import SmallProject, as_written

from firstwin.loading import check
from firstwin.text import fault_of_address

pytestmark = pytest.mark.xdist_group("addresses")

SCHEMES = ("https://", "https://", "http://", "mailto:", "tel:", "https:/", "ftp://", "")
HOSTS = (
    *(
        "a.example",
        "a.example",
        "localhost",
        "127.0.0.1",
        "[::1]",
        "m\u00fc.example",
        "a_b.x-y.example",
    ),
    *(
        "\u4f8b\u3048.example",
        "xn--mnchen-3ya.example",
        "",
        "a..b",
        "[bad",
        "256.1.1.1",
        "\u2100.example",
    ),
    *(
        "u@a.example",
        "u:p@a.example",
        "a.example:8080",
        "a.example:99999",
        "-a.example",
        "a b.example",
    ),
)
PATHS = (
    *(
        "",
        "/",
        "/a",
        "/a//b/",
        "/a(b)*",
        "/stra\u00dfe",
        "/a%20b",
        "/%",
        "/a b",
        "/[a]",
        "/a.md",
        "/../a",
    ),
    *(
        "/index.html",
        "/<a>",
        "/a\\b",
        "/a'b",
        "/{a}",
        "/~a!$,;=@:",
        "/a\u200bb",
        "/\U0001f600",
        "/&copy;",
    ),
)
QUERIES = (
    "",
    "",
    "?a=b&c=d",
    "?[a]=(b)",
    "?a=%00",
    "?a=%zz",
    "?&lt;=&#x26;",
    "?a?b",
    "?a=https://x",
)
FRAGMENTS = ("", "", "#a", "#a#b", "#:~:text=a,-b", "#__config", "#%")
MAILS = (
    *(
        "a@b.example",
        "a.b+c@d.example",
        "a@b.example,c@d.example",
        "",
        "a",
        "a@",
        "a@b.example?subject=x%20y",
    ),
    *(
        "a@b.example?cc=c@d.example&body=x%0Ay",
        "a@b.example?attach=x",
        "a@b.example?subject=x%0Ay",
        "?to=a@b.c",
    ),
)
PHONES = ("+15550100", "112", "+1-555-(0)100", "12", "a", "+1 555", "+1;ext=2", "+15550100;ext=12")
SEED = 27
TRIED = 1500


def addresses() -> Sequence[str]:
    """Addresses put together from pieces, good ones and bad ones, in an order that does not change."""
    chance = random.Random(SEED)
    made = {_address(chance) for _ in range(TRIED)}
    return sorted(made)


def _address(chance: random.Random) -> str:
    scheme = chance.choice(SCHEMES)
    if scheme in ("mailto:", "tel:"):
        return scheme + chance.choice(MAILS if scheme == "mailto:" else PHONES)
    parts = (HOSTS, PATHS, QUERIES, FRAGMENTS)
    return scheme + "".join(chance.choice(part) for part in parts)


GOOD = [address for address in addresses() if not fault_of_address(address)]
BAD = [address for address in addresses() if fault_of_address(address)]


def write_linked(folder: Path, addresses: Iterable[str] = GOOD) -> None:
    """The small project, with links to the addresses in a step and in its text."""
    project = SmallProject(folder)
    step = _step(project.files["team/playbook.yml"], "prerequisites")
    step["links"] = [{"title": f"Link {n}", "url": url} for n, url in enumerate(addresses)]
    step["text"] = "\n\n".join(f"[Word {n}](<{url}>)" for n, url in enumerate(addresses))
    project.write()


def _step(playbook: Any, id_: str) -> dict[str, Any]:
    steps = [step for phase in playbook["phases"] for step in phase["steps"]]
    found: dict[str, Any] = next(step for step in steps if step.get("id") == id_)
    return found


def links(site: Site, begins: str) -> dict[int, str]:
    """The addresses of the links that begin with a word, by the number behind it."""
    page = BuiltSite(site.folder).pages["team/admin/plan/index.html"]
    found = {node.text(): node.attributes["href"] or "" for node in page.tree.css("a[href]")}
    return {
        int(text.removeprefix(begins)): href
        for text, href in found.items()
        if text.startswith(begins)
    }


def test_there_is_something_of_each_kind() -> None:
    assert len(GOOD) > 140
    assert len(BAD) > 500
    for kind in ("https://", "http://", "mailto:", "tel:", "https://[", "https://\u4f8b"):
        assert any(address.startswith(kind) for address in GOOD)


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_what_is_an_address_builds_and_is_a_link(sites: Sites, engine: str) -> None:
    name, options = f"linked-{engine}", ("--engine", engine)
    site = sites.of(name, write_linked, "internal", *options, built="internal")
    assert links(site, "Link ") == dict(enumerate(GOOD))
    in_text = {number: unquote(href) for number, href in links(site, "Word ").items()}
    assert in_text == {number: _as_markdown_reads(url) for number, url in enumerate(GOOD)}
    hosts = {number: urlsplit(href).netloc for number, href in links(site, "Word ").items()}
    in_brackets = {number: urlsplit(url).netloc for number, url in enumerate(GOOD) if "://[" in url}
    assert {number: hosts[number] for number in in_brackets} == in_brackets


def _as_markdown_reads(url: str) -> str:
    """An address in Markdown, in which entities are what they stand for and codes are written anew."""
    return unquote(normalizeLink(unescapeAll(url)))


def test_what_is_none_is_told_where_it_stands(tmp_path: Path) -> None:
    write_linked(tmp_path / "project", BAD)
    report = check(tmp_path / "project" / "site_config.yml")
    told = {
        report.lines[found.span.path][found.span.line - 1].strip()
        for found in report.diagnostics
        if found.code.id == "FW118"
    }
    assert {f'"url": {as_written(url)}' for url in BAD if url} <= told


@pytest.mark.parametrize(
    ("url", "engine"),
    [
        ("https://host.example/docs/my%20site/", "mkdocs"),
        ("https://host.example/docs/my%20site", "zensical"),
        ("https://m\u00fcnchen.example:8443/stra\u00dfe", "mkdocs"),
        ("http://localhost/a.b-c_d~e/%C3%9F", "mkdocs"),
    ],
)
def test_a_site_builds_at_its_address(tmp_path: Path, url: str, engine: str) -> None:
    project = SmallProject(tmp_path / "project")
    project.config["url"] = url
    project.write()
    done = run(project.folder, "build", "--engine", engine)
    assert done.returncode == 0, done.stdout
