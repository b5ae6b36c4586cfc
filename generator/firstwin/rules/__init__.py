"""Stage 3, lint: what is valid and still wrong for a customer.

In: a `Catalog`. Out: diagnostics. One file a rule; `registry` lists them in the order of their codes,
together with the codes of the stages before.
"""

from firstwin.rules.lint import lint, linting
from firstwin.rules.registry import CODES, RULES
from firstwin.rules.rule import Rule
from firstwin.rules.stored_findings import StoredFindings
from firstwin.rules.unfinished import as_draft

__all__ = ["CODES", "RULES", "Rule", "StoredFindings", "as_draft", "lint", "linting"]
