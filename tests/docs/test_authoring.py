"""The examples of the authoring guide are right.

Blocks under a comment that names a file make up the guide's first playbook, a project that has to check
clean. All other YAML blocks are pieces: those under one heading, put into what `firstwin new` writes at the
places they name, have to check clean as well.
"""

import re
from itertools import groupby
from pathlib import Path

import pytest
from tests.docs.blocks import blocks, joined, place
from tests.files import lay

from firstwin.loading import check
from firstwin.sources import read

DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDE = [DOCS / "authoring.md", *sorted((DOCS / "authoring").glob("*.md"))]

_yaml = [(page, block) for page in GUIDE for block in blocks(page) if block.form == "yaml"]
FILES = {block.whole: block.text for _, block in _yaml if block.whole}
PIECES = {
    f"{page.stem}: {heading}": [block.text for _, block in group]
    for (page, heading), group in groupby(
        [(page, block) for page, block in _yaml if not block.whole],
        key=lambda found: (found[0], found[1].heading),
    )
}
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\1\0\0\0\1"


def test_every_key_is_shown_or_told_of() -> None:
    keys = re.findall(r"^\| `(\w+)` \|", (DOCS / "reference.md").read_text("utf-8"), re.MULTILINE)
    guide = "".join(page.read_text("utf-8") for page in GUIDE)

    silent = [
        key
        for key in sorted(set(keys))
        if not re.search(rf"\b{key}:|: {key}$|`{key}`", guide, re.MULTILINE)
    ]

    assert keys
    assert silent == []


@pytest.fixture(scope="module")
def small(starter: Path) -> dict[str, str]:
    return {
        path.relative_to(starter).as_posix(): path.read_text("utf-8")
        for path in (starter / "site_config.yml", *starter.glob("playbooks/**/*.yml"))
    }


@pytest.mark.parametrize("heading", PIECES)
def test_the_pieces_under_a_heading_check_clean(
    heading: str, small: dict[str, str], tmp_path: Path
) -> None:
    files: dict[str, str | bytes] = dict(small)
    for piece in PIECES[heading]:
        base = files.get(place(piece), "")
        assert isinstance(base, str)
        files[place(piece)] = joined(base, piece) if base else piece
        for key, path in re.findall(r"^[ -]*(image|mark): (.+)$", piece, re.MULTILINE):
            folder = "theme" if key == "mark" else place(piece).rpartition("/")[0]
            files[f"{folder}/{path}"] = DRAWING if path.endswith(".svg") else PICTURE

    found = check(lay(tmp_path, files) / "site_config.yml").diagnostics

    assert [f"{one.span}: {one.message}" for one in found] == []


@pytest.mark.parametrize("heading", PIECES)
def test_a_piece_is_yaml_as_it_stands(heading: str, small: dict[str, str], tmp_path: Path) -> None:
    for piece in PIECES[heading]:
        text = f"steps:\n{piece}" if piece.splitlines()[1].startswith("-") else piece
        files = {"site_config.yml": small["site_config.yml"], "playbooks/piece.yml": text}

        _, faults = read(lay(tmp_path, files) / "site_config.yml")

        assert faults == []


def test_the_first_playbook_checks_clean(tmp_path: Path) -> None:
    project = lay(tmp_path, FILES)

    assert check(project / "site_config.yml").diagnostics == ()


OWN_PAGES = dict(
    re.findall(
        r"^<!-- page: (\S+) -->\n```markdown\n(.*?)^```$",
        (DOCS / "authoring/site.md").read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
)


def test_the_own_pages_check_clean(small: dict[str, str], tmp_path: Path) -> None:
    found = check(lay(tmp_path, {**small, **OWN_PAGES}) / "site_config.yml").diagnostics

    assert OWN_PAGES
    assert [f"{one.span}: {one.message}" for one in found] == []


STEP = {"title": "Try it", "day": "9", "done_when": "It works."}
MISTAKES = re.findall(
    r"^\| `((\w+): .+?)`(?= \||\s\w).*\| (FW\d+) \|$", GUIDE[0].read_text("utf-8"), re.MULTILINE
)


@pytest.mark.parametrize(
    ("mistake", "key", "code"), [found for found in MISTAKES if found[1] not in ("use", "value")]
)
def test_a_typical_mistake_is_found(
    mistake: str, key: str, code: str, small: dict[str, str], tmp_path: Path
) -> None:
    others = {name: value for name, value in STEP.items() if key not in (name, f"{name}s")}
    lines = ["- id: mistake", *(f"  {name}: {value}" for name, value in others.items())]
    step = "".join(f"      {line}\n" for line in [*lines, f"  {mistake}"])
    playbook = small["playbooks/standard/playbook.yml"].replace(
        "    steps:\n", f"    steps:\n{step}", 1
    )
    files = {**small, "playbooks/standard/playbook.yml": playbook}

    found = check(lay(tmp_path, files) / "site_config.yml").diagnostics

    assert {one.code.id for one in found} == {code}
