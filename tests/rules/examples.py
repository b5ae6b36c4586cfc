"""The examples of `firstwin explain`, laid into the small project.

An example leaves out what it is not about. A `Bed` says which file it stands in and what stands around
it; its steps and phases get what every step and phase needs. What the example defines and the small
project has already is called something else there, so that nothing is there twice.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copytree
from textwrap import dedent, indent

from tests.edits import SMALL

STEP = {
    "id": "id: the-example",
    "title": "title: Do the example",
    "done_when": "done_when: It is done.",
}
USE = {"id": "id: the-example"}
PHASE = {
    "title": "title: Do the examples",
    "days": "days: 1-30",
    "owner": "owner: csm",
    "outcome": "outcome: It is done.",
}
SEEN = "- id: seen{}\n  title: See it\n  owner: champion\n  done_when: It was seen.\n"
"""Stands in every phase, so that a persona sees something of it."""

ELSEWHERE = "-elsewhere"
ADDED_TO = ("phases", "roles")
"""What an example only adds to. Whatever else it has, it has in the place of what the project has."""


@dataclass(frozen=True)
class Bed:
    """Where an example stands.

    It is part of `kind`: keys of a `step`, `steps`, `phases`, or keys at the `top` of `file`. In `around`, `@` is
    its place. `without` is what an example lacks on purpose, `cut` what it has in the place of the project; `beside`
    are further files.
    """

    kind: str
    file: str = "playbooks/team/playbook.yml"
    around: str = "@"
    without: Sequence[str] = ()
    cut: str = ""
    seen: bool = True
    beside: Mapping[str, str] = field(default_factory=dict)

    def completed(self, text: str) -> str:
        """The text as it stands at the top of the file."""
        if self.kind == "step":
            first, *rest = text.splitlines()
            text = "\n".join([f"- {first}", *(f"  {line}" for line in rest)])
        if self.kind in ("step", "steps"):
            text = "- id: examples\n  steps:\n" + indent(text, "    ")
        if self.kind != "top":
            text = "phases:\n" + indent(text, "  ")
        keys, start, phases = text.partition("phases:\n")
        return f"{keys}{start}{indent(self._phases(dedent(phases)), '  ')}" if start else text

    def _phases(self, text: str) -> str:
        made = ""
        for number, phase in enumerate(_entries(text)):
            if ":" not in phase:  # the name of a file
                made += phase
                continue
            keys, _, steps = phase.partition("  steps:\n")
            seen = SEEN.format(number) if self.seen else ""
            whole = "".join(map(self._step, _entries(dedent(steps)))) + seen
            made += f"{self._given(keys, PHASE, at='phases')}  steps:\n{indent(whole, '    ')}"
        return made

    def _step(self, text: str) -> str:
        return self._given(text, USE if text.startswith("- use:") else STEP, at="steps")

    def _given(self, entry: str, needed: Mapping[str, str], at: str) -> str:
        left_out = self.without if self.kind.startswith(at[:-1]) else ()
        has = {*re.findall(r"^(?:- |  )(\w+):", entry, re.MULTILINE), *left_out}
        given = "".join(f"  {line}\n" for key, line in needed.items() if key not in has)
        return f"{entry}{given}"


def _entries(text: str) -> list[str]:
    """The entries of a list, each with a line end."""
    return [
        f"{each.rstrip()}\n"
        for each in re.split(r"^(?=- )", text, flags=re.MULTILINE)
        if each.strip()
    ]


def lay(folder: Path, example: str, bed: Bed, defined: Sequence[str]) -> Path:
    """Lay out the small project with the example in it, and return its configuration.

    `defined` are the ids that the wrong or the right example defines.
    """
    copytree(SMALL, folder, dirs_exist_ok=True)
    file = folder / bed.file
    if bed.cut:
        file.write_text(file.read_text("utf-8").replace(bed.cut, ""), "utf-8")
    _make_room(folder, defined)
    example = re.sub(r"\A(?:#.*\n)+", "", example)
    for path, text in bed.beside.items():
        _put(folder / path, text)
    text = re.sub(r"^( *)@$", lambda at: indent(example, at[1]), bed.around, flags=re.MULTILINE)
    _put(file, bed.completed(text))
    return folder / "site_config.yml"


def _make_room(folder: Path, ids: Sequence[str]) -> None:
    for file in folder.rglob("*.yml"):
        text = file.read_text("utf-8")
        for id_ in ids:
            text = re.sub(rf"( *)- use: {id_}\n", rf"\g<0>\1  id: {id_}\n", text)
            text = re.sub(
                rf"(?<!- use: )(?<!type: )(?<![\w-]){id_}(?![\w-])", id_ + ELSEWHERE, text
            )
        file.write_text(text, "utf-8")


def _put(file: Path, text: str) -> None:
    """Put the keys of `text` into a file, in the place of those it has, or beside them."""
    known = _keys(file.read_text("utf-8")) if file.exists() else {}
    for key, block in _keys(text).items():
        body = block.partition("\n")[2]
        known[key] = f"{known[key]}{body}" if key in ADDED_TO and key in known else block
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(known.values()), "utf-8")


def _keys(text: str) -> dict[str, str]:
    """The lines of a file by the key at the left edge that they belong to."""
    blocks = re.split(r"^(?=\w)", text.rstrip() + "\n", flags=re.MULTILINE)
    return {block.partition(":")[0]: block for block in blocks if block.strip()}
