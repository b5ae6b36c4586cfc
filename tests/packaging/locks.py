"""The lockfiles, read."""

import re
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement

REQUIREMENTS: Final = Path(__file__).resolve().parents[2] / "requirements"
LOCKS: Final = sorted(path.name for path in REQUIREMENTS.glob("*.txt"))


def lines(name: str) -> list[str]:
    """The requirements of a lock, each on one line with its hashes."""
    text = (REQUIREMENTS / name).read_text("utf-8").replace("\\\n", "")
    return [line for line in text.splitlines() if not line.lstrip().startswith("#")]


def pins(name: str) -> list[Requirement]:
    """Every pin of a lock; a package has several where its version depends on the Python."""
    return [Requirement(re.split(r"\s+--hash", line)[0]) for line in lines(name)]


def locked(*names: str) -> dict[str, str]:
    """What locks install here: versions by name."""
    return {
        pin.name: version_of(pin)
        for name in names
        for pin in pins(name)
        if pin.marker is None or pin.marker.evaluate()
    }


def version_of(pin: Requirement) -> str:
    (specifier,) = pin.specifier
    assert specifier.operator == "==", pin
    return specifier.version
