"""The reference page: every file, every key, in plain words.

In: the outlines of the models, an example for each type of step, and one for each key. Out: `docs/reference.md` as text.
Nothing is written here that is not said in a model, so the page cannot fall behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from firstwin.models.steps import STEP_TYPES
from firstwin.models.values import LONGEST_ID
from firstwin.schema.files import FILES
from firstwin.schema.outline import REFERENCE, FileOutline, JsonSchema, as_yaml, outline
from firstwin.sources import limits
from firstwin.text.parser import DEEPEST as DEEPEST_IN_TEXT

_HEAD = """\
# Reference

Every file of a project, every key, and what is written behind it. An editor with a YAML language server
explains the same keys while you type. How a playbook comes to be is told in [authoring](authoring.md).

<!-- Made from the models by `make docs`; a change here is lost. -->
"""
_STEPS = """\
One thing to do. Where a step is written (in a phase, in a persona's `add`, in a play) it has an `id` and a
`title`, and `type` says which kind it is; without it a step is a task. Tutorials, quizzes and documents are written
in the library and used from there. Of the six keys of a window, a step has at most one.
"""
_LIMITS_HEAD = """\
All lie far above what people write. What goes beyond is told with its place, before any time is spent on it.
"""
_LIMITS = (
    ("Files and folders below that of the playbooks", f"{limits.MOST_FILES:,}", "FW052"),
    ("A YAML file", f"{limits.LARGEST_FILE:,} bytes (1 MiB)", "FW009"),
    ("The levels of a YAML file", f"{limits.DEEPEST}", "FW023"),
    ("The entries of a list or mapping", f"{limits.MOST_ENTRIES:,}", "FW051"),
    ("A text", f"{limits.LONGEST_TEXT:,} characters", "FW050"),
    ("A text, its values filled in", f"{limits.LONGEST_TEXT:,} characters", "FW624"),
    ("All texts, those of the library for each use", f"{limits.MOST_TEXT:,} characters", "FW625"),
    ("The text of all guides together", f"{limits.MOST_SHOWN:,} characters", "FW056"),
    ("The pages of an edition", f"{limits.MOST_PAGES:,}", "FW055"),
    ("The levels of a list in a text, and of emphasis in emphasis", f"{DEEPEST_IN_TEXT}", "FW610"),
    ("A picture, its width times its height", f"{limits.MOST_POINTS:,} points", "FW622"),
    ("An id", f"{LONGEST_ID} characters", "FW106"),
    (
        "The path of a file, from the project's folder on",
        f"{limits.LONGEST_PATH} characters",
        "FW008",
    ),
)
_USE = "Use of the library"
_SHARED = "StepFields"
_EVERY_STEP = "What every step may have"


def reference(steps: Mapping[str, str], keys: Mapping[str, Mapping[str, str]]) -> str:
    """The page; `steps` shows each type of step by its word, and `use`, and `keys` each key by the heading over it."""
    page = _Page(steps, keys)
    return "\n".join(
        [_HEAD, *page.files_at_a_glance(), *page.values(), *page.files(), *page.steps()]
    )


class _Page:
    """Writes the page; remembers which models it has described."""

    def __init__(self, steps: Mapping[str, str], keys: Mapping[str, Mapping[str, str]]) -> None:
        self._steps = steps
        self._keys = keys
        self._outlines = {name: outline(kind.root) for name, kind in FILES.items()}
        self._described: set[str] = set()

    def files_at_a_glance(self) -> Iterator[str]:
        yield "## Files\n"
        yield from _table(
            ("File", "What it says"),
            ((f"[`{kind.place}`](#{_anchor(kind.title)})", kind.about) for kind in FILES.values()),
        )

    def values(self) -> Iterator[str]:
        models = [
            model
            for each in self._outlines.values()
            for model in (each.root, *each.models.values())
        ]
        kinds = {part["x-kind"]: part["x-meaning"] for model in models for part in _kinds(model)}
        words = {
            _in_words(model["title"]): model for model in models if "enumDescriptions" in model
        }
        yield f"## Limits\n\n{_LIMITS_HEAD}"
        yield from _table(
            ("What", "At most", "Told as"),
            _LIMITS,
        )
        yield "## Values\n"
        yield from _table(("Value", "How it is written"), sorted(kinds.items(), key=_lower))
        for name, model in sorted(words.items()):
            yield f"The words for {name}:\n"
            rows = zip(model["enum"], model["enumDescriptions"], strict=True)
            yield from _table(("Word", "Means"), ((f"`{word}`", means) for word, means in rows))

    def files(self) -> Iterator[str]:
        for name, kind in FILES.items():
            yield f"## {kind.title}\n"
            yield f"`{kind.place}`: {kind.about}\n"
            each = self._outlines[name]
            if "x-variants" in each.root:
                yield (
                    "An entry has the keys of [its type of step](#steps), without an `id`. "
                    "Beside them it may have:\n"
                )
                entry = each.models["TaskEntry"]
                sources = ("FileModel", "Dated", "Entry", "Parametrised")
                yield from self._fields(each, entry, "###", kind.title, sources)
            else:
                yield from self._fields(each, each.root, "###", kind.title)

    def steps(self) -> Iterator[str]:
        placed, library = self._outlines["playbook"], self._outlines["library"]
        task = placed.models["TaskStep"]
        yield f"## Steps\n\n{_STEPS}"
        yield f"### {_EVERY_STEP}\n"
        shared = ("Placed", "Windowed", "Timed", "Titled", "StepFields")
        yield from self._fields(placed, task, "####", _EVERY_STEP, shared)
        yield f"### {_USE}\n"
        use = placed.models["Use"]
        yield f"{use['description']}\n"
        yield from self._step(placed, use, _USE, (None,), "use")
        for word, model in STEP_TYPES.items():
            each, name = placed, f"{model.__name__}Step"
            if name not in placed.models:
                each, name = library, f"{model.__name__}Entry"
            title = each.models[name]["title"]
            yield f"### {title}\n"
            yield f"`type: {word}`. {model.__doc__}\n"
            yield from self._step(each, each.models[name], title, (model.__name__,), word)

    def _step(
        self,
        each: FileOutline,
        model: JsonSchema,
        heading: str,
        sources: tuple[str | None, ...],
        word: str,
    ) -> Iterator[str]:
        chosen = _chosen(model, sources)
        yield from self._keys_of(each, model, heading, chosen)
        yield f"```yaml\n{self._steps[word].rstrip()}\n```\n"
        yield from self._models_of(each, chosen, "####")

    def _fields(
        self,
        each: FileOutline,
        model: JsonSchema,
        mark: str,
        heading: str,
        sources: tuple[str | None, ...] = (),
    ) -> Iterator[str]:
        """The model's keys that come from `sources`, then the models they lead to.

        What a model shares with every step is told there.
        """
        shared = {value.get("x-from") for value in model["properties"].values()}
        if not sources and _SHARED in shared:
            sources = tuple(shared - {_SHARED, "Windowed", "Timed"})
            yield f"It has the keys [that every step may have](#{_anchor(_EVERY_STEP)}), and beside them:\n"
        chosen = _chosen(model, sources)
        yield from self._keys_of(each, model, heading, chosen)
        yield from self._models_of(each, chosen, mark)

    def _keys_of(
        self, each: FileOutline, model: JsonSchema, heading: str, chosen: Mapping[str, JsonSchema]
    ) -> Iterator[str]:
        """A table of keys, each with its example; one of several lines stands below."""
        examples = self._keys.get(heading, {})
        long = [text for key, text in examples.items() if key in chosen and "\n" in text]
        rows = [
            (*self._row(each, model, key, value), _in_a_cell(examples.get(key, "")))
            for key, value in chosen.items()
        ]
        if isinstance(model["additionalProperties"], dict):
            any_value = _words(each, model["additionalProperties"])
            means = "A value of your own, for texts to fill in."
            rows.append(("any other", any_value, "", means, ""))
        if rows:
            yield from _table(("Key", "Value", "Default", "Meaning", "Example"), rows)
        if long:
            yield "```yaml\n{}\n```\n".format("\n\n".join(long))

    def _models_of(
        self, each: FileOutline, chosen: Mapping[str, JsonSchema], mark: str
    ) -> Iterator[str]:
        """The models that keys lead to, and that no heading before described."""
        for name in dict.fromkeys(name for value in chosen.values() for name in _models(value)):
            if name not in self._described and "enum" not in each.models[name]:
                self._described.add(name)
                model = each.models[name]
                yield f"{mark} {model['title']}\n"
                yield f"{model['description']}\n"
                yield from self._fields(each, model, mark, model["title"])

    def _row(
        self, each: FileOutline, model: JsonSchema, key: str, value: JsonSchema
    ) -> tuple[str, ...]:
        default = value.get("default")
        if key in model.get("required", ()):
            shown = "**required**"
        elif default is None:
            shown = ""
        else:
            shown = f"`{as_yaml(default)}`"
        return f"`{key}`", _words(each, value), shown, value["description"]


def _chosen(model: JsonSchema, sources: tuple[str | None, ...]) -> Mapping[str, JsonSchema]:
    """The keys of a model that come from `sources`, or all."""
    return {
        key: value
        for key, value in model["properties"].items()
        if (not sources or value.get("x-from") in sources) and key != "type"
    }


def _in_a_cell(example: str) -> str:
    return "below" if "\n" in example else f"`{example}`" * bool(example)


def _words(each: FileOutline, value: JsonSchema, *, many: bool = False) -> str:
    """What is written behind a key, in plain words."""
    plural = "s" if many else ""
    if "x-variants" in value:
        return _variants(each, value["x-variants"])
    if "$ref" in value:
        model = each.models[value["$ref"].removeprefix(REFERENCE)]
        title = model["title"]
        link = f"[{title.lower()}{plural}](#{_anchor(title)})"
        return _choice(model) if "enum" in model else link
    if "x-kind" in value:
        return f"{value['x-kind']}{plural}"
    return _choice(value) if "enum" in value else _collection(each, value)


def _variants(each: FileOutline, variants: Mapping[str, JsonSchema]) -> str:
    """What is written behind a key that takes one thing or another."""
    if "group" in variants:
        return "[items or groups](#item)"
    if "file" in variants:
        return f"{_words(each, variants['phase'], many=True)} or ids"
    return "[steps](#steps)"


def _choice(value: JsonSchema) -> str:
    *most, last = (f"`{word}`" for word in value["enum"])
    return f"{', '.join(most)} or {last}"


def _collection(each: FileOutline, value: JsonSchema) -> str:
    if value["type"] == "array":
        return f"list of {_words(each, value['items'], many=True)}"
    inner = value["additionalProperties"]
    words = _words(each, inner, many=True)
    key = value["propertyNames"].get("x-kind", "id")
    return f"{words.replace('list of', 'lists of') if 'items' in inner else words} by {key}"


def _kinds(model: JsonSchema) -> Iterator[JsonSchema]:
    """The values in a model that are written in a way of their own."""
    for value in model.get("properties", {}).values():
        for part in (value, value.get("items", {}), value.get("propertyNames", {})):
            if "x-kind" in part and "const" not in part:
                yield part


def _models(value: JsonSchema) -> Iterator[str]:
    """The models a value is made of; steps have a section of their own."""
    if "$ref" in value:
        yield value["$ref"].removeprefix(REFERENCE)
    if "x-variants" in value and not {"group", "file"}.isdisjoint(value["x-variants"]):
        for variant in value["x-variants"].values():
            yield from _models(variant)
    for keyword in ("items", "additionalProperties"):
        if isinstance(value.get(keyword), dict):
            yield from _models(value[keyword])


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(map(_cell, row))} |"
    yield ""


def _cell(text: str) -> str:
    """A text in a table: on one line, without what would end the cell."""
    return text.replace("\n", " ").replace("|", r"\|")


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


def _in_words(title: str) -> str:
    """`DecidedBy` as people write it."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title).lower()


def _lower(row: tuple[str, ...]) -> str:
    return row[0].lower()
