"""The pages of editions, out of a catalog: stages 4 to 8, up to the engine.

In: a `Catalog` and an audience. Out: the edition as Markdown, to be written, or as a `Draft`, of which each page is made
when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from firstwin.caching.memo import Memo
from firstwin.caching.store import Store
from firstwin.diagnostics import Diagnostic
from firstwin.models.config import SiteConfig
from firstwin.models.values import Audience
from firstwin.output import Tree, emit, files_beside, frame
from firstwin.pages import Outline, plan_layout
from firstwin.render import Renderer
from firstwin.render.stored_plans import StoredPlans
from firstwin.render.written_parts import PartWriter, WrittenPart, written_parts
from firstwin.resolve import resolve
from firstwin.resolve.guide import Guides
from firstwin.select import select
from firstwin.site import Draft, Places, in_silence
from firstwin.system.collector import collector_paused
from firstwin.validate import Catalog
from firstwin.words import Words, own_words, words_in


class Rendered(Struct, frozen=True):
    """An edition as Markdown, as it is written by its paths: what is left is writing it.

    `listed_elsewhere` are the folders of the pages that are listed under the address of another, and `made_of` tells the
    files that each page's content was written in.
    """

    audience: Audience
    config: SiteConfig
    outline: Outline
    markdown: Mapping[str, bytes]
    listed_elsewhere: frozenset[str]
    made_of: Callable[[], Mapping[str, frozenset[str]]]


class Planned(Struct, frozen=True):
    """An edition of which all is known but what its pages say."""

    audience: Audience
    config: SiteConfig
    writer: PartWriter


def render_edition(
    project: Path, catalog: Catalog, audience: Audience
) -> tuple[Rendered, list[Diagnostic]]:
    """Everything one audience gets to read, and what is wrong with the project's own templates."""
    (edition,), faults = render_editions(plan_editions(project, catalog, [audience]))
    return edition, faults


@collector_paused()
def plan_editions(
    project: Path, catalog: Catalog, audiences: Iterable[Audience], store: Store | None = None
) -> list[Planned]:
    """Resolve what some audiences get to read, each for itself. Plans that lie in the `store` will not be made again."""
    return [_planned(project, catalog, audience, store) for audience in audiences]


@collector_paused()
def render_editions(
    planned: Sequence[Planned],
    processes: int = 1,
    progress: Callable[[int], None] = in_silence,
    meanwhile: Callable[[], None] = in_silence,
) -> tuple[list[Rendered], list[Diagnostic]]:
    """Everything in some editions, made by up to so many processes, and what is wrong with the project's own templates.

    `progress` hears how many parts are made; what it raises ends the work. `meanwhile` is done here while others write.
    """
    writers = [edition.writer for edition in planned]
    written = written_parts(writers, processes, progress, meanwhile)
    editions = [_rendered(*each) for each in zip(planned, written, strict=True)]
    faults = dict.fromkeys(fault for parts in written for part in parts for fault in part.faults)
    return editions, list(faults)


def _planned(project: Path, catalog: Catalog, audience: Audience, store: Store | None) -> Planned:
    guides, words = _resolved(catalog, audience, Memo())
    config = guides.config
    stored = StoredPlans(store, project, config.language, catalog.words) if store else None
    writer = PartWriter(plan_layout(guides, words), Renderer(project, words), stored)
    return Planned(audience, config, writer)


def _rendered(planned: Planned, parts: Sequence[WrittenPart]) -> Rendered:
    layout = planned.writer.layout
    pages = {path: page for part in parts for path, page in part.written.pages.items()}
    files = {path: file for part in parts for path, file in part.written.files.items()}
    return Rendered(
        planned.audience,
        planned.config,
        layout.outline.with_made(files),
        {sheet.path: pages[sheet.path] for sheet in layout.sheets if sheet.path in pages},
        layout.listed_elsewhere,
        lambda: layout.made_of,
    )


@collector_paused()
def draft_edition(
    project: Path, catalog: Catalog, audience: Audience, tree: Path, memo: Memo | None = None
) -> Draft:
    """What the site of one audience is made of, for whoever makes its pages when they are asked for.

    `tree` is the folder for what the engine reads from disk. Raises FirstwinError where a file of the project must not
    be published.
    """
    memo = memo or Memo()
    guides, words = _resolved(catalog, audience, memo)
    config, layout = guides.config, plan_layout(guides, words, memo)
    sheets = {sheet.path: sheet for sheet in layout.sheets}
    renderer = Renderer(project, words)
    return Draft(
        _places(project, config, tree, layout.outline, layout.listed_elsewhere),
        config.url,
        {path: (sheet, renderer.templates) for path, sheet in sheets.items()},
        frame(config, layout.outline, project, memo),
        {file.path: file for file in files_beside(layout.outline, sheets, project, memo)},
        lambda path: renderer.markdown(sheets[path].lay_out()),
    )


def write_tree(project: Path, build: Path, edition: Rendered) -> Tree:
    """Write `build/<edition>/`. Hold the lock of `build` meanwhile."""
    folder = build / edition.audience.value
    return emit(edition.config, edition.outline, edition.markdown, project, folder)


def places_of(project: Path, edition: Rendered, tree: Path) -> Places:
    """Where the things of an edition lie, of which the tree is in the folder `tree`."""
    return _places(project, edition.config, tree, edition.outline, edition.listed_elsewhere)


def _places(
    project: Path,
    config: SiteConfig,
    tree: Path,
    outline: Outline,
    listed_elsewhere: frozenset[str],
) -> Places:
    return Places(
        project,
        project / config.theme,
        tree,
        outline.copies,
        outline.listed,
        listed_elsewhere,
        allowed=config.policy,
    )


def _resolved(catalog: Catalog, audience: Audience, memo: Memo) -> tuple[Guides, Words]:
    guides = resolve(select(catalog, audience, memo), memo)
    words = memo.of("words", _words, guides.config.language, catalog.words)
    return guides, words


def _words(language: str, own: Mapping[str, str]) -> Words:
    return words_in(language, own_words(own, language).sentences)
