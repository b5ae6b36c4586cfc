"""An imprint is another when anything is, and reads no file of which that is certain."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.files import lay

from firstwin.caching.file_states import SETTLES
from firstwin.caching.imprint import Imprint, UnclearError, imprint_of

FILES = {"a.yml": "one", "b/c.yml": "two", "b/d.yml": "three"}


def later(imprint: Imprint) -> Imprint:
    """The same look, so long after that all is settled; what it says each file holds is told from what one holds."""
    items = {
        path: item._replace(digest="as it was") if item.digest else item
        for path, item in imprint.items.items()
    }
    return replace(imprint, when=imprint.when + 2 * SETTLES, items=items)


def digests(imprint: Imprint, folder: Path) -> dict[str, str]:
    return {
        Path(path).relative_to(folder).as_posix(): item.digest
        for path, item in imprint.items.items()
    }


def test_it_is_the_same_for_the_same(tmp_path: Path) -> None:
    lay(tmp_path, FILES)
    before = imprint_of([tmp_path])
    os.utime(tmp_path / "a.yml", (1, 1))

    assert imprint_of([tmp_path]).is_same(before)
    assert imprint_of([tmp_path], before).is_same(before)


def test_a_file_is_read_again_only_where_it_may_have_changed(tmp_path: Path) -> None:
    lay(tmp_path, FILES)
    before = later(imprint_of([tmp_path]))
    lay(tmp_path, {"b/c.yml": "two"})

    now = digests(imprint_of([tmp_path], before), tmp_path)

    assert now["a.yml"] == now["b/d.yml"] == "as it was"
    assert now["b/c.yml"] != "as it was"


def test_a_file_is_read_again_that_was_too_new(tmp_path: Path) -> None:
    lay(tmp_path, FILES)
    before = later(imprint_of([tmp_path]))
    too_early = replace(before, when=before.when - 2 * SETTLES)

    now = imprint_of([tmp_path], too_early)

    assert "as it was" not in digests(now, tmp_path).values()
    assert now.has_read_anew(too_early)
    assert not now.has_read_anew(now)


def test_what_was_too_new_is_kept_once_it_is_not(tmp_path: Path) -> None:
    lay(tmp_path, FILES)
    before = imprint_of([tmp_path])
    now = replace(before, when=before.when + 2 * SETTLES)

    assert now.has_read_anew(before)
    assert not before.has_read_anew(before)


@pytest.mark.parametrize("kind", ["a pipe", "a link to a folder", "a link that leads nowhere"])
def test_nobody_can_say_what_lies_where_something_else_does(tmp_path: Path, kind: str) -> None:
    lay(tmp_path / "in", FILES)
    odd = tmp_path / "in/b/odd"
    if kind == "a pipe":
        os.mkfifo(odd)
    else:
        odd.symlink_to(tmp_path if kind == "a link to a folder" else "lost")

    with pytest.raises(UnclearError):
        imprint_of([tmp_path / "in"])


def test_a_link_counts_as_what_it_leads_to_and_where(tmp_path: Path) -> None:
    lay(tmp_path, {"in/a": "one", "in/b": "one"})
    link = tmp_path / "in/link"
    link.symlink_to("a")
    before = imprint_of([tmp_path / "in"])
    link.unlink()
    link.symlink_to("b")

    assert not imprint_of([tmp_path / "in"], before).is_same(before)
