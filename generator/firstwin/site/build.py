"""Build an edition's tree into a folder, and look at what came out.

In: the places of a tree, an empty folder, an engine. Out: the finished site in that folder, the header in it that
fits it, the licences of what it is made of, and diagnostics: of the engine, and of what every file of the site
leads to and runs.
"""

from __future__ import annotations

from enum import Enum
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from firstwin.diagnostics import Diagnostic, Severity
from firstwin.output import DOCS, OVERRIDES, write_file
from firstwin.site.engine_warnings import TemplateFailedError, as_diagnostics
from firstwin.site.means import Means
from firstwin.site.places import Places
from firstwin.site.tidy import Copied, tidy, tidy_site_map
from firstwin.site.zensical_engine import build_with_zensical

if TYPE_CHECKING:
    from firstwin.site.contents import Contents

POLICY: Final = "content-security-policy.txt"
"""A header for the web server. It lies in the site it fits, so that both are of one build whatever happens."""

LICENCES: Final = "licences.txt"
"""What the licences of the scripts, styles and icons in a site ask to be said with it, for both engines."""


class Engine(Enum):
    """What turns the tree into HTML."""

    MKDOCS = "mkdocs"
    ZENSICAL = "zensical"


_ALONE: Final = Means()
_MAKERS: Final = tuple(
    f"firstwin.site.{name}" for name in ("check", "page_by_page", "single_pages")
)
_PACKAGES: Final = {Engine.MKDOCS: "material", Engine.ZENSICAL: "zensical"}


def build_site(
    places: Places, into: Path, engine: Engine, url: str | None, means: Means = _ALONE
) -> list[Diagnostic]:
    """Build the tree of `places` into the empty folder `into`. `url` is where it is published.

    Raises what the engine raises.
    """
    theme, base = theme_of(engine), base_of(url)
    contents, problems = _run(engine, places, into, base, means)
    if any(found.severity is Severity.ERROR for found in problems):
        return problems
    # Who only checks playbooks needs no parsers of HTML and CSS.
    from firstwin.site.check import check_contents, check_site  # noqa: PLC0415  # see above

    if contents is None:
        tidy(into, Copied(theme, (places.tree / DOCS, places.tree / OVERRIDES)))
        tidy_site_map(into, base, places)
        checked = check_site(into, theme, places, base)
    else:
        checked = check_contents(contents, theme, places, base)
    write_file(into / POLICY, policy_header(checked.policy))
    write_file(into / LICENCES, licences())
    return [*checked.diagnostics, *problems]


def load_engine(engine: Engine) -> None:
    """Import what an engine makes pages with: for whoever has nothing else to do before it is needed."""
    for module in _MAKERS if engine is Engine.MKDOCS else ():
        import_module(module)


def base_of(url: str | None) -> str:
    """The path that a site is published under."""
    return unquote(urlsplit(url or "").path).rstrip("/") + "/"


def policy_header(policy: str) -> bytes:
    """The file that holds the header for a policy."""
    return f"Content-Security-Policy: {policy}\n".encode()


def licences() -> bytes:
    """The file of licences."""
    return Path(__file__).with_name(LICENCES).read_bytes()


def _run(
    engine: Engine, places: Places, into: Path, base: str, means: Means
) -> tuple[Contents | None, list[Diagnostic]]:
    """Let an engine build the site: what its files say, where they were read on the way, and what the engine says."""
    if engine is Engine.ZENSICAL:
        return None, build_with_zensical(places, into)
    # Who only checks playbooks needs no parsers of HTML and CSS.
    from firstwin.site.page_by_page import build_page_by_page  # noqa: PLC0415  # see above

    try:
        made = build_page_by_page(places, into, theme_of(engine), base, means)
    except TemplateFailedError as failed:
        return None, [failed.diagnostic]
    if made is None:
        means.notice("A template in theme/ shows more than its own page: MkDocs makes all at once")
        # It takes a third of a second to import, and seldom anybody needs it.
        from firstwin.site.mkdocs_engine import build_with_mkdocs  # noqa: PLC0415  # see above

        return None, build_with_mkdocs(places, into)
    return made.contents, as_diagnostics(made.warnings, places)


def theme_of(engine: Engine) -> Path:
    """Where the templates and the files of an engine's theme lie. Where there is no engine, there is no such folder."""
    package = find_spec(_PACKAGES[engine])
    folders = package.submodule_search_locations if package else None
    return Path(next(iter(folders or (_PACKAGES[engine],)))) / "templates"
