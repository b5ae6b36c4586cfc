"""What a preview notices: an edit of a file to which a link in the playbooks leads changes nothing in their folder."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from tests.files import lay

from firstwin.serve.watch import Watcher

SOON = 20
"""Seconds after which nothing will be noticed any more."""


@pytest.fixture
def noticed(tmp_path: Path) -> Iterator[Event]:
    lay(
        tmp_path,
        {"site_config.yml": "", "playbooks/a.yml": "", "shared/b.yml": "", "shared/c.yml": ""},
    )
    (tmp_path / "playbooks/b.yml").symlink_to("../shared/b.yml")
    noticed = Event()
    watcher = Watcher(tmp_path / "site_config.yml", [tmp_path / "playbooks"], noticed.set)
    watcher.start()
    yield noticed
    watcher.stop()


def test_an_edit_behind_a_link_is_noticed(tmp_path: Path, noticed: Event) -> None:
    (tmp_path / "shared/b.yml").write_text("title: New", "utf-8")

    assert noticed.wait(SOON)


def test_an_edit_behind_a_new_link_is_noticed(tmp_path: Path, noticed: Event) -> None:
    (tmp_path / "playbooks/c.yml").symlink_to("../shared/c.yml")
    assert noticed.wait(SOON)
    noticed.clear()

    (tmp_path / "shared/c.yml").write_text("title: New", "utf-8")

    assert noticed.wait(SOON)
