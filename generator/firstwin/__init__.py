"""firstwin turns YAML onboarding playbooks into a guide site.

The command line is `firstwin` (`python -m firstwin`); from Python:

    import firstwin

    report = firstwin.check("site_config.yml")
    built = firstwin.build("site_config.yml", editions=["customer", "partner"])

Names are loaded when they are first used, so that starting a program that needs few of them is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firstwin.api import Built, build, verify
    from firstwin.diagnostics import Code, Diagnostic, Related, Report, Severity, Span
    from firstwin.errors import FirstwinError, WrongUseError
    from firstwin.loading import Loaded, check, load
    from firstwin.models.values import Audience
    from firstwin.site import Engine

    __version__: str

__all__ = [
    "Audience",
    "Built",
    "Code",
    "Diagnostic",
    "Engine",
    "FirstwinError",
    "Loaded",
    "Related",
    "Report",
    "Severity",
    "Span",
    "WrongUseError",
    "__version__",
    "build",
    "check",
    "load",
    "verify",
]

_HOMES = {
    "firstwin.api": ("Built", "build", "verify"),
    "firstwin.diagnostics": ("Code", "Diagnostic", "Related", "Report", "Severity", "Span"),
    "firstwin.errors": ("FirstwinError", "WrongUseError"),
    "firstwin.loading": ("Loaded", "check", "load"),
    "firstwin.models.values": ("Audience",),
    "firstwin.site": ("Engine",),
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module("importlib.metadata").version("firstwin")
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module `firstwin` has no attribute `{name}`")


def __dir__() -> list[str]:
    return sorted(__all__)
