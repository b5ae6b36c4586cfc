"""The faults of page templates, with their permanent codes.

In: nothing. Out: `Code`s. Only templates of the project's own can have them: those of firstwin are
tested.
"""

from __future__ import annotations

from typing import Final

from firstwin.diagnostics import Code, Severity

TEMPLATE_UNDEFINED: Final = Code(
    id="FW801",
    severity=Severity.ERROR,
    title="A template uses a name that is not defined",
    explanation=(
        "A page template is given `view`, the page's view model, and `say` and `counted` for what the "
        "site says by itself. A name that nothing has is an error, so that nothing is left out of a page "
        "in silence. The view models are listed in the module `firstwin.pages.views`."
    ),
    wrong="{{ view.titel }}",
    right="{{ view.title }}",
)
TEMPLATE_SYNTAX: Final = Code(
    id="FW802",
    severity=Severity.ERROR,
    title="A template cannot be read",
    explanation=(
        "The template is not valid Jinja: a statement or expression is not closed, or a tag or "
        "filter has a name that Jinja does not know."
    ),
    wrong="{% if view.outcome %}{{ view.outcome }}",
    right="{% if view.outcome %}{{ view.outcome }}{% endif %}",
)
TEMPLATE_MISSING: Final = Code(
    id="FW803",
    severity=Severity.ERROR,
    title="A template names another one that is not there",
    explanation=(
        "What a template includes, imports or extends is looked up in the project's `templates/` "
        "first, then among the page templates of firstwin and its components."
    ),
    wrong='{% from "components/steps/step.html" import step %}',
    right='{% from "components/step/step.html" import step %}',
)
TEMPLATE_FAILED: Final = Code(
    id="FW804",
    severity=Severity.ERROR,
    title="A template fails while it renders a page",
    explanation=(
        "An expression of the template cannot be computed: a macro is called with other arguments "
        "than it takes, a text is added to a number, a list is taken for a text."
    ),
    wrong="{{ view.number + view.title }}",
    right="{{ view.number }} {{ view.title }}",
)
