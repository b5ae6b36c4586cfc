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
from firstwin.models.config import SiteConfig
from firstwin.models.values import Audience
from firstwin.names import site_folder
from firstwin.output import (
    fault_of_built,
    forget_manifest,
    manifest_beside,
    mend,
    workspace,
    write_file,
    write_manifest,
)
from firstwin.site import (
    Engine,
    Makings,
    Means,
    Places,
    base_of,
    build_site,
    theme_of,
    write_worker,
)
from firstwin.sources import Sources


class Order(Struct, frozen=True):
    """A site to build: from which tree, with what. Nothing of it leads to the edition that the tree was written of."""

    audience: Audience
    config: SiteConfig
    places: Places
    engine: Engine
    makings: Makings | None = None
    """Where it has a manifest, what that says."""
    gate: Sources | None = None
    """What the gate compares it with, where it is proved."""
    means: Means = field(default_factory=Means)
    """What its pages are made with."""
    offline: bool = False
    """Whether it is to work from a disk."""

    @property
    def folder(self) -> str:
        """The name of the folder it is put in place as."""
        return site_folder(self.audience.value, offline=self.offline)


def publish(
    output: Path, orders: Sequence[Order], *, strict: bool, lasting: bool = True
) -> list[Diagnostic]:
    """Build every site beside those in `output`, and put all in place only when all are right.

    Hold the lock of `output` meanwhile. `lasting` sites outlast a power cut.
    """
    faults: list[Diagnostic] = []
    mend(output, fault_of_built)
    with workspace(output, fault_of_built) as work:
        for order in orders:
            name, config = order.audience.value, order.config
            new = work.folder(order.folder)
            # What works from a disk is written once more.
            before = None if order.offline else output / order.folder
            means = replace(order.means, before=before)
            found = build_site(order.places, new, order.engine, config.url, means)
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
            if order.makings:
                write_file(manifest_beside(new), write_manifest(new, name, order.makings.of))
        if Report(tuple(faults)).ok(strict=strict):
            work.put_in_place(lasting=lasting)
            for order in orders:
                if not order.makings:
                    forget_manifest(output / order.folder)
    return faults
