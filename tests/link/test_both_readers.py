"""The browser's reader and Python's say the same of every fragment: what it says, or that it is none."""

import json
import random
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.link.fragments import packed, spoiled

from firstwin.link import LARGEST, FragmentError, Personal, pack, payload_of, read_personal, unpack

READER = Path(__file__).with_name("read.mjs")


def in_python(fragment: str) -> dict[str, Any]:
    """What Python says of a fragment, in the words of the browser's reader."""
    try:
        said = read_personal(unpack(fragment))
    except FragmentError as error:
        return {"refused": error.reason.name.lower()}
    return {"said": in_words(said)}


def in_words(said: Personal) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "to": said.to,
        "customer": said.customer,
        "tier": said.tier,
        "persona": said.persona,
        "days": [[id_, day.isoformat()] for id_, day in said.days.items()],
        "contacts": [
            [id_, {"name": each.name, **({"url": each.url} if each.url else {})}]
            for id_, each in said.contacts.items()
        ],
        "answers": [[id_, answer] for id_, answer in said.answers.items()],
        "targets": list(said.targets),
        "notes": list(said.notes),
    }
    return shown | ({"start": said.start.isoformat()} if said.start else {})


def in_browser(node: Path, fragments: Sequence[str]) -> list[dict[str, Any]]:
    run = subprocess.run(
        [node, READER], input=json.dumps(fragments), capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    read: list[dict[str, Any]] = json.loads(run.stdout)
    return read


def test_both_read_the_same(node: Path, *, full: bool) -> None:
    chance = random.Random("both")
    fragments = [spoiled(chance) for _ in range(20_000 if full else 600)]
    fragments = [each for each in fragments if each.startswith("fw=")]

    read = in_browser(node, fragments)

    for fragment, browser in zip(fragments, read, strict=True):
        again = browser.pop("again", None)
        assert browser == in_python(fragment), fragment
        if again:
            payload = json.loads(json.dumps(unpack(again)))
            assert read_personal(payload) == read_personal(unpack(fragment))
    assert sum("said" in each for each in read) > len(fragments) / 10
    assert {each["refused"] for each in read if "refused" in each} >= {"cut", "garbled", "shape"}


def test_both_refuse_the_same(node: Path) -> None:
    refused = (
        packed(b"0" * 40_000_000, "z"),
        packed(b'{"a":' + b"[" * LARGEST + b"}", "z"),
        packed(b'{"personal": 1e999}', "z"),
        packed(b"\xef\xbb\xbf{}", "j"),
        packed(b"\xff{}", "j"),
        packed(b"[]", "z"),
        packed(b'{"personal": {"__proto__": {"x": 1}, "to": "A"}}', "z"),
        packed(b'{"__proto__": {"personal": {"to": "A"}}}', "z"),
        "fw=" + "A" * 70_000 + ".1z",
        *("fw=A.1z", "fw=AAAA", "fw=AAAA.", "fw=AAAA.1", "fw=AAAA.1b", "fw=AAAA.12z", "fw=A=.1z"),
    )

    read = in_browser(node, refused)

    assert read == [in_python(fragment) for fragment in refused]
    assert all("refused" in each for each in read)


def test_what_a_customer_wrote_arrives(node: Path) -> None:
    said = Personal("Ada", "Acme — Hafen & Söhne", "team", "admin", notes=("<b>כן</b>", "🎉"))

    (browser,) = in_browser(node, [pack(payload_of(said))])

    assert browser["said"] == in_words(said)
