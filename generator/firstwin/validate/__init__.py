"""Stage 2, validate: `Sources` become a `Catalog`, or diagnostics say why not.

In: `Sources`. Out: a `Catalog` with every reference resolved, and everything that is wrong with
shapes and references. A faulty piece is mended or left out, so that the rest is still looked at and
one run reports everything.
"""

from firstwin.validate.catalog import Catalog
from firstwin.validate.validate import validate

__all__ = ["Catalog", "validate"]
