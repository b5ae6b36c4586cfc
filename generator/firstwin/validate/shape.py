"""The shape of files: documents become models, one by one.

In: `Sources`. Out: `Files`, every document as a model of its own, and what is wrong with shapes. A file
is looked at again after it was mended, until a model can be made of what is left of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Generic, TypeVar

from msgspec import Struct, field
from pydantic import ValidationError

from firstwin.caching.memo import Memo
from firstwin.diagnostics import Diagnostic, Related, Span
from firstwin.models.config import SiteConfig
from firstwin.models.customer import Customer
from firstwin.models.library import LibraryEntry
from firstwin.models.made_ids import NAMED
from firstwin.models.plan import Origin
from firstwin.models.playbook import PersonaFile, PhaseFile, Playbook
from firstwin.models.values import is_id, made_id
from firstwin.sources import CUSTOMERS, OWN_PAGES, Document, KeyPath, Quoted, Sources
from firstwin.validate import shape_codes as codes
from firstwin.validate.empty import is_dashed_name, meant_below, no_value, without_value
from firstwin.validate.faults import faults, worth_telling
from firstwin.validate.finding import ShapeFault
from firstwin.validate.losses import Loss, words_in
from firstwin.validate.meant_ids import Malformed
from firstwin.validate.mend import Mended
from firstwin.validate.mended import names_in, value_at, written_at
from firstwin.validate.misplaced import placed
from firstwin.validate.places import PLAYBOOK, FileForm, FilePlace, FileRole, place_of
from firstwin.validate.reference_codes import DUPLICATE_ID, WRONG_NAME
from firstwin.validate.text_hints import hint_for_list, hint_for_text
from firstwin.validate.value_faults import TEXT_FOR_LIST

NEEDED = {
    "tiers": "name the customer segments in it",
    "roles": "name the people of both sides in it",
}
"""The vocabulary files that every project has, and what to do where one is missing."""

CONFIG = FilePlace(FileRole.CONFIG, "site_config")
CUSTOMER = FilePlace(FileRole.CUSTOMER, "customer")

MOST_FAULTS = 1000
"""The faults of one file that are reported. A file with more is left out: nobody mends as many in one go."""

_QUOTES = ('"', "'", "|", ">")
_copied = re.compile(r"copy-of-(.+)|(.+?)-(?:(?:copy|kopie|copie|copia)(?:-[0-9]+)?|[0-9]+)")
"""Names that file managers give to copies, as ids: `admin - Copy`, `Copy of admin`, `admin (1)`."""
M_co = TypeVar("M_co", covariant=True)


class Shaped(Struct, Generic[M_co], frozen=True):
    """A file as a model. `data` is what the model was made from; in a mended file not what was read.

    `phases` are the files beside a playbook that its phases are split into, by name, and `base` is the playbook that it
    extends.
    """

    document: Document
    model: M_co
    data: object
    phases: Mapping[str, Shaped[PhaseFile]] = field(default_factory=dict)
    base: Shaped[Playbook] | None = None

    def origin(self, *keys: str | int) -> Origin:
        """Where a value of the model was written."""
        return Origin(self.document, self.keys_in_file(keys))

    def keys_in_file(self, keys: KeyPath) -> KeyPath:
        """The path in the file of what stands at `keys` in the model's data."""
        return keys if self.data is self.document.data else written_at(self.data, keys)


class Files(Struct):
    """A project's files as models.

    `left_out` are the ids in pieces that no model could be made of, `broken` the names of files of
    which none could be made, `unnamed` the paths of files that lost a piece without an id. `malformed`
    are the references that are no ids.
    """

    config: Shaped[SiteConfig] | None = None
    vocabulary: dict[str, Shaped[Any]] = field(default_factory=dict)
    entries: dict[str, Shaped[LibraryEntry]] = field(default_factory=dict)
    playbooks: dict[str, Shaped[Playbook]] = field(default_factory=dict)
    phases: dict[str, dict[str, Shaped[PhaseFile]]] = field(default_factory=dict)
    personas: dict[str, dict[str, Shaped[PersonaFile]]] = field(default_factory=dict)
    customers: dict[str, Shaped[Customer]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    left_out: set[str] = field(default_factory=set)
    unnamed: set[str] = field(default_factory=set)
    malformed: list[Malformed] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)


def shape(sources: Sources, memo: Memo | None = None) -> tuple[Files, list[Diagnostic]]:
    """Make a model of every file. Those without a fault are models as the `memo` has them."""
    memo = memo or Memo()
    files = Files()
    found: list[Diagnostic] = []
    folder = sources.folders.playbooks
    for document, place in _placed(sources, folder, found):
        shaped, faulty = shape_one(document, place, files, memo)
        found += faulty
        if shaped is None:
            words = words_in({place.folder: document.data})
            _leave_out(files, place, Loss(document.path, words=words))
        else:
            found += _file(files, place, shaped)
    if sources.config.root is None:
        _leave_out(files, CONFIG, Loss(sources.config.path, words=frozenset()))
    _leave_out_unread(files, sources, folder)
    found += _customers(files, sources)
    return files, [*found, *(_missing(files, folder) if sources.has_folder else ())]


def _customers(files: Files, sources: Sources) -> Iterator[Diagnostic]:
    """Make a model of every customer. Nothing refers to one, so a faulty one leaves nothing out elsewhere."""
    for path, document in sources.customers.documents.items():
        shaped, faulty = shape_one(document, CUSTOMER, Files(), Memo())
        yield from faulty
        if shaped is not None:
            files.customers[path] = shaped


def _placed(
    sources: Sources, folder: str, found: list[Diagnostic]
) -> Iterator[tuple[Document, FilePlace]]:
    """Each document with its place; files in no place are reported."""
    if sources.config.root is not None:
        yield sources.config, CONFIG
    others = {path: each for path, each in sources.documents.items() if path != sources.config.path}
    yield from placed(others, folder, found)


def _leave_out(files: Files, place: FilePlace, loss: Loss) -> None:
    """Remember a file that no model could be made of, so that nothing in it is missed elsewhere."""
    files.broken.add(place.name)
    files.left_out |= {place.name, place.folder}
    files.losses.append(loss)


def _leave_out_unread(files: Files, sources: Sources, folder: str) -> None:
    """Remember the files that were read and are no YAML."""
    for path in sources.lines.keys() - {document.path for document in sources.documents.values()}:
        place = place_of(path, folder)
        stands_alone = path.startswith((f"{CUSTOMERS}/", f"{OWN_PAGES}/"))
        if place and path != sources.config.path and not stands_alone:
            _leave_out(files, place, Loss(path))


def _missing(files: Files, folder: str) -> Iterator[Diagnostic]:
    """The files that every project needs."""
    for name, hint in NEEDED.items():
        if name not in files.vocabulary and name not in files.broken:
            files.broken.add(name)
            yield _missing_file(f"{folder}/{name}.yml", f"there is no {name}.yml", hint)
    for tier in {*files.personas, *files.phases} - files.playbooks.keys() - files.left_out:
        what = "persona files" if tier in files.personas else "phases"
        yield _missing_file(
            f"{folder}/{tier}/playbook.yml",
            f"there is no playbook.yml beside the {what} of `{tier}`",
            "write the plan they belong to",
        )
    if not (files.playbooks or files.phases or files.personas) and PLAYBOOK not in files.broken:
        yield _missing_file(
            f"{folder}/",
            "no tier has a playbook.yml",
            "write one in a folder that is called like its tier",
        )


def _missing_file(path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(codes.MISSING_FILE, message, Span(path), hint)


def shape_one(
    document: Document, place: FilePlace, files: Files, memo: Memo
) -> tuple[Shaped[Any] | None, list[Diagnostic]]:
    """The model of a document, or of what is left of it after mending."""
    if document.partial:
        files.losses.append(Loss(document.path))
        files.unnamed.add(document.path)
    form = place.form
    faultless = memo.of(("model", document.path), _faultless, document, form)
    if faultless is not None:
        return faultless, []
    data = document.data
    empty = [path for path in without_value(data) if not is_dashed_name(path, data)]
    mended = Mended(document.data)
    beside = {path: meant_below(path, data, form.root) for path in empty[:MOST_FAULTS]}
    found = [no_value(document, path, near) for path, near in beside.items()]
    mended.unnamed = any(path[-1] in ("use", "id") for path in empty)
    away = [*map(_piece, empty), *((*path[:-1], key) for path in beside for key in beside[path])]
    mended.drop_all(away if len(empty) <= MOST_FAULTS else [()])
    model = _mended_model(mended, form, document, found, files.malformed)
    files.left_out |= mended.left_out
    files.losses += [Loss(document.path, *each) for each in mended.gone if each[0]]
    if mended.unnamed:
        files.unnamed.add(document.path)
    if model is None:
        return None, found
    named = replace(document, names=dict(names_in(mended.data)))
    return Shaped(named, model, mended.data), found


def _faultless(document: Document, form: FileForm) -> Shaped[Any] | None:
    """The model of a document; None where something is wrong with it."""
    if any(without_value(document.data)):
        return None
    try:
        return Shaped(document, form.adapter.validate_python(document.data), document.data)
    except ValidationError:
        return None


def _mended_model(
    mended: Mended,
    form: FileForm,
    document: Document,
    found: list[Diagnostic],
    malformed: list[Malformed],
) -> Any:
    """Mend and look again, until nothing is wrong or nothing is left. Each round takes something away."""
    misspelt: dict[KeyPath, int] = {}  # where it was said of which keys
    while mended.data is not None:
        try:
            return form.adapter.validate_python(mended.data)
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=False)
        faulty = faults(errors[:MOST_FAULTS], form.root, mended.data)
        for each in worth_telling(faulty):
            if _was_said_when_read(document, mended, each):
                continue
            said, place = _diagnostic(document, mended, each), _place_of_value(mended, each)
            written = written_at(mended.data, place)
            is_misspelt = written in misspelt and (mended.follows(each) or place != each.path)
            if is_misspelt:
                position = misspelt.pop(written)
                value = value_at(mended.data, place)
                advice = said.hint.replace(f": {written[-1]}: ", f": {place[-1]}: ")
                under_it = replace(
                    said, hint=advice
                )  # of a line, that has the key as it is written
                said = found[position] = _with_value(found[position], place, each, value, under_it)
            elif mended.follows(each):
                continue
            else:
                misspelt |= {written: len(found)} if each.is_misspelt else {}
                found.append(said)
            if (
                each.type == "id_form"
                and not each.at_key
                and (each.path[-1:] == ("use",) or not each.meant)
            ):
                text = each.meant or value_at(mended.data, each.path)
                if isinstance(text, str):
                    is_in_list = isinstance(value_at(mended.data, each.path[:-1]), list)
                    malformed.append(Malformed(said, each.path, text, is_in_list, is_misspelt))
        if len(errors) > MOST_FAULTS:
            mended.drop_all([()])
        else:
            mended.apply(faulty)
    return None


def _place_of_value(mended: Mended, fault: ShapeFault) -> KeyPath:
    """The place of what is faulty; of one entry that stands for a list, that of the list."""
    around = fault.path[:-1]
    return around if isinstance(value_at(mended.data, around), str) else fault.path


def _with_value(
    misspelt: Diagnostic, place: KeyPath, fault: ShapeFault, value: object, said: Diagnostic
) -> Diagnostic:
    """What is said of a misspelt key, with what would be `said` of the value under the key that was meant."""
    if place[-1] in NAMED and isinstance(value, list):
        return misspelt  # under the right key ids are made for it
    if fault.offer:
        return replace(misspelt, hint=f"did you mean `{place[-1]}: {fault.offer}`?")
    return replace(misspelt, hint=f"{misspelt.hint} Then {said.hint}") if said.hint else misspelt


def _piece(empty: KeyPath) -> KeyPath:
    """What goes with something empty. Without its `use` or `type` a step would be something else."""
    return empty[:-1] if empty[-1] in ("use", "type") and len(empty) > 1 else empty


def _was_said_when_read(document: Document, mended: Mended, fault: ShapeFault) -> bool:
    """Whether the reader said already what is wrong.

    It does so where the playbooks lie in no folder of the project, where lines were left out that may hold what is
    missing, where a line of text was read as a key, and where text has no quotes, but was read as if it had.
    """
    if fault.type == "folder_form" and fault.path == ("playbooks",):
        return True
    if fault.type == "missing" and document.partial and not fault.stand_in:
        return True
    path = written_at(mended.data, fault.path)
    if fault.type == "extra_forbidden" and document.is_guess(path):
        return True
    if fault.at_key or not isinstance(value_at(document.data, path), Quoted):
        return False
    span = document.span(path)
    return document.lines[span.line - 1][span.column - 1 : span.column] not in _QUOTES


def _diagnostic(document: Document, mended: Mended, fault: ShapeFault) -> Diagnostic:
    path = written_at(mended.data, fault.path)
    span = document.key_span(path) if fault.at_key else document.span(path)
    hint = fault.hint
    if fault.type == "text_expected":
        hint = hint_for_text(document, path, span) or hint
    elif fault.type == TEXT_FOR_LIST:
        hint = hint_for_list(document, path) or hint
    return Diagnostic(fault.code, fault.message, span, hint)


def _file(files: Files, place: FilePlace, shaped: Shaped[Any]) -> Iterator[Diagnostic]:
    """Put a model where its place says."""
    if place.kind is FileRole.CONFIG:
        files.config = shaped
    elif place.kind is FileRole.VOCABULARY:
        files.vocabulary[place.name] = shaped
    elif place.kind is FileRole.ENTRY:
        yield from _entry(files, place, shaped)
    elif place.kind is FileRole.PLAYBOOK:
        files.playbooks[place.folder] = shaped
    elif place.kind is FileRole.PHASE:
        files.phases.setdefault(place.folder, {})[place.name] = shaped
    else:
        files.personas.setdefault(place.folder, {})[place.name] = shaped


def _entry(files: Files, place: FilePlace, shaped: Shaped[Any]) -> Iterator[Diagnostic]:
    """Put an entry into the library, under the id that its file's name gives it."""
    span = Span(shaped.document.path)
    if not is_id(place.name):
        message = (
            f"`{place.name}.yml` gives this entry no id: ids are small letters, digits and hyphens"
        )
        made = made_id(place.name)
        hint = f"call it `{made}.yml`" if made else ""
        original = _copied.fullmatch(made)
        if original:
            hint = (
                f"delete it where it is a copy of `{original[1] or original[2]}.yml`; else {hint}"
            )
        yield Diagnostic(WRONG_NAME, message, span, hint)
        files.broken |= {place.name, made}
        files.losses.append(Loss(shaped.document.path, words=words_in(shaped.document.data)))
        return
    first = files.entries.setdefault(place.name, shaped)
    if first is not shaped:
        yield Diagnostic(
            DUPLICATE_ID,
            f"another file gives its entry the id `{place.name}` already",
            span,
            "give one of the files another name",
            related=(Related("the other file", Span(first.document.path)),),
        )
