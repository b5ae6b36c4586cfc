"""FW614: a language that the interface has no words for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.language import LANGUAGES, language_for
from firstwin.models.plan import Origin
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.sources import OWN_WORDS, TRANSLATIONS
from firstwin.validate.words import did_you_mean, short
from firstwin.words import missing_in, template

CODE = Code(
    "FW614",
    Severity.WARNING,
    "A language that the interface has no words for",
    "`language` in `site_config.yml` is a language tag: `en`, `de`, `pt-BR`. It tells browsers and screen readers "
    "how to read the texts, and the interface which words to take for its buttons and its search. For a tag "
    "that it does not know, all of that is English; a theme can bring the words of a further language, in "
    "`theme/partials/languages/`. What the pages say by themselves, such as *Day 3* and *Done when*, comes "
    "from firstwin's own catalogue of the language, and a sentence that it lacks is English. `firstwin words` "
    "writes a file to fill in, `theme/words/<language>.po`.",
    wrong="language: de_DE",
    right="language: en-GB",
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
    language = inspection.project.config.language
    translations = inspection.catalog.translations
    place = Origin(inspection.config, ("language",)).span
    theme = inspection.project.config.theme
    if not language_for(language, translations):
        file = f"{theme}/{TRANSLATIONS}/{short(language)}.html"
        yield Diagnostic(
            CODE,
            f"the interface has no words for the language `{short(language)}`, and would be English",
            place,
            _meant(language, translations)
            or f"write a tag such as `en`, `de` or `pt-BR`, or bring the words in {file}",
        )
        return
    own = inspection.own_words
    missing, all_ = len(missing_in(language, own.sentences)), len(template())
    if missing:
        file = own.path or f"{theme}/{OWN_WORDS}/{short(language)}.po"
        what = f"{missing} of {all_} sentences" if missing < all_ else "nothing"
        verb = "are not" if missing < all_ else "is"
        yield Diagnostic(
            CODE,
            f"{what} that pages say by themselves {verb} in `{short(language)}`: English stands there",
            place,
            f"run `firstwin words`, and fill in {file}",
        )


def _meant(language: str, translations: frozenset[str]) -> str:
    tag = _NAMES.get(language.lower(), language.replace("_", "-"))
    if language_for(tag, translations):
        return f"did you mean `{tag}`?"
    return did_you_mean(language, LANGUAGES | translations)


RULE = Rule(CODE, check)
