"""Golden files in sections: what goes in, and what has to come out.

A file's sections begin with lines of the form `--- name`. A test reads the input sections, makes the
output sections and compares; with `--update-goldens` it writes them instead.
"""

from pathlib import Path

MARK = "--- "


def sections(path: Path) -> dict[str, str]:
    """The sections of a golden file, in order. What stands before the first mark is named ''."""
    found: dict[str, list[str]] = {"": []}
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(MARK):
            name = line.removeprefix(MARK)
            found[name] = []
        else:
            found[name].append(line)
    return {key: "\n".join(lines) for key, lines in found.items()}


def compare(path: Path, made: dict[str, str], *, update: bool) -> None:
    """Hold the sections `made` against those in the file, or write them there."""
    before = sections(path)
    if update:
        kept = {**before, **made}
        head = [kept.pop("")] if before[""] else (kept.pop("") and [])
        body = [f"{MARK}{name}\n{text}" for name, text in kept.items()]
        path.write_text("\n".join([*head, *body]).rstrip("\n") + "\n", encoding="utf-8")
        return
    assert {name: before.get(name) for name in made} == made
