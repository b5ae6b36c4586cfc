"""The shape of files: documents become models, one by one.

In: `Sources`. Out: `Files`, every document as a model of its own, and what is wrong with shapes. A file
is looked at again after it was mended, until a model can be made of what is left of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from firstwin.diagnostics import Diagnostic, Span
from firstwin.models.config import SiteConfig
from firstwin.models.library import LibraryEntry
from firstwin.models.plan import Origin
from firstwin.models.playbook import PersonaFile, Playbook
from firstwin.sources import Document, KeyPath, Sources
from firstwin.validate import shape_codes as codes
from firstwin.validate.faults import faults
from firstwin.validate.finding import Fault
from firstwin.validate.kept import written_at
from firstwin.validate.mend import Mended
from firstwin.validate.places import LIBRARY, VOCABULARIES, Form, Kind, Place, place_of
from firstwin.validate.words import did_you_mean, listed, short

M_co = TypeVar("M_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Shaped(Generic[M_co]):
    """A file as a model. `data` is what the model was made from; in a mended file not what was read."""

    document: Document
    model: M_co
    data: object

    def origin(self, *keys: str | int) -> Origin:
        """Where a value of the model was written."""
        return Origin(self.document, self.written(keys))

    def written(self, keys: KeyPath) -> KeyPath:
        """The path in the file of what stands at `keys` in the model's data."""
        return keys if self.data is self.document.data else written_at(self.data, keys)


@dataclass(slots=True)
class Files:
    """A project's files as models. `left_out` are the ids in pieces that no model could be made of."""

    config: Shaped[SiteConfig] | None = None
    vocabulary: dict[str, Shaped[Any]] = field(default_factory=dict)
    entries: dict[str, Shaped[LibraryEntry]] = field(default_factory=dict)
    playbooks: dict[str, Shaped[Playbook]] = field(default_factory=dict)
    personas: dict[str, dict[str, Shaped[PersonaFile]]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    left_out: set[str] = field(default_factory=set)
    complete: bool = True


def shape(sources: Sources) -> tuple[Files, list[Diagnostic]]:
    """Make a model of every file."""
    files = Files()
    found: list[Diagnostic] = []
    for document, place in _placed(sources, found):
        shaped, faulty = _model(document, place.form, files)
        found += faulty
        if shaped is None:
            files.broken.add(place.name)
            files.left_out |= {place.name, place.folder}
        else:
            _file(files, place, shaped)
    return files, found


def _placed(sources: Sources, found: list[Diagnostic]) -> Iterator[tuple[Document, Place]]:
    """Each document with its place; files in no place are reported."""
    yield sources.config, Place(Kind.CONFIG, "site_config")
    folder = playbooks_folder(sources)
    for path, document in sorted(sources.documents.items()):
        place = place_of(path, folder)
        if place:
            yield document, place
        elif path != sources.config.path:
            found.append(_stray(path, folder))


def playbooks_folder(sources: Sources) -> str:
    """The folder of the playbooks, as the configuration names it."""
    data = sources.config.data
    named = data.get("playbooks") if isinstance(data, dict) else None
    return named if isinstance(named, str) else "playbooks"


def _stray(path: str, folder: str) -> Diagnostic:
    inside = path.removeprefix(f"{folder}/")
    name = inside.removesuffix(".yml")
    if "/" in inside:
        hint = f"move it to a tier's folder or to {folder}/{LIBRARY}/"
    else:
        hint = (
            did_you_mean(name, VOCABULARIES) or f"the files here are {listed(VOCABULARIES, 'and')}"
        )
    return Diagnostic(codes.STRAY_FILE, "no file belongs in this place", Span(path), hint)


def _model(
    document: Document, form: Form, files: Files
) -> tuple[Shaped[Any] | None, list[Diagnostic]]:
    """The model of a document, or of what is left of it after mending."""
    empty = list(_without_value(document.data))
    if not empty:
        try:
            return Shaped(document, form.adapter.validate_python(document.data), document.data), []
        except ValidationError:
            pass
    mended = Mended(document.data)
    found = [_no_value(document, path) for path in empty]
    for path in reversed(empty):
        mended.drop(path)
    model = _mended_model(mended, form, document, found)
    files.left_out |= mended.left_out
    files.complete &= mended.complete
    return (Shaped(document, model, mended.data) if model is not None else None), found


def _mended_model(
    mended: Mended, form: Form, document: Document, found: list[Diagnostic]
) -> Any:
    """Mend and look again, until nothing is wrong or nothing is left. Each round takes something away."""
    while mended.data is not None:
        try:
            return form.adapter.validate_python(mended.data)
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=False)
        faulty = faults(errors, form.root, mended.data)
        found += [
            _diagnostic(document, mended, each) for each in faulty if not mended.follows(each)
        ]
        mended.apply(faulty)
    return None


def _without_value(data: object, path: KeyPath = ()) -> Iterator[KeyPath]:
    """The paths of everything that has no value."""
    pairs = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data if isinstance(data, list) else ())
    )
    for key, value in pairs:
        if value is None:
            yield (*path, key)
        elif not isinstance(value, str):
            yield from _without_value(value, (*path, key))


def _no_value(document: Document, path: KeyPath) -> Diagnostic:
    if isinstance(path[-1], int):
        return Diagnostic(
            codes.NO_VALUE,
            "this entry of the list is empty",
            document.span(path),
            "write something behind the dash, or remove it",
        )
    return Diagnostic(
        codes.NO_VALUE,
        f"`{short(path[-1])}` has no value",
        document.key_span(path),
        "write one, or remove the key",
    )


def _diagnostic(document: Document, mended: Mended, fault: Fault) -> Diagnostic:
    path = written_at(mended.data, fault.path)
    span = document.key_span(path) if fault.at_key else document.span(path)
    return Diagnostic(fault.code, fault.message, span, fault.hint)


def _file(files: Files, place: Place, shaped: Shaped[Any]) -> None:
    """Put a model where its place says."""
    if place.kind is Kind.CONFIG:
        files.config = shaped
    elif place.kind is Kind.VOCABULARY:
        files.vocabulary[place.name] = shaped
    elif place.kind is Kind.ENTRY:
        files.entries.setdefault(place.name, shaped)
    elif place.kind is Kind.PLAYBOOK:
        files.playbooks[place.folder] = shaped
    else:
        files.personas.setdefault(place.folder, {})[place.name] = shaped
