"""The sites of a preview, each built as a whole: for an engine that can do nothing else.

In: a configuration, an edition, an engine. Out: an `Attempt` for each call. The engine runs only when the edition's tree is
another than the one the last site was made of.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from firstwin.api import build_folder, with_faults
from firstwin.editions import Rendered, places_of, render_edition, write_tree
from firstwin.loading import Loaded, load
from firstwin.models.values import Audience
from firstwin.output import check_target, locked, make_folder
from firstwin.publish import Order, publish
from firstwin.serve.files import SiteFolder
from firstwin.serve.preview import Attempt
from firstwin.serve.problems import failed
from firstwin.site import Engine, base_of
from firstwin.system.refusals import writing

PREVIEW: Final = "preview"
"""The folder in `build` that sites are previewed from: `site/` is never touched."""


@dataclass
class WholeSites:
    """Builds one edition of a project again and again."""

    config: Path
    audience: Audience
    engine: Engine
    build_dir: Path | None
    _shown: str = ""

    def attempt(self) -> Attempt:
        """Build the project as it is now."""
        loaded = load(self.config)
        if loaded.catalog is None or not loaded.report.ok(strict=False):
            return failed(loaded.report)
        edition, faults = render_edition(loaded.project, loaded.catalog, self.audience)
        if faults:
            return failed(with_faults(loaded, faults))
        build = build_folder(loaded, self.build_dir)
        with writing(build, "--build-dir DIR"):
            make_folder(build)
            with locked(build):
                return self._publish(loaded, build, edition)

    def _publish(self, loaded: Loaded, build: Path, edition: Rendered) -> Attempt:
        tree = write_tree(loaded.project, build, edition)
        digest = tree.digest
        if digest == self._shown:
            return Attempt(report=loaded.report)
        name = self.audience.value
        output = build / PREVIEW
        check_target(output, (name,), ())
        make_folder(output)
        places = places_of(loaded.project, edition, tree.folder)
        order = Order(self.audience, edition.config, places, self.engine)
        faults = publish(output, [order], strict=False, lasting=False)
        report = with_faults(loaded, faults)
        if not report.ok(strict=False):
            return failed(report)
        self._shown = digest
        return Attempt(SiteFolder(output / name), base_of(edition.config.url), report=report)
