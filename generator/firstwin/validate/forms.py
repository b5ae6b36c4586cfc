"""Whether each word of the glossary is explained once.

In: `glossary.yml` as a model. Out: a diagnostic for each form that another term has already.
"""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Diagnostic, Related
from firstwin.models.plan import Origin
from firstwin.models.vocabulary import Glossary
from firstwin.validate.reference_codes import DUPLICATE_FORM
from firstwin.validate.shape import Shaped


def forms_of_glossary(file: Shaped[Glossary]) -> Iterator[Diagnostic]:
    """The forms that stand for two things. Capitals make no other form."""
    first: dict[str, Origin] = {}
    for id_, term in file.model.glossary.items():
        for position, form in enumerate(term.forms):
            at_title = position == 0
            keys = ("title",) if at_title else ("also", position - 1)
            origin = file.origin("glossary", id_, *keys)
            earlier = first.setdefault(" ".join(form.lower().split()), origin)
            if earlier is not origin:
                yield Diagnostic(
                    DUPLICATE_FORM,
                    f"the glossary explains `{form}` already",
                    origin.span,
                    "explain a word once: remove one of the two",
                    related=(Related("it stands here", earlier.span),),
                )
