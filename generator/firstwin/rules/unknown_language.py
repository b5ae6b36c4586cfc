"""FW614: a language that the interface has no words for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.language import LANGUAGES, language_for
from firstwin.models.plan import Origin
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.sources import TRANSLATIONS
from firstwin.validate.words import did_you_mean, short

CODE = Code(
    "FW614",
    Severity.WARNING,
    "A language that the interface has no words for",
    "`language` in `site_config.yml` is a language tag: `en`, `de`, `pt-BR`. It tells browsers and screen readers "
    "how to read the texts, and the interface which words to take for its buttons and its search. For a tag "
    "that it does not know, all of that is English. A theme can bring the words of a further language, in "
    "`theme/partials/languages/`. The words that firstwin's own pages add, such as *Day 3* and *Done when*, are "
    "English in every language so far.",
    wrong="language: de_DE",
    right="language: de-DE",
)

_NAMES: Mapping[str, str] = {
    "chinese": "zh",
    "deutsch": "de",
    "dutch": "nl",
    "english": "en",
    "français": "fr",
    "french": "fr",
    "german": "de",
    "italian": "it",
    "japanese": "ja",
    "polish": "pl",
    "portuguese": "pt",
    "spanish": "es",
}
"""Names that people write for a tag."""


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    written = inspection.project.config.language
    translations = inspection.catalog.translations
    if language_for(written, translations):
        return
    file = f"{inspection.project.config.theme}/{TRANSLATIONS}/{short(written)}.html"
    yield Diagnostic(
        CODE,
        f"the interface has no words for the language `{short(written)}`, and would be English",
        Origin(inspection.config, ("language",)).span,
        _meant(written, translations)
        or f"write a tag such as `en`, `de` or `pt-BR`, or bring the words in {file}",
    )


def _meant(written: str, translations: frozenset[str]) -> str:
    tag = _NAMES.get(written.lower(), written.replace("_", "-"))
    if language_for(tag, translations):
        return f"did you mean `{tag}`?"
    return did_you_mean(written, LANGUAGES | translations)


RULE = Rule(CODE, check)
