"""Build a project for its preview, and no more of it than changed.

In: a configuration, an edition, an engine. Out: an `Attempt` for each call. Warnings never
stop a preview: who writes a playbook has loose ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from firstwin.errors import FirstwinError, RefusedError
from firstwin.models.values import Audience
from firstwin.render.environment import PAGE_TEMPLATES
from firstwin.serve.notices import fault_of_ours
from firstwin.serve.preview import Attempt
from firstwin.serve.problems import broken_off
from firstwin.site import Engine
from firstwin.sources import read_folders
from firstwin.system import bundled
from firstwin.system.refusals import in_words


class Rebuild:
    """Builds one edition of a project again and again.

    What the system refuses is a problem like others, unless there has been no site yet: then it is raised.
    """

    def __init__(
        self, config: Path, audience: Audience, engine: Engine, build_dir: Path | None = None
    ) -> None:
        self._config = config
        self._has_site = False
        # Either of them imports an engine, and who has one need not have the other.
        if engine is Engine.ZENSICAL:
            from firstwin.serve.whole_sites import WholeSites  # noqa: PLC0415  # see above

            self._attempt = WholeSites(config, audience, engine, build_dir).attempt
        else:
            from firstwin.serve.fresh import FreshSites  # noqa: PLC0415  # see above

            self._attempt = FreshSites(config, audience, build_dir).attempt

    def __call__(self) -> Attempt:
        try:
            attempt = self._attempt()
        except Exception as error:  # noqa: BLE001  # a preview outlives a fault of firstwin
            return self._problem_of(error)
        self._has_site = self._has_site or attempt.site is not None
        return replace(attempt, follows=self._guarded(attempt))

    def folders(self) -> list[Path]:
        """What a preview depends on beside the configuration."""
        own = read_folders(self._config).made_from(self._config.parent)
        return [*own, bundled.THEME, PAGE_TEMPLATES]

    def _guarded(self, attempt: Attempt) -> Iterator[Attempt | None]:
        """What follows an attempt, up to what breaks it off."""
        try:
            yield from attempt.follows
        except Exception as error:  # noqa: BLE001  # see above
            yield self._problem_of(error)

    def _problem_of(self, error: Exception) -> Attempt:
        if isinstance(error, RefusedError) and not self._has_site:
            raise error
        if isinstance(error, FirstwinError):
            return broken_off(error)
        if isinstance(error, OSError):
            return broken_off(in_words(error))
        return Attempt(problems=(fault_of_ours(error),))
