"""Stores that say what they were asked for: for tests of what is kept."""

from dataclasses import dataclass, field
from pathlib import Path

from firstwin.caching.store import Store


@dataclass
class Counting(Store):
    """A store that counts what it is asked for."""

    folder: Path
    found: int = 0
    missed: int = 0
    keys: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folder.mkdir()
        super().__init__(self.folder)

    def read(self, key: str) -> bytes | None:
        content = super().read(key)
        self.found, self.missed = self.found + bool(content), self.missed + (not content)
        self.keys.append(key)
        return content
