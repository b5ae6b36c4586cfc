"""Writes docs/reference.md and schemas/ from the models.

In: the models, and the examples of steps that the tests hold against them. Out: the two, up to date.
"""

from pathlib import Path

from firstwin.schema import reference, write_schemas

EXAMPLES = Path("tests/schema/steps")
PAGE = Path("docs/reference.md")


def main() -> None:
    examples = {path.stem: path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.yml"))}
    PAGE.write_text(reference(examples), encoding="utf-8", newline="\n")
    write_schemas(Path("schemas"))


if __name__ == "__main__":
    main()
