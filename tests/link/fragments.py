"""Customers by chance, and what becomes of their fragments on a bad way."""

from __future__ import annotations

import json
import random
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from firstwin.link import LinkedContact, Personal, pack, payload_of

LETTERS = "abc XYZ äöü ñ ß 漢字 עברית 🎉 <script>alert(1)</script> &amp; \"'` \\u0041 ${x} {{x}} javascript: .:;,-_/"
ADDRESSES = (
    "https://acme.example/a?b=c#d",
    "http://acme.example",
    "mailto:ada@acme.example?subject=Hi",
    "tel:+15550123",
)
HOSTILE: tuple[Any, ...] = (
    *(
        None,
        True,
        0,
        -1,
        1.5,
        "",
        "a",
        "javascript:alert(1)",
        "data:text/html,x",
        " https://a.example",
    ),
    *("https://ada@acme.example/", "HTTPS://acme.example", "https:acme.example", "//acme.example"),
    *(
        [],
        {},
        [[]],
        {"name": "Ada"},
        {"__proto__": {"x": 1}},
        "2026-02-30",
        "2026-1-1",
        "1999-01-01",
    ),
    *("a\nb", "a\u202eb", "\u2066", "\ud800", "x" * 81, "x" * 501, "true", "a--b", "A", "a" * 65),
    *(
        ["x"] * 51,
        {f"id-{n}": "yes" for n in range(51)},
        "\uff12\uff10\uff12\uff16-01-01",
        "constructor",
        "🎉" * 80,
    ),
)


def personal(chance: random.Random) -> Personal:
    """What a link may say."""

    def text(longest: int) -> str:
        letters = chance.choices(LETTERS, k=chance.randint(1, chance.choice((8, longest))))
        return "".join(letters)[:longest]

    def id_() -> str:
        return chance.choice(("hosting", "data-migration", "constructor", "a1", "x" * 64))

    def some(make: Callable[[], Any]) -> tuple[Any, ...]:
        return tuple(make() for _ in range(chance.choice((0, 0, 1, 3, 50))))

    return Personal(
        to=text(80),
        customer=text(80),
        tier=id_(),
        persona=id_(),
        start=chance.choice((None, date(2000, 1, 1) + timedelta(chance.randint(0, 73_000)))),
        days={
            each: date(2000, 1, 1) + timedelta(chance.randint(0, 73_000))
            for each in chance.sample(("go-live", "move-in"), chance.randint(0, 2))
        },
        contacts={
            id_(): LinkedContact(text(80), chance.choice((None, *ADDRESSES))) for _ in some(int)
        },
        answers={id_(): chance.choice(("yes", "no", "cloud")) for _ in some(int)},
        targets=some(lambda: text(500)),
        notes=some(lambda: text(500)),
    )


def spoiled(chance: random.Random) -> str:
    """A fragment as somebody may send it: right, or changed in its data, its text or its signs."""
    payload = json.loads(json.dumps(payload_of(personal(chance))))
    way = chance.randrange(6)
    if way == 1:
        _put(payload, chance)
        return packed(json.dumps(payload).encode(), "z")
    if way == 2:
        raw = bytearray(json.dumps(payload).encode())
        for _ in range(chance.randint(1, 3)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        return packed(bytes(raw), chance.choice("zj"))
    fragment = pack(payload)
    if way == 3:
        at = chance.randrange(len(fragment))
        return fragment[:at] + chance.choice("Aa0-_.=%#") + fragment[at + 1 :]
    if way == 4:
        return fragment[: chance.randrange(len(fragment))]
    if way == 5:
        return fragment + chance.choice(("A", ".", "1z", "=", " "))
    return fragment


def packed(raw: bytes, packing: str) -> str:
    """The fragment of any bytes."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = deflate.compress(raw) + deflate.flush() if packing == "z" else raw
    return f"fw={urlsafe_b64encode(data).decode().rstrip('=')}.1{packing}"


def _put(payload: dict[str, Any], chance: random.Random) -> None:
    """Put something hostile somewhere, under a key of ours or another."""
    value = chance.choice(HOSTILE)
    here = payload["personal"]
    keys = [
        "to",
        "customer",
        "tier",
        "persona",
        "start",
        "days",
        "contacts",
        "answers",
        "targets",
        "notes",
    ]
    key = chance.choice([*keys, *keys, "__proto__", "constructor", "other"])
    inner = here.get(key)
    if isinstance(inner, dict) and inner and chance.random() < 0.7:
        inner[chance.choice((*inner, "__proto__", "Bad Id"))] = value
    elif isinstance(inner, list) and inner and chance.random() < 0.7:
        inner[chance.randrange(len(inner))] = value
    elif chance.random() < 0.9:
        here[key] = value
    else:
        payload["personal"] = value
