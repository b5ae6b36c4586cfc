"""Compiled templates are kept between two runs, and never in the way."""

import os
import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from msgspec.structs import replace
from tests.files import lay
from tests.pages.small import pages_of

from firstwin.models.values import Audience
from firstwin.pages import Pages
from firstwin.render import render
from firstwin.render.compiled import compiled_copies


@pytest.fixture
def pages() -> Pages:
    pages = pages_of(Audience.CUSTOMER)
    return replace(pages, pages=pages.pages[:1])


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a user's caches lie; empty."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def cached(cache: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in cache.rglob("*") if path.is_file()}


def rendered(pages: Pages, project: Path) -> str:
    """The home page, as a new process renders it: each project has templates of its own."""
    made, faults = render(pages, lay(project, {"site_config.yml": ""}))
    assert not faults
    return made["index.md"]


def test_a_template_is_compiled_once(
    pages: Pages, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = rendered(pages, tmp_path / "one")

    def compiled_again(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Environment, "compile", compiled_again)
    assert rendered(pages, tmp_path / "two") == first
    assert cached(cache)


def test_what_is_kept_is_the_users_alone(pages: Pages, cache: Path, tmp_path: Path) -> None:
    rendered(pages, tmp_path / "one")

    (folder,) = (cache / "firstwin").iterdir()
    assert folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", [b"", b"j2", b"no bytecode at all", None])
def test_what_cannot_be_read_is_compiled_anew(
    pages: Pages, cache: Path, tmp_path: Path, damage: bytes | None
) -> None:
    first = rendered(pages, tmp_path / "one")
    whole = cached(cache)
    for name, content in whole.items():
        flipped = content[:200] + bytes([content[200] ^ 1]) + content[201:]
        (next(iter((cache / "firstwin").iterdir())) / name).write_bytes(
            flipped if damage is None else damage
        )

    assert rendered(pages, tmp_path / "two") == first
    assert cached(cache) == whole


def test_where_nothing_can_be_written_nothing_is_kept(
    pages: Pages, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = rendered(pages, tmp_path / "one")
    lay(tmp_path, {"file": "no folder"})
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert rendered(pages, tmp_path / "two") == first


def test_a_full_disk_is_no_fault(
    pages: Pages, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert rendered(pages, tmp_path / "one")
    assert not cached(cache)


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o750])
def test_what_others_may_write_or_read_is_not_used(
    pages: Pages, cache: Path, tmp_path: Path, mode: int
) -> None:
    first = rendered(pages, tmp_path / "one")
    (folder,) = (cache / "firstwin").iterdir()
    for path in folder.iterdir():
        path.write_bytes(b"theirs")
    folder.chmod(mode)

    assert rendered(pages, tmp_path / "two") == first
    assert set(cached(cache).values()) == {b"theirs"}


def test_nobody_at_home_is_no_fault(
    pages: Pages, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("platformdirs.user_cache_path", nowhere)
    assert rendered(pages, tmp_path / "one")
    assert not cache.exists()


def test_a_pipe_in_its_place_keeps_nobody_waiting(
    pages: Pages, cache: Path, tmp_path: Path
) -> None:
    first = rendered(pages, tmp_path / "one")
    (folder,) = (cache / "firstwin").iterdir()
    for name in cached(cache):
        (folder / name).unlink()
        os.mkfifo(folder / name)

    assert rendered(pages, tmp_path / "two") == first


def test_nothing_is_kept_where_python_keeps_nothing(
    pages: Pages, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    rendered(pages, tmp_path / "one")
    assert not cache.exists()


def test_a_projects_own_templates_are_not_kept(pages: Pages, cache: Path, tmp_path: Path) -> None:
    lay(tmp_path / "one", {"templates/home.md.j2": "Hello."})
    assert rendered(pages, tmp_path / "one").endswith("Hello.\n")
    assert not cached(cache)


def test_copies_of_a_template_are_compiled_once(cache: Path, tmp_path: Path) -> None:
    originals = lay(tmp_path / "originals", {"a.html": "{{ x }}", "b.html": "{{ y }}"})
    lay(tmp_path / "one", {"a.html": "{{ x }}", "b.html": "{{ z }}", "c.html": "own"})
    lay(tmp_path / "two", {"a.html": "{{ x }}", "b.html": "{{ y }}"})

    def compiled(folder: Path) -> set[str]:
        before = cached(cache)
        environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            bytecode_cache=compiled_copies(originals, ()),
        )
        for template in environment.list_templates():
            assert environment.get_template(template).render(x="x", y="y", z="z")
        return cached(cache).keys() - before.keys()

    assert len(compiled(tmp_path / "one")) == 1
    assert len(compiled(tmp_path / "two")) == 1
    assert not compiled(tmp_path / "two")
