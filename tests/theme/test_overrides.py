"""What lies over Material's templates was checked against what lies under it."""

import hashlib
import re
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from firstwin.bundled import THEME

MATERIAL = find_spec("material")
assert MATERIAL
assert MATERIAL.origin
UPSTREAM = Path(MATERIAL.origin).parent / "templates"
OVERRIDES = THEME / "overrides"
CHECKED: dict[str, str] = yaml.safe_load(
    (Path(__file__).parent / "upstream.yml").read_text("utf-8")
)
# Templates that have no part of the same name upstream need no check.
REPLACING = [
    path.relative_to(OVERRIDES).as_posix()
    for path in sorted(OVERRIDES.rglob("*.html"))
    if (UPSTREAM / path.relative_to(OVERRIDES)).is_file()
]


@pytest.mark.parametrize("name", REPLACING)
def test_override_names_what_it_was_checked_against(name: str) -> None:
    comment = (OVERRIDES / name).read_text("utf-8").partition("-#}")[0]
    named = re.search(r"Checked against mkdocs-material (\S+): (.+)", comment)
    assert named
    assert version("mkdocs-material").startswith(named[1].rpartition(".")[0])
    assert set(named[2].split(", ")) <= set(CHECKED)


@pytest.mark.parametrize("name", sorted(CHECKED))
def test_upstream_is_what_we_checked(name: str) -> None:
    assert _digest(UPSTREAM / name) == CHECKED[name], (
        f"{name} of mkdocs-material changed: compare it with ours, then write its hash down"
    )


def test_nothing_is_checked_in_vain() -> None:
    named = "".join((OVERRIDES / name).read_text("utf-8") for name in REPLACING)
    assert all(name in named for name in CHECKED)


def _digest(path: Path) -> str:
    text = re.sub(r"\.[0-9a-f]{8}\.min\.", ".min.", path.read_text("utf-8"))
    text = re.sub(r"mkdocs-material-[\d.]+", "mkdocs-material", text)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
