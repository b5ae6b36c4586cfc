"""The comparison of two sites: every difference, each once, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

from tests.files import lay

SITE = {
    "index.html": "<h1>One</h1>\n<p>Same</p>\n",
    "a/index.html": "<p>Same</p>\n<p>One</p>\n",
    "b/index.html": "<p>Same</p>\n<p>One</p>\n",
    "search.json": '{"a": 1}\n',
}


def compared(
    repository: Path, folder: Path, after: dict[str, str], *options: str
) -> tuple[int, str]:
    """The exit status and the output for `SITE` and what it became."""
    lay(folder / "before", SITE)
    lay(folder / "after", after)
    done = subprocess.run(
        [
            sys.executable,
            repository / "tools/compare_sites.py",
            *options,
            *(folder / "before", folder / "after"),
        ],
        check=False,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout + done.stderr


def test_sites_that_are_the_same(repository: Path, tmp_path: Path) -> None:
    assert compared(repository, tmp_path, SITE) == (
        0,
        "4 files in both, 0 of them differ, in 0 ways; 0 only before, 0 only after.\n",
    )


def test_a_difference_is_shown_once_with_its_files(repository: Path, tmp_path: Path) -> None:
    changed = "<p>Same</p>\n<p>Two</p>\n"
    after = SITE | {"a/index.html": changed, "b/index.html": changed}
    assert compared(repository, tmp_path, after) == (
        1,
        dedent("""\
            a/index.html, b/index.html
                <p>
              - One
              + Two
                </p>

            4 files in both, 2 of them differ, in 1 ways; 0 only before, 0 only after.
        """),
    )


def test_spaces_and_files_on_one_side_count(repository: Path, tmp_path: Path) -> None:
    after = {name: text for name, text in SITE.items() if name != "search.json"}
    after |= {"new.txt": "", "index.html": "<h1>One</h1>\n<p>Same</p>"}
    assert compared(repository, tmp_path, after) == (
        1,
        dedent("""\
            only before: search.json
            only after: new.txt
            index.html
                </p>
              - '\\n'

            3 files in both, 1 of them differ, in 1 ways; 1 only before, 1 only after.
        """),
    )


def test_one_kind_of_file_alone(repository: Path, tmp_path: Path) -> None:
    after = SITE | {"search.json": "{}\n"}
    status, said = compared(repository, tmp_path, after, "--only", "*.html")
    assert (status, said.splitlines()[-1]) == (
        0,
        "3 files in both, 0 of them differ, in 0 ways; 0 only before, 0 only after.",
    )


def test_nothing_to_compare_is_no_success(repository: Path, tmp_path: Path) -> None:
    status, said = compared(repository, tmp_path, SITE, "--only", "*.htm")
    assert status == 1
    assert said.startswith("There is no file *.htm in ")


def test_what_is_no_folder_and_no_commit(repository: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, repository / "tools/compare_sites.py", "no-such-commit", tmp_path],
        check=False,
        capture_output=True,
        text=True,
        cwd=repository,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("no-such-commit is no folder and no commit: ")
