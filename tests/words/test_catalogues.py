"""The catalogues hold what is said, and nothing else.

Whoever adds a sentence runs `make words`; whoever translates one keeps its placeholders and fills in every form.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
import words as tool

PLACEHOLDER = re.compile(r"\{(\w*)\}")


OTHERWISE = {
    "es": {"required"},  # of a field, or of a question: they differ in gender
    "pt-BR": {"required"},
    "ja": {"Here"},  # a place in this browser, or in the new tool
}
"""What is said alike in English, and has to be said in two ways in a language."""

ODD = {
    "de": r"\b(?:du|dich|dir|dein\w*)\b",
    "es": r"^[^¿]*\?|^[^¡]*!|\b(?:tú|tus?|te|ti)\b",
    "fr": r" [:;?!»]|« |\b(?:tu|toi|ton|ta|tes)\b",
    "pt-BR": r"\b(?:tu|teus?|tuas?)\b",
    "ja": r"[:;?!]|(?<=[}\u3000-\u9fff]) (?=[{\u3000-\u9fff])",
    "he": r"[„“]|(?<=[א-ת])-|(?<![א-ת])(?:שלך|אותך|בשבילך|אתה|את/ה)(?![א-ת])",
}
"""What is not written in a language: signs that it sets otherwise, and how one speaks to friends, not to readers."""


@pytest.fixture(scope="module")
def template() -> Catalog:
    """All that is said."""
    return tool.extracted()


def sentences(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def test_the_template_is_up_to_date(template: Catalog) -> None:
    assert tool.TEMPLATE.read_bytes() == tool.bytes_of(template), "run `make words`"


def test_every_sentence_has_a_context_and_a_comment_for_translators(template: Catalog) -> None:
    assert sentences(template)
    assert [
        message.id
        for message in sentences(template)
        if not (message.context and message.auto_comments)
    ] == []


def test_the_forms_of_a_sentence_have_the_same_placeholders(template: Catalog) -> None:
    """The form for one may leave out the number."""
    for message in sentences(template):
        if message.pluralizable:
            one, many = (set(PLACEHOLDER.findall(form)) for form in forms(message.id))
            assert one <= many <= one | {"number"}, message.id


@pytest.mark.parametrize("path", tool.catalogues(), ids=lambda path: path.stem)
def test_a_catalogue_is_up_to_date(path: Path, template: Catalog) -> None:
    assert path.read_bytes() == tool.updated(path, template), "run `make words`"


@pytest.mark.parametrize("path", tool.catalogues(), ids=lambda path: path.stem)
def test_a_translation_keeps_the_placeholders(path: Path) -> None:
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.stem.replace("-", "_"), abort_invalid=True)
    for message in sentences(catalog):
        wanted = set(PLACEHOLDER.findall(forms(message.id)[-1]))
        for said in filter(None, forms(message.string)):
            found = set(PLACEHOLDER.findall(said))
            left_out = {"number"} if message.pluralizable else set()
            assert wanted - left_out <= found <= wanted, (message.context, message.id)


@pytest.mark.parametrize("path", tool.catalogues(), ids=lambda path: path.stem)
def test_what_is_said_alike_is_translated_alike(path: Path) -> None:
    """One word a thing, in every language."""
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.stem.replace("-", "_"), abort_invalid=True)
    said: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for message in sentences(catalog):
        said.setdefault(forms(message.id), set()).add(forms(message.string))
    assert {ids[0] for ids, ways in said.items() if len(ways) > 1} == OTHERWISE.get(
        path.stem, set()
    )


@pytest.mark.parametrize("language", ODD)
def test_signs_and_address_are_those_of_the_language(language: str) -> None:
    with (tool.CATALOGUES / f"{language}.po").open("rb") as file:
        catalog = read_po(file, locale=language.replace("-", "_"), abort_invalid=True)
    odd = re.compile(rf"{ODD[language]}|\"|\.\.\.", re.IGNORECASE)
    said = [form for message in sentences(catalog) for form in forms(message.string)]
    assert [form for form in said if odd.search(form)] == []


@pytest.mark.parametrize("path", tool.catalogues(), ids=lambda path: path.stem)
def test_a_number_and_its_unit_stay_on_one_line(path: Path) -> None:
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.stem.replace("-", "_"), abort_invalid=True)
    said = [message.string for message in sentences(catalog) if message.context == "short time"]
    assert [form for form in said if re.search(r"\}\+? ", str(form))] == []
