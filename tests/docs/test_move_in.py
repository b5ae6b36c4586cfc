"""The worked example of moving a playbook in: nothing that stood in the checklist is lost on the way."""

import re
from pathlib import Path

from tests.docs.blocks import blocks

PAGE = Path(__file__).resolve().parents[2] / "docs/authoring/move-in.md"


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{3,}", text.lower()))


def test_every_word_of_the_checklist_stands_in_the_playbook() -> None:
    moved = [each for each in blocks(PAGE) if each.heading == "A checklist, moved"]
    checklist, playbook = moved[0].text, next(each.text for each in moved if each.form == "yaml")

    said_otherwise = {
        "weeks",
        "min",
        "with",
        "manager",
        "passed",
    }  # as days, as who takes part, by the page
    assert words(checklist) - words(playbook) <= said_otherwise
    assert len(words(checklist)) > 40
