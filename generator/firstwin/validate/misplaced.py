"""Files that lie in the wrong place or under the wrong name: what they are shows in what is in them.

In: a document, and where it lies. Out: the place it was meant for, and one diagnostic that says so. The
file is then read as what it is, so that nothing in it is missed elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from firstwin.diagnostics import Diagnostic, Span
from firstwin.models.steps import STEP_TYPES
from firstwin.sources import Document
from firstwin.validate import shape_codes as codes
from firstwin.validate.places import (
    LIBRARY,
    PHASES,
    PLAYBOOK,
    VOCABULARIES,
    FilePlace,
    FileRole,
    place_of,
)
from firstwin.validate.words import did_you_mean, listed, nearest, with_article

_ENTRY_KEYS = frozenset({"actions", "instructions", "questions", "body", "parameters"})
_PERSONA_KEYS = frozenset({"persona", "hide", "adjust", "add"})
_BY_SCHEMA: Mapping[str, FileRole] = {
    "library": FileRole.ENTRY,
    "persona": FileRole.PERSONA,
    "phase": FileRole.PHASE,
    "playbook": FileRole.PLAYBOOK,
}


def placed(
    documents: Mapping[str, Document], folder: str, found: list[Diagnostic]
) -> Iterator[tuple[Document, FilePlace]]:
    """Each document below `folder` with its place, or with the one it was meant for."""
    meant = {path: _meant(document, path, folder) for path, document in documents.items()}
    taken = {path for path, place in meant.items() if place is None}
    folders: set[str] = set()
    for path, document in sorted(documents.items()):
        place = meant[path]
        if place is None:
            own = place_of(path, folder)
            if own:
                yield document, own
            else:
                found.append(_stray(document.path, folder))
            continue
        right = _path(place, folder)
        misspelt = _misspelt_library(path, folder) if place.kind is FileRole.ENTRY else ""
        if misspelt not in folders:
            found.append(_misplaced(document.path, place, right, misspelt, is_taken=right in taken))
        folders |= {misspelt} - {""}
        if right and right not in taken:
            taken.add(right)
            yield document, place


def _meant(document: Document, path: str, folder: str) -> FilePlace | None:
    """The place a file was meant for; None where it lies in it, or nobody knows."""
    kinds, place = _kinds(document), place_of(path, folder)
    if not kinds or (place and place.kind in kinds):
        return None
    data = document.data if isinstance(document.data, dict) else {}
    *above, name = path.removeprefix(f"{folder}/").removesuffix(".yml").split("/")
    tier = above[0] if above and above[0] != LIBRARY else ""
    match kinds[0]:
        case FileRole.PLAYBOOK:
            named = data.get("tier")
            tier = tier or (named if isinstance(named, str) else "")
            return FilePlace(FileRole.PLAYBOOK, PLAYBOOK, tier)
        case FileRole.PERSONA:
            named = data.get("persona")
            name = named if isinstance(named, str) and named else name
            return FilePlace(FileRole.PERSONA, name, tier) if name != PLAYBOOK else None
        case FileRole.PHASE:
            return FilePlace(FileRole.PHASE, name, tier)
        case FileRole.VOCABULARY:
            return FilePlace(FileRole.VOCABULARY, next(key for key in data if key in VOCABULARIES))
        case kind:
            return FilePlace(kind, name)


def _kinds(document: Document) -> list[FileRole]:
    """What a file may be by its keys; else by its first line, which names its schema to the editor."""
    data = document.data if isinstance(document.data, dict) else {}
    keys, type_ = data.keys() - {"schema"}, data.get("type")
    by_keys = {
        FileRole.PLAYBOOK: not keys.isdisjoint({"phases", "tier"}),
        FileRole.PHASE: keys >= {"outcome", "steps"},
        FileRole.PERSONA: not keys.isdisjoint(_PERSONA_KEYS),
        FileRole.ENTRY: (isinstance(type_, str) and type_ in STEP_TYPES)
        or not keys.isdisjoint(_ENTRY_KEYS),
        FileRole.VOCABULARY: len(keys) == 1 and not keys.isdisjoint(VOCABULARIES),
    }
    if any(by_keys.values()):
        return [kind for kind, is_so in by_keys.items() if is_so]
    kind = _BY_SCHEMA.get(_named_schema(document.lines[0])) if document.lines else None
    return [kind] if kind else []


def _named_schema(line: str) -> str:
    """`playbook` in `# yaml-language-server: $schema=../schemas/playbook.schema.json`; nothing in any other line."""
    comment, _, address = line.rpartition("$schema=")
    name, ending, _ = address.partition(".schema.json")
    return name.replace("\\", "/").rpartition("/")[2] if comment.startswith("#") and ending else ""


def _path(place: FilePlace, folder: str) -> str:
    """The path of the file that belongs in a place; nothing where its tier is not known."""
    if place.kind in {FileRole.PLAYBOOK, FileRole.PHASE, FileRole.PERSONA} and not place.folder:
        return ""
    above = LIBRARY if place.kind is FileRole.ENTRY else place.folder
    above += f"/{PHASES}" if place.kind is FileRole.PHASE else ""
    return "/".join(part for part in (folder, above, f"{place.name}.yml") if part)


def _misspelt_library(path: str, folder: str) -> str:
    """The folder in which a library entry lies, where its name is nearly that of the library."""
    first, *below = path.removeprefix(f"{folder}/").split("/")
    return f"{folder}/{first}/" if below and nearest(first, (LIBRARY,)) else ""


def _misplaced(
    path: str, meant: FilePlace, right: str, misspelt: str, *, is_taken: bool
) -> Diagnostic:
    what = with_article(
        "vocabulary file" if meant.kind is FileRole.VOCABULARY else meant.kind.value
    )
    if misspelt:
        message = f"the folder {misspelt} holds library entries, and is not called `{LIBRARY}`"
        return Diagnostic(codes.STRAY_FILE, message, Span(misspelt), f"call it `{LIBRARY}`")
    if is_taken:
        message = f"this looks like {what}, and there is {right} already"
        hint = "delete one of the two; a file whose name begins with `_` is not read"
    else:
        above, _, name = path.rpartition("/")
        is_near = above == right.rpartition("/")[0]
        message = f"this looks like {what}, but {f'is called `{name}`' if is_near else f'lies in {above}/'}"
        hint = (
            f"call it `{meant.name}.yml`"
            if is_near
            else f"move it to {right or 'the folder of its tier'}"
        )
    return Diagnostic(codes.STRAY_FILE, message, Span(path), hint)


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
