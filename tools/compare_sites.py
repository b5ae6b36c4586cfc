"""Compare two builds of the reference site, file by file and byte for byte.

In: two of what follows, before and after: a folder that a build wrote, a checkout (a folder with a
`site_config.yml`), or a commit. A checkout and a commit are built first, all editions, each with its own
code and content and with the packages installed here. Out: every difference, and exit status 1 where
there is one. Nothing is passed over: a difference that repeats is shown once, with the files it is in.

    .venv/bin/python tools/compare_sites.py main .
    .venv/bin/python tools/compare_sites.py --engine zensical v1.2 main
    .venv/bin/python tools/compare_sites.py --only '*.html' --output /tmp/sites main .
    .venv/bin/python tools/compare_sites.py /tmp/sites/before /tmp/sites/after
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import SequenceMatcher
from fnmatch import fnmatch
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

CONFIG: Final = "site_config.yml"
DAY: Final = "1767225600"
"""The moment both are built at (2026-01-01), so that no day is a difference."""
TEXT: Final = {".css", ".html", ".js", ".json", ".md", ".svg", ".txt", ".xml", ".yml"}
TOKEN: Final = re.compile(r"<[^>]*>|[^<]+|<")
FILES_NAMED: Final = 3
"""How many of the files of one difference are named where not all are asked for."""
LONGEST: Final = 300
"""How much of one tag or text is shown: of a longer one, what is around its first difference."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A run of tags and texts that became another, with what stands before and behind it."""

    before: str
    gone: tuple[str, ...]
    new: tuple[str, ...]
    behind: str


def main() -> int:
    """Build what is not built, compare, say every difference."""
    options = _options()
    with TemporaryDirectory(prefix="compare-") as scratch:
        output = options.output or Path(scratch)
        before = _site(options.before, output / "before", options.engine)
        after = _site(options.after, output / "after", options.engine)
        return 1 if compare(before, after, options.only, every_file=options.all) else 0


def compare(before: Path, after: Path, only: str = "*", *, every_file: bool = False) -> int:
    """Print how two folders differ; return how many of their files do, or are in one alone."""
    old, new = _files(before, only), _files(after, only)
    if not old and not new:
        raise SystemExit(f"There is no file {only} in {before} or {after}: nothing was compared.")
    for name in sorted(old - new):
        print(f"only before: {name}")
    for name in sorted(new - old):
        print(f"only after: {name}")
    found: dict[Difference, list[str]] = {}
    changed = [
        name
        for name in sorted(old & new)
        if (before / name).read_bytes() != (after / name).read_bytes()
    ]
    for name in changed:
        for difference in dict.fromkeys(_differences(before / name, after / name)):
            found.setdefault(difference, []).append(name)
    for difference, names in sorted(found.items(), key=lambda each: (-len(each[1]), each[1])):
        _show(difference, names if every_file else names[:FILES_NAMED], len(names))
    print(
        f"{len(old & new)} files in both, {len(changed)} of them differ, in {len(found)} ways; "
        f"{len(old - new)} only before, {len(new - old)} only after."
    )
    return len(changed) + len(old ^ new)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("before", help="a built folder, a checkout, or a commit")
    parser.add_argument("after", help="the same")
    parser.add_argument("--only", default="*", metavar="GLOB", help="compare these files alone")
    parser.add_argument("--engine", default="mkdocs", choices=["mkdocs", "zensical"])
    parser.add_argument("--output", type=Path, metavar="DIR", help="keep what is built here")
    parser.add_argument("--all", action="store_true", help="name every file of a difference")
    return parser.parse_args()


def _site(name: str, output: Path, engine: str) -> Path:
    """The folder of a built site. What is neither a folder nor a commit ends the program."""
    folder = Path(name)
    if folder.is_dir() and not (folder / CONFIG).exists():
        return folder
    if folder.is_dir():
        return _built(folder.resolve(), output.resolve(), engine)
    with _checked_out(name) as checkout:
        return _built(checkout, output.resolve(), engine)


@contextmanager
def _checked_out(commit: str) -> Iterator[Path]:
    """The files of a commit, in a folder that goes when they are no longer needed."""
    with TemporaryDirectory(prefix="commit-") as folder:
        archive = subprocess.run(
            ["git", "archive", "--format=tar", commit],  # noqa: S607  # whichever git is at hand
            check=False,
            capture_output=True,
        )
        if archive.returncode:
            raise SystemExit(f"{commit} is no folder and no commit: {archive.stderr.decode()}")
        subprocess.run(["tar", "-x", "-C", folder], check=True, input=archive.stdout)  # noqa: S607  # as above
        yield Path(folder)


def _built(checkout: Path, output: Path, engine: str) -> Path:
    """Build every edition of a checkout with its own code."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(checkout / "generator"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "SOURCE_DATE_EPOCH": DAY,
    }
    python = [sys.executable, "-P"]
    module = _output([*python, "-c", "import firstwin; print(firstwin.__file__)"], environment)
    if checkout not in Path(module.strip()).parents:
        raise SystemExit(f"{checkout} would be built with the code in {module.strip()}.")
    build = ["-m", "firstwin", "build", "--edition", "all", "--engine", engine]
    where = ["--config", str(checkout / CONFIG), "--output", str(output)]
    _output([*python, *build, *where], environment)
    return output


def _output(command: Sequence[str], environment: dict[str, str]) -> str:
    """What a command prints. One that fails ends the program with what it said."""
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def _files(folder: Path, only: str) -> set[str]:
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in files if fnmatch(path.as_posix(), only)}


def _differences(before: Path, after: Path) -> Iterator[Difference]:
    old, new = _tokens(before), _tokens(after)
    # What is the same at both ends is most of a page, and the matcher is slow.
    same = _same_ahead(old, new)
    behind = _same_ahead(old[same:][::-1], new[same:][::-1])
    start, ends = max(0, same - 1), (len(old) - behind + 1, len(new) - behind + 1)
    old, new = ["", *old[start : ends[0]], ""], ["", *new[start : ends[1]], ""]
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Difference(old[a - 1], tuple(old[a:b]), tuple(new[c:d]), old[b])


def _tokens(path: Path) -> list[str]:
    """The tags and texts of a page, the lines of another text, or how large a file is."""
    data = path.read_bytes()
    if path.suffix not in TEXT:
        return [f"({len(data)} bytes that are no text, {hashlib.sha256(data).hexdigest()[:12]})"]
    # Errors stay apart from what could be typed: no two files that differ look the same.
    text = data.decode("utf-8", "surrogateescape")
    return TOKEN.findall(text) if path.suffix == ".html" else text.splitlines(keepends=True)


def _same_ahead(one: Sequence[str], other: Sequence[str]) -> int:
    """How many of the first of two lists are the same."""
    pairs = zip(one, other, strict=False)
    return next(
        (at for at, (a, b) in enumerate(pairs) if a != b),
        min(len(one), len(other)),
    )


def _show(difference: Difference, names: Sequence[str], number: int) -> None:
    one, other = "".join(difference.gone), "".join(difference.new)
    at = _same_ahead(one, other)
    more = f" and {number - len(names)} more" if number > len(names) else ""
    print(f"{', '.join(names)}{more}")
    for sign, texts in (
        (" ", (difference.before,)),
        ("-", difference.gone),
        ("+", difference.new),
        (" ", (difference.behind,)),
    ):
        for text in filter(None, texts):
            # A space, a line's end or a sign that no terminal shows may be all that differs.
            shown = _cut(text, at if sign != " " else 0)
            print(
                f"  {sign} {shown if shown == shown.strip() and shown.isprintable() else repr(shown)}"
            )
    print()


def _cut(text: str, at: int) -> str:
    """What is around a place in a text, where the text is long."""
    if len(text) <= LONGEST:
        return text
    start = max(0, min(at, len(text)) - LONGEST // 3)
    return f"{'…' if start else ''}{text[start : start + LONGEST]}…"


if __name__ == "__main__":
    sys.exit(main())
