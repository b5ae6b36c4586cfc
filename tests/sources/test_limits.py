"""How large things may be: what goes beyond is told with its place, early, and nothing is told that follows from it."""

import time
from pathlib import Path

import pytest
from tests.edits import SMALL, project
from tests.sources.reading import NAME, codes, read_one, read_project

from firstwin.diagnostics import Diagnostic
from firstwin.loading import check
from firstwin.sources.limits import LONGEST_TEXT, MOST_ENTRIES, MOST_FILES

PLAYBOOK = "playbooks/team/playbook.yml"
ROLES = "playbooks/roles.yml"
TITLE = "        title: Hold the kickoff call\n"


def parts_of(found: Diagnostic) -> tuple[str, str, str, str]:
    return (str(found.span), found.code.id, found.message, found.hint)


def with_text(folder: Path, yaml: str) -> Path:
    """The small project with something more in its kickoff call."""
    config = project(folder, {})
    file = folder / PLAYBOOK
    file.write_text(file.read_text("utf-8").replace(TITLE, TITLE + yaml), "utf-8")
    return config


@pytest.mark.parametrize(
    ("key", "column"),
    [("text: ", 15), ("summary: ", 18), ("text: |-\n          ", 15), ('done_when: "', 20)],
)
def test_a_long_text_is_told_and_the_rest_is_looked_at(
    tmp_path: Path, key: str, column: int
) -> None:
    end = '"\n' if key.endswith('"') else "\n"
    long = "a word and " * 2000
    config = with_text(tmp_path, f"        {key}{long}z{end}        ownr: csm\n")

    first, second = check(config).diagnostics

    assert parts_of(first) == (
        f"{PLAYBOOK}:53:{column}",
        "FW050",
        "this text has 22,001 characters; a text may have at most 20,000",
        "shorten it, or make several steps, actions or library entries of it",
    )
    assert first.span.field == f"phases[0].steps[2].{key.split(':', maxsplit=1)[0]}"
    assert second.code.id == "FW101"


def test_a_text_of_the_longest_is_fine(tmp_path: Path) -> None:
    text = ("A word. " * LONGEST_TEXT)[: LONGEST_TEXT - 1] + "."
    config = with_text(tmp_path, f"        text: {text}\n")

    assert check(config).diagnostics == ()


def test_a_long_text_that_is_cut_is_not_repeated(tmp_path: Path) -> None:
    config = with_text(tmp_path, f"        text: {'a' * 400} #{'b' * 400}\n")

    (found,) = check(config).diagnostics

    assert parts_of(found) == (
        f"{PLAYBOOK}:53:15",
        "FW039",
        f"the text ends at ` #`: YAML takes `#{'b' * 79}` for a comment",
        "if it belongs to the text, quote the whole; if it is a comment, put it on a line of its own",
    )


LISTS = {
    "list": ("with:\n" + "  - a\n" * (MOST_ENTRIES + 1), "2:3", "list"),
    "brackets": ("with: [" + "a, " * MOST_ENTRIES + "a]\n", "1:7", "list"),
    "mapping": (
        "items:\n" + "".join(f"  a{at}: b\n" for at in range(MOST_ENTRIES + 1)),
        "2:3",
        "mapping",
    ),
    "braces": (
        "items: {" + "".join(f"a{at}: b, " for at in range(MOST_ENTRIES)) + "z: b}\n",
        "1:8",
        "mapping",
    ),
}


@pytest.mark.parametrize(("content", "place", "kind"), LISTS.values(), ids=list(LISTS))
def test_a_list_with_too_many_entries_makes_a_file_unfit(
    tmp_path: Path, content: str, place: str, kind: str
) -> None:
    document, (found,) = read_one(tmp_path, content)

    assert document is None
    assert parts_of(found) == (
        f"{NAME}:{place}",
        "FW051",
        f"this {kind} has 5,001 entries; a list or mapping may have at most 5,000",
        "keep what somebody reads, and divide it among phases, steps, tiers or library entries",
    )


def test_a_list_with_the_most_entries_is_read(tmp_path: Path) -> None:
    document, found = read_one(tmp_path, "with:\n" + "  - a\n" * MOST_ENTRIES)

    assert document is not None
    assert document.data == {"with": ["a"] * MOST_ENTRIES}
    assert found == []


def test_too_many_entries_are_told_before_anything_else(tmp_path: Path) -> None:
    document, found = read_one(tmp_path, "a: \u00a0x\n" * 200 + LISTS["list"][0])

    assert document is None
    assert "FW051" in codes(found)


def test_nothing_is_missed_that_stands_in_a_file_with_too_many_entries(tmp_path: Path) -> None:
    config = project(tmp_path, {})
    more = "".join(
        f"  role-{at}:\n    title: T\n    side: customer\n    summary: S\n" for at in range(5000)
    )
    (tmp_path / ROLES).write_text((SMALL / ROLES).read_text("utf-8") + more, "utf-8")

    (found,) = check(config).diagnostics

    assert (str(found.span), found.code.id) == (f"{ROLES}:3:3", "FW051")
    assert (
        found.message == "this mapping has 5,005 entries; a list or mapping may have at most 5,000"
    )


@pytest.mark.unmeasured  # others run through nearly all of it
def test_too_many_files_are_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "playbooks/library/images"
    folder.mkdir(parents=True)
    (folder / "_kept-aside.png").touch()
    for number in range(MOST_FILES):
        (folder / f"{number}.png").touch()

    begin = time.process_time()
    sources, found = read_project(tmp_path, {})

    assert time.process_time() - begin < 5
    assert [parts_of(one) for one in found] == [
        (
            "playbooks/:1:1",
            "FW052",
            "the folder playbooks has more than 50,000 files and folders, and that is the most",
            "delete what no page shows; what has a name that begins with `_` is not counted",
        )
    ]
    assert not sources.has_folder
    assert sources.documents == {}
