"""Every build has a version of its own, and a later one is a newer one."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.version import Version
from tests.files import lay
from tests.packaging.repository import SOURCES, commit, copy_sources, git

TOOL = SOURCES / "tools/version.py"
(RELEASE,) = re.findall(
    r'^RELEASE: Final = "(\d+\.\d+\.\d+)"$', TOOL.read_text("utf-8"), re.MULTILINE
)
DIGEST = r"s[0-9a-f]{8}"


def version(folder: Path, **environment: str) -> str:
    said = subprocess.run(
        [sys.executable, TOOL, folder],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={"PATH": "/usr/local/bin:/usr/bin:/bin", **environment},
    )
    return said.stdout.removesuffix("\n")


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    return lay(tmp_path / "sources", {"pyproject.toml": "a", "theme/x.css": "a", "tests/x": "a"})


def test_a_commit_is_counted_and_named(sources: Path) -> None:
    first = commit(sources)
    assert version(sources) == f"{RELEASE}.dev1+g{first}"

    second = commit(sources)
    assert version(sources) == f"{RELEASE}.dev2+g{second}"


def test_each_is_newer_than_the_one_before(sources: Path) -> None:
    seen = []
    for tag in (None, None, f"v{RELEASE}", None, None):
        commit(sources)
        if tag:
            git(sources, "tag", tag)
        seen.append(Version(version(sources)))

    assert seen == sorted(set(seen))
    assert [str(each.public) for each in seen] == [
        f"{RELEASE}{more}" for more in (".dev1", ".dev2", "", ".post1", ".post2")
    ]


def test_the_commit_with_the_tag_is_the_release(sources: Path) -> None:
    commit(sources)
    git(sources, "tag", "v0.0.1")
    git(sources, "tag", "--annotate", "--message", "It is there", f"v{RELEASE}")

    assert version(sources) == RELEASE


@pytest.mark.parametrize("changed", ["theme/x.css", "theme/new.css", "pyproject.toml"])
def test_what_is_not_committed_makes_another_version(sources: Path, changed: str) -> None:
    named = commit(sources)
    seen = {version(sources)}
    for text in ("b", "c", "b"):
        lay(sources, {changed: text})
        seen.add(version(sources))

    assert len(seen) == 3
    for each in seen - {f"{RELEASE}.dev1+g{named}"}:
        assert re.fullmatch(rf"{re.escape(RELEASE)}\.dev1\+g{named}\.{DIGEST}", each)
        assert Version(each) > Version(f"{RELEASE}.dev1+g{named}")


def test_a_release_that_was_changed_is_not_the_release(sources: Path) -> None:
    commit(sources)
    git(sources, "tag", f"v{RELEASE}")
    lay(sources, {"theme/x.css": "b"})

    assert re.fullmatch(rf"{re.escape(RELEASE)}\+{DIGEST}", version(sources))


@pytest.mark.parametrize("changed", ["tests/x", "theme/__pycache__/x.pyc"])
def test_what_no_wheel_holds_changes_nothing(sources: Path, changed: str) -> None:
    lay(sources, {".gitignore": "__pycache__/\n"})
    named = commit(sources)
    lay(sources, {changed: "b"})

    assert version(sources) == f"{RELEASE}.dev1+g{named}"


def test_without_git_the_sources_are_the_version(sources: Path) -> None:
    before = version(sources)
    lay(sources, {"theme/x.css": "b"})
    after = version(sources)

    for each in (before, after):
        assert re.fullmatch(rf"{re.escape(RELEASE)}\.dev0\+{DIGEST}", each)
    assert before != after
    assert version(sources, PATH="/nowhere") == after


def test_a_repository_around_it_says_nothing(sources: Path) -> None:
    commit(sources.parent)

    assert re.fullmatch(rf"{re.escape(RELEASE)}\.dev0\+{DIGEST}", version(sources))


def test_a_repository_that_a_hook_names_says_nothing(sources: Path, tmp_path: Path) -> None:
    named = commit(sources)
    commit(lay(tmp_path / "other", {"x": "x"}))

    told = version(sources, GIT_DIR=str(tmp_path / "other/.git"))

    assert told == f"{RELEASE}.dev1+g{named}"


def test_a_clone_without_its_history_builds_no_wheel(tmp_path: Path) -> None:
    full = copy_sources(tmp_path / "full", "pyproject.toml", "README.md", "LICENSE", "tools")
    copy_sources(
        full, "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "site_config.yml", "requirements"
    )
    copy_sources(full, "generator/firstwin/__init__.py")
    lay(
        full,
        {f"{name}/x": "x" for name in ("docs", "files", "pages", "playbooks", "schemas", "theme")},
    )
    commit(full)
    named = commit(full)
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth", "1", full.as_uri(), str(shallow))
    build: list[str | Path] = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        tmp_path,
    ]

    refused = subprocess.run([*build, shallow], check=False, capture_output=True, encoding="utf-8")

    assert version(shallow) == f"{RELEASE}.dev0+g{named}"
    assert refused.returncode != 0
    assert (
        "This clone holds no history, so the version of the wheel cannot be told. "
        "Fetch it first: git fetch --unshallow --tags"
    ) in refused.stdout + refused.stderr

    git(shallow, "fetch", "--quiet", "--unshallow", "--tags")
    subprocess.run([*build, shallow], check=True, stdout=subprocess.DEVNULL)
    assert [path.name for path in tmp_path.glob("*.whl")] == [
        f"firstwin-{RELEASE}.dev2+g{named}-py3-none-any.whl"
    ]
