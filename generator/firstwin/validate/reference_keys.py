"""The keys under which things are referred to, and which kind of thing.

In: nothing. Out: `REFERENCE_KEYS`, from the key to the vocabulary.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_KINDS: Mapping[str, Sequence[str]] = {
    "roles": (
        *("owner", "with", "may_join", "informed", "to", "cc", "for"),
        *("accountable", "responsible", "consulted"),
        *("by", "stand_in", "sign_off", "tell", "role", "persona"),
    ),
    "tiers": ("tier", "tiers"),
    "metrics": ("metrics",),
    "conditions": ("only_if",),
    "entries": ("use",),
    "plays": ("plays",),
}
"""The keys under which each kind of thing is referred to."""

REFERENCE_KEYS: Mapping[str, str] = {key: kind for kind, keys in _KINDS.items() for key in keys}
"""The vocabulary behind each key."""
