"""Texts with their values filled in.

In: author texts, and the values of the configuration or of one use of a library entry. Out: plain
text, or `Prose`. The same Markdown is read by every persona, so what was written once is remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from firstwin.models.config import SiteConfig
from firstwin.models.library import values_of_use
from firstwin.models.plan import Plan
from firstwin.models.reader_fields import READER, first_fields
from firstwin.text import Prose, Url, fill, prose


class Texts:
    """Fills one set of values into texts."""

    def __init__(self, values: Mapping[str, str], blanks: Mapping[str, str] | None = None) -> None:
        self._values = values
        self._blanks = blanks or {}
        self._written: dict[str, Prose] = {}

    def text(self, text: str | None) -> str:
        """Plain text; empty where the author wrote none."""
        return fill(text, self._values) if text else ""

    def url(self, address: str) -> Url:
        """An address."""
        return Url(self.text(address))

    def prose(self, text: str | None) -> Prose:
        """Markdown as HTML of ours; empty where the author wrote none."""
        if not text:
            return Prose()
        if text not in self._written:
            self._written[text] = prose(text, self._values, self._blanks)
        return self._written[text]

    def proses(self, texts: Iterable[str]) -> tuple[Prose, ...]:
        """Several pieces of Markdown."""
        return tuple(self.prose(text) for text in texts)

    def setting(self, values: Mapping[str, str]) -> Texts:
        """The same, with the parameters of one use of a library entry: `{{ set.name }}`."""
        if not values:
            return self
        return Texts({**self._values, **values_of_use(values)}, self._blanks)

    def labels(self, plan: Plan) -> Mapping[str, str]:
        """What the fields of a plan are called, by the names under which its texts ask for what was written there."""
        return {
            f"{READER}.{name}": self.setting(step.values).text(step.content.fields[field].label)
            for name, (step, field) in first_fields(plan).items()
        }

    def asking(self, labels: Iterable[Mapping[str, str]]) -> Texts:
        """The same for texts that show what their reader wrote into a field: `{{ reader.name }}`.

        `labels` are those of the plans they belong to.
        """
        blanks = {name: label for each in labels for name, label in each.items()}
        return Texts(self._values, blanks) if blanks else self


def texts_of(config: SiteConfig) -> Texts:
    """Texts filled with what the configuration says about the product and the company."""
    return Texts(config.values)
