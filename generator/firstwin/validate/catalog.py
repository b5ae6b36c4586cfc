"""The `Catalog`: all of a project's playbooks, valid and linked, for every audience.

In: nothing; `validate` builds it. Out: the type stage 3 inspects and stage 4 selects an edition from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from firstwin.models.customer import CustomerFile
from firstwin.models.plan import Origin
from firstwin.models.project import Project
from firstwin.sources import Document, PictureFault
from firstwin.validate.losses import Losses


class Catalog(Struct, frozen=True):
    """A project as a whole.

    `losses` is what was left out because something is wrong with it: rules about what is absent (no owner, no
    first value, nothing uses this) stay silent where that may have been the answer.
    `left_out` are the ids defined in such pieces; a reference to one of them is not reported again.
    `marks` are the pictures in the
    theme's folder where the logo should lie, `words` the texts of what it says instead of firstwin, by their paths.
    `picture_faults` is what pictures hold that is no picture, `unpublished` the files among the playbooks of kinds that
    are never published.
    `customers` are the customers by the paths of their files: for links, and for nothing that is published.
    `files` are the places of the vocabulary files, by their name without `.yml`. The first of the
    `documents` is the configuration.
    """

    project: Project
    documents: Mapping[str, Document]
    files: Mapping[str, Origin]
    assets: frozenset[str]
    losses: Losses = field(default_factory=Losses)
    left_out: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    download_traces: Mapping[str, Sequence[str]] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    picture_faults: Mapping[str, Sequence[PictureFault]] = field(default_factory=dict)
    unpublished: frozenset[str] = frozenset()
    customers: Mapping[str, CustomerFile] = field(default_factory=dict)
