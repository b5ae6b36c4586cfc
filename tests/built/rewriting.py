"""The small project as plain data, to be changed and written anew.

Which values are texts, and of which kind, is asked of the models: a field that is added to them is found
without anybody thinking of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel
from tests.built.building import copy_small
from tests.files import lay
from tests.select.canaries import Field

from firstwin.loading import load
from firstwin.models.plan import Origin
from firstwin.models.values import Text
from firstwin.system.fields import field_names

NUMBER = re.compile(r"[0-9]+")
FLAG = re.compile(r"true|false")
MINUTES = re.compile(r" \([0-9]+ min\)$")


class SmallProject:
    """The small project, copied into a folder.

    `files` is the data of its YAML files by their path below `playbooks/`, with every scalar as text; `pages` are own pages
    in YAML, by their path below `pages/`, of which it has none. `texts` are the texts that authors wrote, each with its kind.
    """

    def __init__(self, folder: Path) -> None:
        copy_small(folder)
        self.folder, self.playbooks = folder, folder / "playbooks"
        self.config = _read(folder / "site_config.yml")
        self.files = {
            path.relative_to(self.playbooks).as_posix(): _read(path)
            for path in sorted(self.playbooks.rglob("*.yml"))
        }
        self.pages: dict[str, Any] = {}
        self.texts = {str(text): type(text) for _, text in texts_in(folder)}

    def kind(self, scalar: str) -> type[Text] | None:
        """The kind of text a scalar is. Some are written with their minutes behind."""
        return self.texts.get(scalar) or self.texts.get(MINUTES.sub("", scalar))

    def write(self, comment: str = "") -> None:
        """Write the files. A comment tells a mark for each of them."""
        files = {f"playbooks/{path}": data for path, data in self.files.items()}
        files |= {f"pages/{path}": data for path, data in self.pages.items()}
        for path, data in {**files, "site_config.yml": self.config}.items():
            text = yaml.dump(data, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=1000)
            lay(self.folder, {path: f"# {comment}\n{text}"})


def as_written(text: str) -> str:
    """A text as it stands in the files."""
    return yaml.dump(text, Dumper=_Plain, allow_unicode=True, width=1000).rstrip("\n")


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


class _Plain(yaml.SafeDumper):
    """Numbers and flags without quotes, as authors write them, everything else with; no anchors."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def _scalar(dumper: _Plain, text: str) -> yaml.ScalarNode:
    if NUMBER.fullmatch(text):
        return dumper.represent_scalar("tag:yaml.org,2002:int", text)
    if FLAG.fullmatch(text):
        return dumper.represent_scalar("tag:yaml.org,2002:bool", text)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')


_Plain.add_representer(str, _scalar)


def texts_in(project: Path) -> Iterator[tuple[Field, Text]]:
    """The texts of a project, each with the field it stands in."""
    catalog = load(project / "site_config.yml").catalog
    assert catalog
    return _texts(catalog.project, ("", ""))


def _texts(thing: object, field: Field) -> Iterator[tuple[Field, Text]]:
    if isinstance(thing, Text):
        yield field, thing
        return
    parts: Iterable[tuple[Field, object]] = ()
    if isinstance(thing, BaseModel):
        parts = (((type(thing).__name__, name), value) for name, value in thing)
    elif isinstance(thing, Origin | str | Enum):
        pass
    elif names := field_names(type(thing)):
        kind = type(thing).__name__
        parts = (((kind, name), getattr(thing, name)) for name in names)
    elif isinstance(thing, Mapping):
        parts = ((field, value) for value in thing.values())
    elif isinstance(thing, Collection):
        parts = ((field, value) for value in thing)
    for inner, value in parts:
        yield from _texts(value, inner)
