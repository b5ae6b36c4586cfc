"""FW614: what is no language tag, and a language in which pages have not all their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.language import is_language_tag
from firstwin.models.plan import Origin
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.sources import OWN_WORDS
from firstwin.validate.words import short
from firstwin.words import missing_in, template

CODE = Code(
    "FW614",
    Severity.WARNING,
    "A language that pages have not all their words in",
    "`language` in `site_config.yml` is a language tag: `en`, `de`, `pt-BR`. It tells browsers and screen readers "
    "how to read the texts. What the pages say by themselves, such as *Day 3*, *Done when* and the words of "
    "search, comes from firstwin's own catalogue of the language, and a sentence that it lacks is English. "
    "`firstwin words` writes a file to fill in, `theme/words/<language>.po`.",
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
    place = Origin(inspection.config, ("language",)).span
    theme = inspection.project.config.theme
    if not is_language_tag(language):
        message = f"`{short(language)}` is no language tag: pages would say that they are English"
        yield Diagnostic(CODE, message, place, _meant(language))
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


def _meant(language: str) -> str:
    tag = _NAMES.get(language.lower(), language.replace("_", "-"))
    if is_language_tag(tag):
        return f"did you mean `{tag}`?"
    return "write a tag such as `en`, `de` or `pt-BR`"


RULE = Rule(CODE, check)
