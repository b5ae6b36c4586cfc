"""A project whose ids and titles are what scripts of a page look up, and what other things are called.

The small project with its ids renamed. Ids of different kinds are the same word wherever an author may do
that: a plan and a play, a contact and a term, an action and an item, steps that both send an email.
"""

from __future__ import annotations

import re
import shutil
from itertools import cycle
from pathlib import Path
from typing import Any

from tests.built.rewriting import SmallProject

TITLES = (
    *("__config", "__search", "__drawer", "__palette_0", "__skip", "__md_scope"),
    *("search", "toString", "forms", "constructor", "document", "location", "hasOwnProperty"),
    *("Page--title", "page_title", "page_roles", "Define", "Mermaid", "location$"),
)
RENAMED = {
    "team": "page",
    "admin": "window",
    "champion": "document",
    "csm": "self",
    "set-up": "config",
    "kickoff-call": "constructor",
    "prerequisites": "header",
    "import-data": "location",
    "check-setup": "top",
    "go-live": "define",
    "training": "main",
    "first-report": "forms",
    "first-review": "name",
    "satisfaction": "history",
    "connect-sso": "search",
    "report-quiz": "mermaid",
    "back-up-admin": "navigator",
    "api-key": "page",
    "old-data": "title",
    "firewall": "head",
    "logo": "body",
    "workspace": "done",
    "region": "region",
    "data-migration": "status",
    "hosting": "parent",
    "success-manager": "search",
    "partner-desk": "header",
    "report": "search",
    "single-sign-on": "header",
    "health-score": "constructor",
    "activation": "search",
    "effort": "forms",
    "champion-leaves": "page",
    "ask-sponsor": "welcome-email",
    "welcome-champion": "title",
    "call": "search",
    "create-app": "search",
    "who-sees": "search",
    "enter-address": "page",
    "only-you": "title",
    "weekly-call": "length",
}
"""The ids of the small project, each with what it is called here."""

_window = re.compile(r"(?P<days>.+ (?:after|before) )(?P<anchor>[a-z-]+)")


def write_hostile(folder: Path) -> None:
    """Write the project into `folder`."""
    project = SmallProject(folder)
    shutil.rmtree(project.playbooks / "team")
    for path in project.playbooks.rglob("*.yml"):
        path.unlink()
    titles = cycle(TITLES)
    project.files = {
        _path(path): _retitled(_renamed(data), titles) for path, data in project.files.items()
    }
    library = project.files["library/search.yml"]
    library["items"] = dict.fromkeys(library["actions"], "An item called like an action")
    steps = project.files["plays.yml"]["plays"]["page"]["steps"]
    steps[0] = {"use": "welcome-email", "day": "1", "owner": "self", "set": {"sender": "we"}}
    del project.files["metrics.yml"]["metrics"]["search"]["targets"]["page"]["meaning"]
    project.config = _retitled(project.config, titles)
    project.write()


def _path(path: str) -> str:
    parts = (part.removesuffix(".yml") for part in path.split("/"))
    return "/".join(RENAMED.get(part, part) for part in parts) + ".yml"


def _renamed(data: Any) -> Any:
    if isinstance(data, dict):
        return {
            RENAMED.get(key, key): value if key == "type" else _renamed(value)
            for key, value in data.items()
        }
    if isinstance(data, list):
        return [_renamed(value) for value in data]
    found = _window.fullmatch(data)
    if found:
        return found["days"] + RENAMED.get(found["anchor"], found["anchor"])
    return RENAMED.get(data, data)


def _retitled(data: Any, titles: cycle[str]) -> Any:
    if isinstance(data, dict):
        return {
            key: next(titles)
            if key == "title" and isinstance(value, str)
            else _retitled(value, titles)
            for key, value in data.items()
        }
    return [_retitled(value, titles) for value in data] if isinstance(data, list) else data
