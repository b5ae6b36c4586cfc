"""Put stage 2 together: shape, build, references.

In: `Sources`. Out: the `Catalog`, and everything that is wrong with shapes and references, in the order
of the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from firstwin.diagnostics import Diagnostic
from firstwin.models.config import SiteConfig
from firstwin.models.plan import Project, Vocabulary
from firstwin.sources import Sources
from firstwin.validate.catalog import Catalog
from firstwin.validate.plans import make_plan, make_plays
from firstwin.validate.shape import Files, shape
from firstwin.validate.steps import Workshop

T = TypeVar("T")


def validate(sources: Sources) -> tuple[Catalog | None, list[Diagnostic]]:
    """The catalog of a project; None where there is nothing to build it from."""
    files, found = shape(sources)
    if files.config is None or not files.playbooks:
        return None, _in_order(found)
    project = _project(files, files.config.model)
    catalog = Catalog(
        project=project,
        documents={sources.config.path: sources.config, **sources.documents},
        files={name: shaped.origin() for name, shaped in files.vocabulary.items()},
        assets=sources.assets,
        complete=files.complete,
        left_out=frozenset(files.left_out),
    )
    return catalog, _in_order(found)


def _project(files: Files, config: SiteConfig) -> Project:
    vocabulary = _vocabulary(files)
    workshop = Workshop(files.entries, _values(config))
    plans = {
        folder: make_plan(
            vocabulary.tiers.get(playbook.model.tier),
            playbook,
            _ordered(files.personas.get(folder, {}), vocabulary.roles).values(),
            workshop,
        )
        for folder, playbook in _ordered(files.playbooks, vocabulary.tiers).items()
    }
    return Project(
        config=config,
        vocabulary=vocabulary,
        library={id_: entry.model for id_, entry in files.entries.items()},
        entries={id_: entry.origin() for id_, entry in files.entries.items()},
        plans=plans,
        plays=make_plays(files.vocabulary["plays"], workshop)
        if "plays" in files.vocabulary
        else {},
    )


def _vocabulary(files: Files) -> Vocabulary:
    named = {
        name: getattr(files.vocabulary[name].model, name) if name in files.vocabulary else {}
        for name in ("tiers", "roles", "metrics", "contacts", "conditions")
    }
    return Vocabulary(**named)


def _values(config: SiteConfig) -> dict[str, str]:
    """The plain values that texts may fill in, by their dotted names."""
    named = {"product": config.product, "company": config.company}
    return {
        f"{prefix}.{name}": value
        for prefix, about in named.items()
        for name, value in about.values.items()
    }


def _ordered(things: Mapping[str, T], ids: Iterable[str]) -> dict[str, T]:
    """The things in the order of a vocabulary; those it does not name at the end."""
    known = {id_: things[id_] for id_ in ids if id_ in things}
    return known | {id_: thing for id_, thing in things.items() if id_ not in known}


def _in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(found, key=lambda diagnostic: diagnostic.span)
