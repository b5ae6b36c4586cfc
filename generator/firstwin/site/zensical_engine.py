"""Build a tree with Zensical, in a process of its own.

In: the folder of a `mkdocs.yml` and an empty folder. Out: the site in that folder, and diagnostics.
Zensical takes the folder it builds into from `mkdocs.yml` alone, so the site is moved afterwards.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NoReturn

from firstwin.diagnostics import Diagnostic
from firstwin.errors import FirstwinError, WrongUseError
from firstwin.output import DOCS, OVERRIDES, SETTINGS
from firstwin.site.codes import ENGINE_WARNS, TEMPLATE_FAILED
from firstwin.site.completeness import check_complete
from firstwin.site.places import Places
from firstwin.system.refusals import writing

KNOWN: Final = "zensical>=0.0.73,<0.0.74"
"""The releases that firstwin is tried with."""
_COLOUR: Final = re.compile(r"\x1b\[[0-9;]*m")
_REFUSED: Final = re.compile(r"\(os error (?P<code>\d+)\)")
_FAILURE: Final = re.compile(r"^\w*Error: (?P<message>.+)$", re.MULTILINE)
_TEMPLATE: Final = re.compile(r"^(?P<message>.+) \(in (?P<file>[^()]+\.html):(?P<line>\d+)\)$")
# `links` follows every link of the HTML, and says it once for all pages.
_ABOUT_LINKS: Final = frozenset({"page does not exist", "anchor does not exist"})
_ISSUE: Final = re.compile(
    r"^Warning: (?P<message>.+)\n\s*\u256d\u2500\[ (?P<file>[^:\n]+):(?P<line>\d+):", re.MULTILINE
)


def build_with_zensical(places: Places, into: Path) -> list[Diagnostic]:
    """Build the tree of `places` into the folder `into`.

    Raises WrongUseError where Zensical is not installed, FirstwinError where it fails for a reason that lies in no
    template, or leaves a file unfinished.
    """
    package = find_spec("zensical")
    if package is None or package.origin is None:
        raise WrongUseError(
            "the engine zensical is not installed",
            f'install it with `pip install "{KNOWN}"`',
        )
    built = places.tree / "site"
    if built.is_symlink():  # Zensical would empty what it leads to
        built.unlink()
    shutil.rmtree(built, ignore_errors=True)
    try:
        output, failed = _run(places.tree)
        if failed:
            if refused := _REFUSED.search(output):
                _raise_refused(int(refused["code"]), built)
            return [_failure(output, places)]
        theme = Path(package.origin).parent / "templates"
        check_complete(built, (places.tree / DOCS, places.tree / OVERRIDES, theme), KNOWN)
        _move(built, into)
    finally:
        shutil.rmtree(built, ignore_errors=True)
    return [
        Diagnostic(
            ENGINE_WARNS, issue["message"], places.document(issue["file"], int(issue["line"]))
        )
        for issue in _ISSUE.finditer(output)
        if issue["message"] not in _ABOUT_LINKS
    ]


def _run(tree: Path) -> tuple[str, bool]:
    """What Zensical said, and whether it failed. An interruption ends it too."""
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--config-file", SETTINGS]
    # It takes paths and files in the locale's encoding, whatever its own files are written in.
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1"}
    with subprocess.Popen(  # noqa: S603  # a fixed command
        command,
        cwd=tree,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        try:
            output, _ = process.communicate()
        except BaseException:
            process.kill()
            raise
    return _COLOUR.sub("", output), process.returncode != 0


def _move(built: Path, into: Path) -> None:
    """Move each file, so that what the system refuses is said of one: `into` may lie on another disk."""
    for parent, folders, names in os.walk(built):
        target = into / Path(parent).relative_to(built)
        for name in folders:
            (target / name).mkdir()
        for name in names:
            shutil.move(Path(parent, name), target / name)


def _raise_refused(code: int, built: Path) -> NoReturn:
    with writing(built, "--build-dir DIR"):
        raise OSError(code, os.strerror(code), str(built))


def _failure(output: str, places: Places) -> Diagnostic:
    messages = [found["message"] for found in _FAILURE.finditer(output)]
    message = messages[-1] if messages else " ".join(output.split())
    template = _TEMPLATE.match(message)
    if template is None:
        raise FirstwinError(f"Zensical could not build the site: {message}")
    span = places.template(str(places.tree / OVERRIDES / template["file"]), int(template["line"]))
    return Diagnostic(TEMPLATE_FAILED, template["message"], span)
