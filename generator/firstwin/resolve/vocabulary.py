"""The vocabularies that have a page of their own.

In: what an edition's vocabulary files say. Out: `GlossaryTerm`s.
"""

from __future__ import annotations

from collections.abc import Mapping

from firstwin.models.vocabulary import Term
from firstwin.resolve.guide import GlossaryTerm
from firstwin.resolve.texts import Texts


def glossary_terms(terms: Mapping[str, Term], texts: Texts) -> tuple[GlossaryTerm, ...]:
    """The words that are explained, in the order of the alphabet."""
    return tuple(
        sorted((_term(id_, term, texts) for id_, term in terms.items()), key=_alphabetically)
    )


def _term(id_: str, term: Term, texts: Texts) -> GlossaryTerm:
    return GlossaryTerm(
        id=id_,
        title=texts.text(term.title),
        meaning=texts.prose(term.meaning),
        also=tuple(texts.text(form) for form in term.also),
    )


def _alphabetically(term: GlossaryTerm) -> str:
    return term.title.casefold()
