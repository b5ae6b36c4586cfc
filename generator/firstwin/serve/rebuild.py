"""Build a project for its preview, and no more of it than changed.

In: a configuration, an edition, an engine. Out: an `Attempt` for each call. Warnings never
stop a preview: who writes a playbook has loose ends. The engine runs only when the edition's tree is
another than the one the last site was made of.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from firstwin import bundled
from firstwin.api import (
    Loaded,
    Order,
    Rendered,
    Report,
    build_folder,
    load,
    publish,
    render_edition,
    with_faults,
    write_tree,
)
from firstwin.diagnostics import Diagnostic, visible
from firstwin.diagnostics.report import PieceKind, pieces
from firstwin.errors import FirstwinError, RefusedError
from firstwin.models.values import Audience
from firstwin.output import check_target, locked, make_folder
from firstwin.refusals import in_words, writing
from firstwin.render.environment import PAGE_TEMPLATES
from firstwin.serve.notices import Problem, fault_of_ours
from firstwin.serve.preview import Attempt
from firstwin.site import Engine

PREVIEW = "preview"
"""The folder in `build` that sites are previewed from: `site/` is never touched."""


class Rebuild:
    """Builds one edition of a project again and again.

    What the system refuses is a problem like others, unless there has been no site yet: then it is raised.
    """

    def __init__(
        self, config: Path, audience: Audience, engine: Engine, build_dir: Path | None = None
    ) -> None:
        self._config = config
        self._audience = audience
        self._engine = engine
        self._build_dir = build_dir
        self._shown = ""

    def __call__(self) -> Attempt:
        try:
            return self._attempt(load(self._config))
        except FirstwinError as error:
            if isinstance(error, RefusedError) and not self._shown:
                raise
            return _broken_off(error)
        except OSError as error:
            return _broken_off(in_words(error))
        except Exception as error:  # noqa: BLE001  # a preview outlives a fault of firstwin
            return Attempt(problems=(fault_of_ours(error),))

    def folders(self) -> list[Path]:
        """What a preview depends on beside the configuration."""
        own = load(self._config).folders.made_from(self._config.parent)
        return [*own, bundled.THEME, PAGE_TEMPLATES]

    def _attempt(self, loaded: Loaded) -> Attempt:
        if loaded.catalog is None or not loaded.report.ok(strict=False):
            return _failed(loaded.report)
        edition, faults = render_edition(loaded, loaded.catalog, self._audience)
        if faults:
            return _failed(with_faults(loaded, faults))
        build = build_folder(loaded, self._build_dir)
        with writing(build, "--build-dir"):
            make_folder(build)
            with locked(build):
                return self._publish(loaded, build, edition)

    def _publish(self, loaded: Loaded, build: Path, edition: Rendered) -> Attempt:
        tree = write_tree(loaded.project, build, edition)
        digest = tree.digest
        if digest == self._shown:
            return Attempt(report=loaded.report)
        name = self._audience.value
        output = build / PREVIEW
        check_target(output, (name,), ())
        make_folder(output)
        order = Order(edition, tree, self._engine)
        faults = publish(loaded.project, output, [order], strict=False, lasting=False)
        report = with_faults(loaded, faults)
        if not report.ok(strict=False):
            return _failed(report)
        self._shown = digest
        base = urlsplit(edition.config.url or "").path.rstrip("/") + "/"
        return Attempt(output / name, base, report=report)


def _broken_off(error: FirstwinError) -> Attempt:
    return Attempt(problems=(Problem("error", visible(error.message), hint=visible(error.hint)),))


def _failed(report: Report) -> Attempt:
    problems = tuple(_problem(one, report) for one in report.diagnostics)
    return Attempt(problems=problems, report=report)


def _problem(one: Diagnostic, report: Report) -> Problem:
    """A diagnostic as a browser shows it."""
    excerpt = [
        piece.text
        for piece in pieces(one, report.lines)
        if piece.part in (PieceKind.SOURCE, PieceKind.CARET)
    ]
    notes = [f"{other.span}: {other.message}" for other in one.related]
    return Problem(
        severity=one.severity.value,
        code=one.code.id,
        message=visible(one.message),
        place=visible(str(one.span)),
        source="\n".join(excerpt),
        hint="\n".join(visible(line) for line in (one.hint, *notes) if line),
    )
