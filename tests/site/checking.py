"""Checks a site laid out by hand, as a build does with what an engine made: no engine has to run for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.files import lay

from firstwin.diagnostics import Diagnostic
from firstwin.models.allowance import Allowance
from firstwin.site.check import check_site
from firstwin.site.places import Places

PAGE = "<!doctype html><html lang=en><head><title>x</title></head><body>{}</body></html>"


@dataclass(frozen=True)
class Checked:
    """What is wrong with a site, and the policy under which it works."""

    diagnostics: list[Diagnostic]
    policy: str

    @property
    def codes(self) -> list[str]:
        return [found.code.id for found in self.diagnostics]

    @property
    def findings(self) -> list[tuple[str, str, str]]:
        return [(found.code.id, str(found.span), found.message) for found in self.diagnostics]


def check_files(
    folder: Path,
    files: Mapping[str, str | bytes],
    theme: Mapping[str, str | bytes] | None = None,
    engine: Mapping[str, str | bytes] | None = None,
    allowed: Sequence[Allowance] = (),
) -> Checked:
    """What is said about a site of some `files`. Those of `theme` are the project's own, and published."""
    theme, engine = theme or {}, engine or {}
    published = {name: text for name, text in theme.items() if not name.endswith(".html")}
    site = lay(folder / "site", {**engine, **published, **files})
    tree = folder / "build" / "customer"
    lay(tree / "overrides", theme)
    places = Places(folder, lay(folder / "theme", theme), tree, allowed=allowed)
    checked = check_site(site, lay(folder / "engine", engine), places, "/")
    return Checked(checked.diagnostics, checked.policy)


def check_page(folder: Path, html: str, templates: Iterable[str] = ()) -> Checked:
    """What is said about a page that holds `html`, made with templates that hold what they do."""
    theme = {f"{number}.html": text for number, text in enumerate(templates)}
    return check_files(folder, {"index.html": PAGE.format(html)}, theme)
