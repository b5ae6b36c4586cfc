"""What the templates of a theme reach for: whether a page is made of itself and of what stands around every page.

In: the HTML templates that lie over the engine's theme. Out: the names of those that show nothing of another page, of the
time or of chance. A page of such a template can be made by itself, in any process, and is the same tomorrow. Closed by
default: a template that refers to one of the engine's, or that this cannot be seen of, is none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

_OTHERS: Final = frozenset({"build_date_utc", "lipsum", "pages"})
"""What a template is given that is not of the page or of the settings."""

_LEADING_AWAY: Final = frozenset(
    {
        *("ancestors", "children", "file", "items", "nav", "next_page", "not_in_nav", "parent"),
        *("pages", "plugins", "previous_page", "update_date"),
        *("config_file_path", "custom_dir", "dirs", "docs_dir", "site_dir"),
        *("copy", "data", "user_configs", "values"),
        *("links_to_anchors", "present_anchor_ids"),
    }
)
"""What of a page, of a place in the navigation or of the settings leads to other pages, to the day or to the machine.

So do all values of the settings at once; and which anchors a page has is looked for by MkDocs alone.
"""

_FILTERS: Final = frozenset({"attr", "random"})
_WITH_PARTS: Final = frozenset({"config", "nav"})
"""What is known only by its parts."""


def standing_alone(templates: Mapping[str, bytes]) -> frozenset[str]:
    """Which of some templates, by their names, make a page of nothing but itself and the settings."""
    environment = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    referred: dict[str, frozenset[str | None]] = {}
    for name, content in templates.items():
        try:
            tree = environment.parse(content.decode())
        except (TemplateSyntaxError, UnicodeDecodeError):  # the engine says so
            continue
        if not any(_reaches(node, parent) for node, parent in _nodes(tree)):
            referred[name] = frozenset(find_referenced_templates(tree))
    while found := [name for name, others in referred.items() if not others <= referred.keys()]:
        for name in found:
            del referred[name]
    return frozenset(referred)


def _nodes(tree: nodes.Node) -> Iterator[tuple[nodes.Node, nodes.Node]]:
    """Every node with the one it stands in."""
    waiting = [tree]
    while waiting:
        parent = waiting.pop()
        for node in parent.iter_child_nodes():
            yield node, parent
            waiting.append(node)


def _reaches(node: nodes.Node, parent: nodes.Node) -> bool:
    match node:
        case nodes.Name(name=name):
            return name in _OTHERS or (name in _WITH_PARTS and not _part(parent))
        case nodes.Getattr() | nodes.Getitem():
            part = _part(node)
            if isinstance(node.node, nodes.Name) and node.node.name == "nav":
                return part != "homepage" or _part(parent) != "url"
            return not part or part in _LEADING_AWAY or part.startswith("_")
        case nodes.Filter(name=name):
            return name in _FILTERS
        case nodes.Const(value=str(text)):  # filters take names of attributes as texts
            return not _LEADING_AWAY.isdisjoint(text.split("."))
        case _:
            return False


def _part(node: nodes.Node) -> str:
    """The name of the part of a thing that is looked at; empty where that is not written in the template."""
    match node:
        case nodes.Getattr(attr=name):
            return name
        case nodes.Getitem(arg=nodes.Const(value=value)):
            return str(value)
        case _:
            return ""
