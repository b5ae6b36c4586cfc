"""Build the sites of some editions, and put them in place together.

In: the tree of each edition, and what its site is made with. Out: the sites in their places, or, where anything is wrong
with one, none of them; and what is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from firstwin.diagnostics import Diagnostic, Report
from firstwin.editions import Rendered, places_of
from firstwin.names import site_folder
from firstwin.output import (
    Tree,
    fault_of_built,
    forget_manifest,
    manifest_beside,
    mend,
    workspace,
    write_file,
    write_manifest,
)
from firstwin.site import Engine, Makings, Means, base_of, build_site, theme_of, write_worker
from firstwin.sources import Sources


class Order(Struct, frozen=True):
    """A site to build: from which tree, with what."""

    edition: Rendered
    tree: Tree
    engine: Engine
    manifest: str = ""
    """Where it has one, the configuration's name: it is behind every page."""
    gate: Sources | None = None
    """What the gate compares it with, where it is proved."""
    means: Means = field(default_factory=Means)
    """What its pages are made with."""
    offline: bool = False
    """Whether it is to work from a disk."""

    @property
    def folder(self) -> str:
        """The name of the folder it is put in place as."""
        return site_folder(self.edition.audience.value, offline=self.offline)


def publish(
    project: Path, output: Path, orders: Sequence[Order], *, strict: bool, lasting: bool = True
) -> list[Diagnostic]:
    """Build every site beside those in `output`, and put all in place only when all are right.

    Hold the lock of `output` meanwhile. `lasting` sites outlast a power cut.
    """
    faults: list[Diagnostic] = []
    mend(output, fault_of_built)
    with workspace(output, fault_of_built) as work:
        for order in orders:
            name, config, pages = (
                order.edition.audience.value,
                order.edition.config,
                order.edition.pages,
            )
            places = places_of(project, config, order.tree.folder, pages)
            new = work.folder(order.folder)
            # What works from a disk is written once more.
            before = None if order.offline else output / order.folder
            means = replace(order.means, before=before)
            found = build_site(places, new, order.engine, config.url, means)
            if order.offline:
                # Who builds for servers need not load it.
                from firstwin.site.offline import leave_servers  # noqa: PLC0415  # see above

                leave_servers(new, base_of(config.url))
            elif config.app and lasting:  # what a preview shows is never kept
                write_worker(new)
            if order.gate and Report(tuple(found)).ok(strict=False):
                # Who proves no edition need not load it.
                from firstwin.gate.prove import prove  # noqa: PLC0415  # see above

                found += prove(order.gate, name, new, theme_of(order.engine))
            faults += found
            if order.manifest:
                makings = Makings(places, pages.made_of, order.manifest)
                write_file(manifest_beside(new), write_manifest(new, name, makings.of))
        if Report(tuple(faults)).ok(strict=strict):
            work.put_in_place(lasting=lasting)
            for order in orders:
                if not order.manifest:
                    forget_manifest(output / order.folder)
    return faults
