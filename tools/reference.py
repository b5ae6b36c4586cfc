"""Writes docs/reference.md and schemas/ from the models, docs/diagnostics.md from the codes, the table of docs/events.md.

In: the models, codes and events, and the examples of steps and keys that the tests hold against them. Out: the four, up to
date.
"""

from pathlib import Path

from events import events_page
from firstwin.api import CODES
from firstwin.diagnostics.page import codes_page
from firstwin.schema import key_examples, reference, write_schemas

STEPS = Path("tests/schema/steps")
KEYS = Path("tests/schema/keys.yml")
PAGE = Path("docs/reference.md")
CODES_PAGE = Path("docs/diagnostics.md")
EVENTS_PAGE = Path("docs/events.md")
EVENTS = Path("theme/scripts/events.ts")


def main() -> None:
    steps = {path.stem: path.read_text("utf-8") for path in sorted(STEPS.glob("*.yml"))}
    keys = key_examples(KEYS.read_text("utf-8"))
    PAGE.write_text(reference(steps, keys), encoding="utf-8", newline="\n")
    CODES_PAGE.write_text(codes_page(CODES.values()), encoding="utf-8", newline="\n")
    events = events_page(EVENTS_PAGE.read_text("utf-8"), EVENTS.read_text("utf-8"))
    EVENTS_PAGE.write_text(events, encoding="utf-8", newline="\n")
    write_schemas(Path("schemas"))


if __name__ == "__main__":
    main()
