"""Whatever we tell anybody to install is theirs, or a name that belongs to somebody we rely on.

`firstwin` is registered in no index. Who is told to install it by that name runs what the next owner of the
name puts there.
"""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from packaging.requirements import InvalidRequirement, Requirement

ROOT = Path(__file__).resolve().parents[2]
INSTALLS = re.compile(
    r"(?:pip3?|pipx|uvx?|python -m pip)(?: tool| pip)? (?:install|run|add|download) ([^\n`]+)"
)
BELONGS_TO_SOMEBODY = {"distributed", "zensical"}
FILLED_IN = {"{KNOWN}", "{known}"}  # in hints about Zensical, which tests/site reads word for word
TAKES_A_VALUE = {"--requirement", "--constraint", "--index-url", "--find-links", "-r", "-c"}


def tracked() -> list[Path]:
    """What we write for others: everything in git but the tests."""
    said = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    names = [name for name in said.stdout.split("\0") if name and not name.startswith("tests/")]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def named_packages(text: str) -> list[str]:
    """What a text tells to install."""
    found = []
    for arguments in INSTALLS.findall(text):
        words = iter(shlex.split(arguments.split(" #")[0].replace("'", '"'), posix=True))
        for word in words:
            if word in TAKES_A_VALUE:
                next(words)
            elif not word.startswith("-"):
                found.append(word)
    return found


def is_somebodys(word: str) -> bool:
    if word in FILLED_IN:
        return True
    if word.endswith(".whl"):
        return "/" in word  # a file of their own, not something pip looks up
    try:
        return Requirement(word).name in BELONGS_TO_SOMEBODY
    except InvalidRequirement:
        return False


def test_nothing_is_installed_by_a_name_that_is_nobodys() -> None:
    seen: dict[str, str] = {}
    for path in tracked():
        content = path.read_bytes()
        if path.name == "CHANGELOG.md":  # tells what not to write any more
            content = content.replace(
                b"`pip install firstwin` asks for a name that is nobody's", b""
            )
        if b"\0" not in content:
            for word in named_packages(content.decode("utf-8")):
                seen.setdefault(word, path.relative_to(ROOT).as_posix())

    assert "dist/firstwin-*.whl" in seen
    assert {word: place for word, place in seen.items() if not is_somebodys(word)} == {}


@pytest.mark.parametrize(
    "text",
    [
        "run: pip install firstwin",
        "`pip install firstwin[zensical]`",
        'pip install "firstwin==0.1.0"',
        "pip install --upgrade --index-url https://a.example firstwin # now",
        "python -m pip install firstwin-0.1.0-py3-none-any.whl",
        "pipx install firstwin",
        "uv tool install firstwin",
        "pip install left-pad",
    ],
)
def test_the_check_finds_such_a_name(text: str) -> None:
    assert [word for word in named_packages(text) if not is_somebodys(word)]
