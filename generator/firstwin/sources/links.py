"""Symbolic links to what a project publishes.

In: a link among what is published. Out: why it is not followed, if it is not: it leads out of the project, or to what is not for
everybody.
"""

from __future__ import annotations

from pathlib import Path

from firstwin.names import CUSTOMERS
from firstwin.sources.folder import link_fault


def fault_of_published_link(project: Path, link: Path, playbooks: str) -> str:
    """Why a link is not followed; nothing where it is, and for what is no link. `project` is resolved."""
    if not link.is_symlink():
        return ""
    fault = link_fault(project, link)
    if fault:
        return fault
    real = link.resolve()
    kept = {"playbooks": (project / playbooks).resolve(), "customers": project / CUSTOMERS}
    inside = (name for name, folder in kept.items() if real.is_relative_to(folder))
    return next((f"leads into the {name}, which are not for everybody" for name in inside), "")
