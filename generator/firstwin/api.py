"""Build the sites of a project, and verify one that was published: all stages in their order.

In: the path of a `site_config.yml`. Out: values that say what was found and what was built. Nothing here
prints, and nothing ends the program: a fault in a playbook is a `Diagnostic`, and only what makes it
impossible to go on (a folder that must not be written to, a full disk) is an exception.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from firstwin.advice import Advice, StoppedError, advised
from firstwin.caching.memo import Memo
from firstwin.caching.store import Joined, Store, open_store
from firstwin.diagnostics import Code, Diagnostic, Report
from firstwin.editions import Rendered, places_of, plan_editions, render_editions, write_tree
from firstwin.errors import WrongUseError
from firstwin.gate.codes import CODES as GATE_CODES
from firstwin.loading import Loaded, advice_on, load_for_now
from firstwin.models.allowance import Allowance
from firstwin.models.values import Audience
from firstwin.names import site_folder
from firstwin.output import (
    Tree,
    check_build,
    check_target,
    locked,
    make_folder,
    manifest_beside,
    read_manifest,
)
from firstwin.publish import Order, publish
from firstwin.render import codes as render_codes
from firstwin.rules import CODES as CONTENT_CODES
from firstwin.site import CODES as SITE_CODES
from firstwin.site import Engine, Makings, Means, differences, in_silence, load_engine
from firstwin.sources import BUILD, CONFIG, SITE
from firstwin.system.collector import collector_paused
from firstwin.system.refusals import writing
from firstwin.validate import Catalog

CODES: Mapping[str, Code] = {
    code.id: code
    for code in sorted(
        (
            *CONTENT_CODES.values(),
            *(code for code in vars(render_codes).values() if isinstance(code, Code)),
            *SITE_CODES,
            *GATE_CODES,
        ),
        key=attrgetter("id"),
    )
}
"""Every code that a run can report, by its name: what is wrong with the content, with templates, with the site."""

Progress = Callable[[str], None]
PageProgress = Callable[[str, int, int], None]
"""It is told of which edition how many pages are made, and of how many that are to be made."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to. `sites` are the folders of the editions, empty where it was stopped.

    `allowed` are the other hosts that their pages may load from.
    """

    report: Report
    sites: Mapping[Audience, Path]
    allowed: Sequence[Allowance] = ()


class _BuildOptions(Struct, frozen=True):
    """What is to be built, and how."""

    editions: tuple[Audience, ...]
    engine: Engine
    manifest: bool
    gate: bool
    offline: bool
    strict: bool
    processes: int
    slices: tuple[Store, ...]
    progress: Progress
    page_progress: PageProgress
    in_place: Callable[[Built], None]

    def checked(self, loaded: Loaded) -> None:
        """Tell that a project may be built."""
        self.progress(f"Checked {len(loaded.report.lines)} files")


class _Folders(Struct, frozen=True):
    """Where the trees of editions are written, and their sites."""

    trees: Path
    sites: Path


class _Ordered(Struct, frozen=True):
    """The sites of a project, ordered, with what is known of it by now, and the store that they are made with."""

    project: Path
    output: Path
    report: Report
    orders: tuple[Order, ...]
    store: Store | None


@collector_paused()
def build(  # noqa: PLR0913  # each has its default, and most callers name one
    config: str | Path = CONFIG,
    *,
    editions: Iterable[Audience | str] = (Audience.CUSTOMER,),
    output: str | Path | None = None,
    build_dir: str | Path | None = None,
    engine: Engine | str = Engine.MKDOCS,
    manifest: bool = False,
    gate: bool = False,
    offline: bool = False,
    strict: bool = True,
    processes: int = 1,
    slices: Iterable[Store] = (),
    progress: Progress = in_silence,
    page_progress: PageProgress = in_silence,
    in_place: Callable[[Built], None] = in_silence,
) -> Built:
    """Build the sites of some editions, each into a folder of its own below `output`.

    `output` is `site/` beside the configuration where nothing else is said, and `build_dir`, into which
    the pages are written before, `build/`. A `manifest` is written beside each site. The `gate` looks
    through every byte of each for what is not for its audience. One that is `offline` works from a disk, and lies beside
    the one for a server. When anything is wrong, no site is
    touched, and the report says what it was. Up to so many `processes` make the pages; where these cannot be copies of
    this one, the program has to be one that may be imported, as `multiprocessing` says. What lies in `slices` is not made.
    `in_place` is told what it came to when the sites lie in their places, before anybody else may build there.

    Raises WrongUseError for an edition or engine that there is none of, and for a folder that is not to be replaced;
    FirstwinError where the system refuses what is asked of it.
    """
    options = _BuildOptions(
        tuple(dict.fromkeys(audience_of(edition) for edition in editions)),
        engine_of(engine),
        *(manifest, gate, offline, strict, processes, tuple(slices)),
        *(progress, page_progress, in_place),
    )
    with ExitStack() as locks:
        try:
            ordered = _ordered(config, output, build_dir, options, locks)
        except StoppedError as stopped:
            return Built(stopped.report, {})
        return _published(ordered, options)


def verify(
    folder: str | Path, manifest: str | Path | None = None, *, added: Collection[str] = ()
) -> Report:
    """Whether a published folder is what was built.

    The `manifest` lies beside the folder where nothing else is said. `added` are the files and folders in it that the
    host needs. Raises WrongUseError where there is no such folder or manifest.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise WrongUseError(f"there is no folder {folder}", "name the folder that is published")
    path = manifest_beside(folder.absolute()) if manifest is None else Path(manifest)
    return Report(tuple(differences(folder, read_manifest(path), added)))


def audience_of(name: Audience | str) -> Audience:
    """The audience of a name. Raises WrongUseError for a name that is none: nothing is shown to a guess."""
    for audience in Audience:
        if audience.value == name:
            return audience
    known = ", ".join(audience.value for audience in Audience)
    raise WrongUseError(f"there is no edition `{name}`", f"choose one of: {known}")


def engine_of(name: Engine | str) -> Engine:
    """The engine of a name. Raises WrongUseError for a name that is none."""
    try:
        return Engine(name)
    except ValueError:
        known = ", ".join(engine.value for engine in Engine)
        raise WrongUseError(f"there is no engine `{name}`", f"choose one of: {known}") from None


def sources_of(loaded: Loaded) -> tuple[Path, ...]:
    """What a project's sites are made of; no site may be written over it."""
    return (loaded.project / loaded.config.name, *loaded.folders.made_from(loaded.project))


def build_folder(loaded: Loaded, wanted: str | Path | None) -> Path:
    """The folder the trees of a project lie in: `build/` beside the configuration, or the one that is wanted."""
    if wanted is None:
        return loaded.project / BUILD
    folder = Path(wanted).absolute()
    with writing(folder, "--build-dir DIR"):
        check_build(folder, sources_of(loaded))
    return folder


def _ordered(
    config: str | Path,
    output: str | Path | None,
    build_dir: str | Path | None,
    options: _BuildOptions,
    locks: ExitStack,
) -> _Ordered:
    """Read and render everything, write the trees, and order their sites; `locks` are for as long as those are built.

    What trees are made of is large: it is gone with this call, but for the sources that the gate reads. Raises StoppedError where no site is to be made.
    """
    memo, store = Memo(), open_store()
    loaded = load_for_now(config, memo=memo, store=store)
    folders = _folders(loaded, output, build_dir, options)
    pages = _joined(store, options.slices)
    ask = partial(advice_on, loaded, memo=memo, store=store)
    with advised(loaded, ask, options.processes, options.checked, strict=options.strict) as advice:
        editions, report = _rendered(loaded, advice, options, pages)
    for folder, option in ((folders.trees, "--build-dir DIR"), (folders.sites, "--output DIR")):
        with writing(folder, option):
            make_folder(folder)
            waiting = locked(folder, lambda: options.progress("Waiting for another build"))
            locks.enter_context(waiting)
    with writing(folders.trees, "--build-dir DIR"):
        orders = [_order(loaded, edition, folders.trees, options, pages) for edition in editions]
    return _Ordered(loaded.project, folders.sites, report, tuple(orders), pages)


def _folders(
    loaded: Loaded, output: str | Path | None, build_dir: str | Path | None, options: _BuildOptions
) -> _Folders:
    """Where trees and sites are to lie. Raises WrongUseError for a folder that is not to be replaced."""
    sites = loaded.project / SITE if output is None else Path(output).absolute()
    trees = build_folder(loaded, build_dir)
    named = [sites / site_folder(each.value, offline=options.offline) for each in options.editions]
    names = [path.name for site in named for path in (site, manifest_beside(site))]
    with writing(sites, "--output DIR"):
        check_target(sites, names, (*sources_of(loaded), trees))
    return _Folders(trees, sites)


def _rendered(
    loaded: Loaded, advice: Advice, options: _BuildOptions, store: Store | None
) -> tuple[list[Rendered], Report]:
    """All editions, and what is known of the project then. Raises StoppedError where it is not to be built."""
    if loaded.catalog is None or not loaded.report.ok(strict=options.strict):
        raise StoppedError(advice.loaded.report)
    catalog = _uninstalled(loaded.catalog) if options.offline else loaded.catalog
    advice.look()
    planned = plan_editions(loaded.project, catalog, options.editions, store)
    load = partial(load_engine, options.engine)
    editions, faults = render_editions(planned, options.processes, advice.look, load)
    report = with_faults(advice.settled, faults)
    if not report.ok(strict=options.strict):
        raise StoppedError(report)
    return editions, report


def _published(ordered: _Ordered, options: _BuildOptions) -> Built:
    """Build the sites that are ordered, and put them in place. Hold the locks of their folders meanwhile."""
    output, orders = ordered.output, ordered.orders
    with writing(output, "--output DIR"):
        faults = publish(output, orders, strict=options.strict)
    report = _with_faults(ordered.project, ordered.report, faults)
    sites = {order.audience: output / order.folder for order in orders}
    built = Built(report, sites, orders[0].config.policy)
    is_in_place = report.ok(strict=options.strict)
    if is_in_place:
        options.in_place(built)
    if ordered.store:
        ordered.store.tidy()
    return built if is_in_place else Built(report, {})


def _order(
    loaded: Loaded, edition: Rendered, trees: Path, options: _BuildOptions, store: Store | None
) -> Order:
    """Write the tree of an edition, and order its site."""
    tree = write_tree(loaded.project, trees, edition)
    name = edition.audience.value
    options.progress(f"{name}: {len(edition.markdown)} pages, {_changed(tree)}")
    places = places_of(loaded.project, edition, tree.folder)
    page_progress = partial(options.page_progress, name)
    return Order(
        edition.audience,
        edition.config,
        places,
        options.engine,
        Makings(places, edition.made_of(), loaded.config.name) if options.manifest else None,
        loaded.sources if options.gate else None,
        Means(store, options.processes, page_progress, options.progress, files=tree.files),
        options.offline,
    )


def _uninstalled(catalog: Catalog) -> Catalog:
    """The same project with a site that is no app: a folder on a disk cannot be installed."""
    config = catalog.project.config.model_copy(update={"app": False})
    return replace(catalog, project=replace(catalog.project, config=config))


def _joined(own: Store | None, slices: Iterable[Store]) -> Store | None:
    """The user's own store, and what the slices of a site have."""
    others = tuple(slices)
    return Joined(own, others) if others else own


def with_faults(loaded: Loaded, faults: Iterable[Diagnostic]) -> Report:
    """The report of a project with what was found later: in templates, in the built site."""
    return _with_faults(loaded.project, loaded.report, faults)


def _with_faults(project: Path, report: Report, faults: Iterable[Diagnostic]) -> Report:
    faults = tuple(faults)
    lines = dict(report.lines)
    for path in {fault.span.path for fault in faults} - set(lines):
        with suppress(OSError, UnicodeDecodeError):  # the place is still said, without its line
            lines[path] = (project / path).read_text("utf-8").splitlines()
    return Report((*report.diagnostics, *faults), lines, report.unseen)


def _changed(tree: Tree) -> str:
    count = sum(path.endswith(".md") for path in tree.changes.written)
    return f"{count} changed" if count else "none changed"
