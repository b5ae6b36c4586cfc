"""The reader's state against a model of it: whatever is done in which tabs of which browsers, both come to the same.

The model knows no documents, shelves or listeners: an entry is a text with its time, the newer one stays, and a tab shows what
it has seen. All sequences are played in one process of Node.
"""

import json
import random
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.theme.test_units import UNITS

FEW, MANY, ACTS = 300, 10_000, 30
BROWSERS, TABS = 2, 2
KEYS = (
    *("enterprise/call/one", "enterprise/call/two", "enterprise/old/one", "smb/call/_done"),
    *("smb/old", "connect-sso/create-app", "answers/sso"),
)
RENAMED = (
    ("enterprise/old", "enterprise/new"),
    ("enterprise/new/one", "enterprise/call/two"),
    ("smb/old", "smb/new"),
)
VALUES = ("1", "", "a b", "Zoë\u2028<b>")
Entry = tuple[str, int]
Entries = dict[str, Entry]
Act = tuple[Any, ...]


def newest(*all_: Entries) -> Entries:
    """What stays of several: of each key the newest, of two as new the greater text."""
    kept: Entries = {}
    for entries in all_:
        for key, entry in entries.items():
            kept[key] = max(kept.get(key, ("", -1)), entry, key=lambda each: (each[1], each[0]))
    return kept


def moved(entries: Entries, pairs: Iterable[tuple[str, str]]) -> Entries:
    """Entries under the keys that they have by now."""
    for old, new in pairs:
        gone = {key for key in entries if f"{key}/".startswith(f"{old}/")}
        entries = newest(
            {key: entry for key, entry in entries.items() if key not in gone},
            *({new + key.removeprefix(old): entries[key]} for key in gone),
        )
    return entries


def scope(key: str) -> str:
    first = key.partition("/")[0]
    return first if first in ("enterprise", "smb") else "shared"


def only(entries: Entries, part: str) -> Entries:
    return {key: entry for key, entry in entries.items() if scope(key) == part}


class Tab:
    """What a page shows: what it has seen of the shelf, part by part, and what was done in it."""

    def __init__(self, browser: "Browser", pairs: Iterable[tuple[str, str]]) -> None:
        self.browser, self.pairs = browser, tuple(pairs)
        self.seen: Entries = {}
        self.parts: set[str] = set()

    def refresh(self, part: str) -> None:
        self.parts.add(part)
        self.seen = newest(self.seen, moved(only(self.browser.shelf, part), self.pairs))

    def text(self, key: str) -> str:
        if scope(key) not in self.parts:
            self.refresh(scope(key))
        return self.seen.get(key, ("", -1))[0]

    def everything(self) -> Entries:
        for part in {"enterprise", "smb", "shared"} - self.parts:
            self.refresh(part)
        return self.seen

    def change(self, wanted: dict[str, str], now: int) -> None:
        new = {key: text for key, text in wanted.items() if self.text(key) != text}
        for part in {scope(key) for key in new}:
            self.refresh(part)
            times = {key: max(now, self.seen.get(key, ("", -1))[1] + 1) for key in new}
            self.take(part, {key: (new[key], times[key]) for key in new if scope(key) == part})

    def merge(self, copy: Entries) -> None:
        copy = moved(copy, self.pairs)
        for part in {scope(key) for key in copy}:
            self.refresh(part)
            self.take(part, only(copy, part))

    def take(self, part: str, entries: Entries) -> None:
        self.seen = newest(self.seen, entries)
        self.browser.write(part, only(self.seen, part))


class Browser:
    """A shelf that several tabs share. When it is full, nothing new is put on it."""

    def __init__(self, tabs: int) -> None:
        self.shelf: Entries = {}
        self.is_full = False
        self.untold: list[str] = []
        self.tabs = [Tab(self, ()) for _ in range(tabs)]

    def write(self, part: str, entries: Entries) -> None:
        if not self.is_full:
            others = {key: entry for key, entry in self.shelf.items() if scope(key) != part}
            self.shelf = others | entries
            self.untold.append(part)

    def tell(self) -> None:
        told, self.untold = self.untold, []
        for part in told:
            for tab in self.tabs:
                tab.refresh(part)


def acts(chance: random.Random) -> Iterator[Act]:
    """What people and browsers do, each with its time; clocks of two browsers differ, and one may go back."""
    now = 1000
    for _ in range(ACTS):
        now += chance.choice((0, 1, 1, 50, -20))
        at, which = chance.randrange(BROWSERS), chance.randrange(TABS)
        key, value = chance.choice(KEYS), chance.choice(VALUES)
        kind = chance.choices(
            ("set", "look", "all", "carry", "tell", "open", "room"), (12, 3, 2, 2, 5, 2, 1)
        )[0]
        yield {
            "set": (now, "set", at, which, key, value),
            "look": (now, "look", at, which, key),
            "all": (now, "all", at, which, [[each, value] for each in chance.sample(KEYS, 3)]),
            "carry": (now, "carry", at, which, chance.randrange(BROWSERS)),
            "tell": (now, "tell", at),
            "open": (now, "open", at, which, chance.random() < 0.5),
            "room": (now, "room", at, chance.choice((0, None))),
        }[kind]
    for at in range(
        BROWSERS
    ):  # there is room again, and a word from each tab puts all of it on the shelf
        yield now, "room", at, None
        for which in range(TABS):
            for key in ("enterprise/last/one", "smb/last/one", "last/one"):
                yield now, "set", at, which, key, f"{which}"
        yield now, "tell", at


def expected(sequence: Iterable[Act]) -> dict[str, Any]:
    """What the model says is kept at the end."""
    browsers = [Browser(TABS) for _ in range(BROWSERS)]
    for now, act, at, *rest in sequence:
        browser = browsers[at]
        match act, rest:
            case "set", [which, key, text]:
                browser.tabs[which].change({key: text}, now)
            case "all", [which, pairs]:
                browser.tabs[which].change(dict(pairs), now)
            case "look", [which, key]:
                browser.tabs[which].text(key)
            case "carry", [which, source]:
                browser.tabs[which].merge(browsers[source].tabs[0].everything())
            case "open", [which, is_new]:
                browser.tabs[which] = Tab(browser, RENAMED if is_new else ())
            case "room", [room]:
                browser.is_full = room == 0
            case _:
                browser.tell()
    tabs = [tab for browser in browsers for tab in browser.tabs]
    return {
        "shelves": [browser.shelf for browser in browsers],
        "shown": [
            [
                {key: text for key, (text, _) in tab.everything().items() if text}
                for tab in browser.tabs
            ]
            for browser in browsers
        ],
        "merged": [newest(*(moved(tab.everything(), tab.pairs) for tab in tabs))] * 3,
    }


def test_whatever_is_done_in_which_order_of_tabs_the_state_is_that_of_the_model(
    node: Path, *, full: bool
) -> None:
    """With `--full`, 10,000 sequences."""
    trials = [list(acts(random.Random(seed))) for seed in range(MANY if full else FEW)]
    setting = {"browsers": BROWSERS, "tabs": TABS, "renamed": RENAMED}
    asked = json.dumps([setting | {"acts": sequence} for sequence in trials])
    run = subprocess.run(
        [node, UNITS / "acts.mjs"], input=asked, check=True, capture_output=True, text=True
    )
    for seed, (sequence, came) in enumerate(zip(trials, json.loads(run.stdout), strict=True)):
        said = json.loads(json.dumps(expected(sequence)))
        assert came == said, f"sequence {seed}"
