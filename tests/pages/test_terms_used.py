"""The glossary of a guide explains the terms that its plan uses, wherever they stand; that of the site explains all."""

import re
from pathlib import Path

import pytest
from tests.pages.small import pages_of
from tests.resolve.small import small_guides, with_steps

from firstwin.models.values import Audience
from firstwin.pages import Page, lay_out
from firstwin.pages.views import GlossaryView
from firstwin.words import words_in

GLOSSARY = "playbooks/glossary.yml"
TERMS = """
glossary:
  spoken: {title: cairn stone, meaning: "A stone, as [ours](term:behind-a-link).", also: [cairn stones]}
  in-a-title: {title: R&D, meaning: Research.}
  linked: {title: seldom said, meaning: A word.}
  listed: {title: never said, meaning: A word.}
  behind-a-link: {title: unsaid, meaning: Kept in the ledger.}
  in-a-meaning: {title: ledger, meaning: A book.}
  of-a-role: {title: trainer, meaning: Who teaches.}
  of-the-tutorial: {title: signpost, meaning: It shows the way.}
  of-a-metric: {title: headcount, meaning: How many there are.}
  milestone: {title: milestone, meaning: An outcome.}
  quick-win: {title: quick win, meaning: Small and early.}
  first-win: {title: first win, meaning: The first that counts.}
  of-nobody: {title: lighthouse, meaning: Nobody says it.}
  in-code: {title: token, meaning: Only code says it.}
"""
STEPS = """
- id: stones
  title: Visit R&D
  owner: admin
  day: 3
  summary: Lay [these](term:linked) *cairn* stones, two cairn stones and `token`.
  with: [trainer]
  links: [{title: Read, url: "term:listed"}]
  quick_win: {title: One stone, text: It lies.}
- {use: walk, owner: admin, day: 4}
"""
WALK = """
type: tutorial
title: Walk
minutes: 5
goal: You walked.
actions: {go: {do: Follow the signpost., see: A gate.}}
verify: You are there.
"""
UNUSED = """
type: tutorial
title: Sail
minutes: 5
goal: You reach the lighthouse.
actions: {go: {do: Go., see: A gate.}}
verify: You are there.
"""
METRICS = """
metrics:
  used: {title: In use, meaning: The headcount., formula: users, targets: {gold: {value: 70 %, source: Us}}}
"""


def terms_on(page: Page) -> set[str]:
    assert isinstance(page.view, GlossaryView)
    return {term.id for term in page.view.terms}


def glossaries(folder: Path, files: dict[str, str]) -> dict[str, set[str]]:
    pages = lay_out(small_guides(folder, {GLOSSARY: TERMS, **files}), words_in("en")).pages
    return {page.path: terms_on(page) for page in pages if isinstance(page.view, GlossaryView)}


def test_a_guide_explains_what_its_plan_uses(tmp_path: Path) -> None:
    files = with_steps(STEPS)
    files["playbooks/library/walk.yml"] = WALK
    files["playbooks/library/sail.yml"] = UNUSED
    files["playbooks/metrics.yml"] = METRICS

    found = glossaries(tmp_path, files)

    every = set(re.findall("^  ([a-z-]+):", TERMS, re.MULTILINE))
    assert found["glossary/index.md"] == every
    assert found["gold/admin/glossary/index.md"] == every - {"of-nobody", "in-code"}
    assert found["gold/sponsor/glossary/index.md"] == found["gold/admin/glossary/index.md"]


def test_a_guide_that_uses_no_term_explains_all(tmp_path: Path) -> None:
    """A page that is there says something."""
    no_term = "glossary: {of-nobody: {title: lighthouse, meaning: Nobody says it.}}"
    found = glossaries(tmp_path, {GLOSSARY: no_term})
    assert found["gold/admin/glossary/index.md"] == {"of-nobody"}


@pytest.mark.parametrize("audience", list(Audience))
def test_what_pages_of_a_guide_open_is_explained_there(audience: Audience) -> None:
    pages = pages_of(audience).pages
    explained = {
        page.place: terms_on(page) for page in pages if isinstance(page.view, GlossaryView)
    }
    opened = [
        (page.glossary, gloss.url.rpartition("#")[2]) for page in pages for gloss in page.glosses
    ]
    assert opened
    assert all(term in explained[place] for place, term in opened)
