"""Data that was mended, and the way back from it to what was written.

In: a document's data, and what to do about its faults. Out: the same data without the faulty pieces,
in `MendedDict`s and `MendedList`s that remember where each piece stood, so that whatever is found later
is still reported at its place in the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.sources import KeyPath


class MendedDict(dict[str, object]):
    """A mapping with mended keys. `names` are the keys as they were written, where they differ."""

    names: dict[str, str]


class MendedList(list[object]):
    """A list without its faulty elements. `indexes` are the places of those that stayed."""

    indexes: list[int]


def mendable(data: object) -> object:
    """A copy of plain data that can be mended."""
    if isinstance(data, dict):
        mapping = MendedDict((key, mendable(value)) for key, value in data.items())
        mapping.names = {}
        return mapping
    if isinstance(data, list):
        elements = MendedList(mendable(value) for value in data)
        elements.indexes = list(range(len(data)))
        return elements
    return data


def written_at(data: object, path: KeyPath) -> KeyPath:
    """Where what stands at `path` in mended data was written in the file."""
    way: list[str | int] = []
    here = data
    for key in path:
        if isinstance(here, MendedDict) and isinstance(key, str):
            way.append(here.names.get(key, key))
        elif isinstance(here, MendedList) and isinstance(key, int) and key < len(here):
            way.append(here.indexes[key])
        else:
            way.append(key)
        here = child(here, key)
    return tuple(way)


def child(data: object, key: str | int) -> object:
    """What stands under one key of a mapping or list; None where nothing does."""
    if isinstance(data, dict):
        return data.get(key)
    if isinstance(data, list) and isinstance(key, int) and key < len(data):
        return data[key]
    # A text alone stands for a list of one.
    return data if isinstance(data, str) and key == 0 else None


def value_at(data: object, path: KeyPath) -> object:
    """What stands at `path`; None where nothing does."""
    for key in path:
        data = child(data, key)
    return data


def has(data: object, path: KeyPath) -> bool:
    """Whether something stands at `path`."""
    parent, key = value_at(data, path[:-1]), path[-1]
    if isinstance(parent, dict):
        return key in parent
    return isinstance(parent, list) and isinstance(key, int) and key < len(parent)


def drop(data: object, path: KeyPath) -> None:
    """Remove what stands at `path`."""
    parent, key = value_at(data, path[:-1]), path[-1]
    if isinstance(parent, MendedDict) and isinstance(key, str):
        parent.pop(key, None)
    elif isinstance(parent, MendedList) and isinstance(key, int) and key < len(parent):
        del parent[key]
        del parent.indexes[key]


def put(data: object, path: KeyPath, value: object) -> None:
    """Set what stands at `path`."""
    parent, key = value_at(data, path[:-1]), path[-1]
    if isinstance(parent, MendedDict):
        parent[str(key)] = value
    elif isinstance(parent, MendedList) and isinstance(key, int):
        parent[key] = value


def rename(data: object, path: KeyPath, name: str) -> None:
    """Give a key another name, in its place."""
    parent, old = value_at(data, path[:-1]), str(path[-1])
    if isinstance(parent, MendedDict):
        pairs = [(name if key == old else key, value) for key, value in parent.items()]
        parent.clear()
        parent.update(pairs)
        parent.names[name] = parent.names.pop(old, old)


def names_in(data: object, way: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """The ways to keys that were renamed, with their right names at the end, and how each was written.

    All that stands before that is as it was written.
    """
    if isinstance(data, MendedDict):
        for key, value in data.items():
            written = data.names.get(key, key)
            if written != key:
                yield (*way, key), written
            yield from names_in(value, (*way, written))
    elif isinstance(data, MendedList):
        for index, value in zip(data.indexes, data, strict=True):
            yield from names_in(value, (*way, index))


def ids_in(data: object) -> Iterator[str]:
    """Every id that a piece of data may define: values of `id` and `use`, and keys of mappings."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            if key in ("id", "use") and isinstance(value, str):
                yield value
            yield from ids_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from ids_in(value)


def names_on_the_way(data: object, path: KeyPath) -> Iterator[str]:
    """What an author calls the pieces that hold what stands at `path`, the smallest first."""
    for end in range(len(path), 0, -1):
        piece, key = value_at(data, path[:end]), path[end - 1]
        if not isinstance(piece, dict):
            continue
        own = (piece.get(name) for name in ("id", "use"))
        named = next((each for each in own if isinstance(each, str)), key)
        if isinstance(named, str):
            yield named
