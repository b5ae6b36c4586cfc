"""No tier and no phase can have the name of a folder that the site has of its own; other names are told apart.

`validate` keeps the names and `pages` makes the folders; neither may import the other.
"""

import random
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.pages.small import pages_of
from tests.resolve.small import SHARED, small_guides, with_steps

from firstwin.models.values import Audience
from firstwin.pages import Page, lay_out
from firstwin.pages.guide_places import OWN
from firstwin.pages.views import PhaseView, QuizView
from firstwin.validate.places import LIBRARY
from firstwin.validate.reference_codes import TAKEN_NAME
from firstwin.validate.taken import GIVING_WAY, TAKEN_BY_A_GUIDE, TAKEN_BY_THE_SITE
from firstwin.words import words_in

OF_THE_ENGINES = {"assets", "search"}
OF_PROJECTS = {"documents", "files"}
"""What only a project that offers some has."""
TIER, PHASES = "team", {"plan", "set-up", "use"}
ENTRIES = {"connect-sso", "report-quiz"}
NO_ENTRY = {"plays"}
"""Names of pages of a guide that no tutorial or quiz can have: other things are kept under them."""
PLAN = "playbooks/gold/playbook.yml"
METRICS = """
metrics:
  used: {title: In use, meaning: How many use it., formula: users, targets: {gold: {value: 70 %, source: Us}}}
"""
PLAYS = """
plays:
  late:
    title: A date slips
    trigger: It is late.
    audience: customer
    steps:
      - {id: say, title: Say so, owner: admin, day: 1, done_when: You said it.}
"""
GLOSSARY = """
glossary:
  win: {title: Win, meaning: What is won.}
"""


def test_the_folders_of_the_site_are_taken() -> None:
    pages = pages_of(Audience.INTERNAL)
    ours = {page.place.folder.partition("/")[0] for page in pages.pages} - {"", TIER}
    ours |= {path.partition("/")[0] for path in pages.outline.copies}

    assert ours | OF_THE_ENGINES | OF_PROJECTS | {LIBRARY} == TAKEN_BY_THE_SITE


def test_what_no_phase_can_be_called_is_what_a_guide_alone_has() -> None:
    folders = [page.place.folder.split("/") for page in pages_of(Audience.INTERNAL).pages]
    in_guides = {inner for tier, *rest in folders if tier == TIER for inner in rest[1:]}

    assert in_guides - PHASES - set(OWN) - ENTRIES == TAKEN_BY_A_GUIDE
    assert set(OWN) == GIVING_WAY


def test_what_gives_way_is_told() -> None:
    told = re.search(r"another page of a guide \((.*?)\)", TAKEN_NAME.explanation)
    assert told
    assert told[1].split(", ") == sorted(OWN)


PHASE = """
  - id: {id}
    title: Phase {id}
    days: 1-30
    outcome: It is done.
    steps:
      - {{id: of-{id}, title: Do {id}, owner: admin, day: 9, done_when: It is done.}}
"""
QUIZ = """
type: quiz
title: Quiz {id}
questions:
  first: {{ask: Why?, options: {{a: Yes, b: No}}, answer: a, because: It is.}}
"""


def pages_with(folder: Path, phases: Iterable[str], entries: Iterable[str]) -> dict[str, Page]:
    """The pages of a guide of a small plan with phases and quizzes of these names."""
    uses = "".join(f"- {{use: {id_}, id: use-{id_}, owner: admin, day: 3}}\n" for id_ in entries)
    files = with_steps(uses) if uses else {PLAN: SHARED[PLAN]}
    files[PLAN] += "".join(PHASE.format(id=id_) for id_ in phases)
    files |= {f"playbooks/library/{id_}.yml": QUIZ.format(id=id_) for id_ in entries}
    files["playbooks/metrics.yml"] = METRICS
    files["playbooks/glossary.yml"] = GLOSSARY
    files["playbooks/plays.yml"] = PLAYS
    pages = lay_out(small_guides(folder, files), words_in("en")).pages
    own = [page for page in pages if page.place.folder.startswith("gold/admin/")]
    assert len({page.path.casefold() for page in own}) == len(own)
    return {page.place.folder.removeprefix("gold/admin/"): page for page in own}


def test_a_phase_keeps_its_address_and_a_page_of_ours_gives_way(tmp_path: Path) -> None:
    before = pages_with(tmp_path / "before", [], [])
    assert {*OWN} <= set(before)

    pages = pages_with(tmp_path / "after", OWN, [])
    for name in OWN:
        assert isinstance(pages[name].view, PhaseView)
        assert type(pages[f"page_{name}"].view) is type(before[name].view)
    assert [item.link.url for item in pages["begin"].chrome.bar] == [
        "../",
        "../page_whole-plan/",
        "../checklist/",
        "../page_help/",
    ]
    term = pages["begin"].glossary
    assert term == pages["page_glossary"].place


def test_an_entry_gives_way_to_all_that_a_guide_has(tmp_path: Path) -> None:
    names = [*sorted({*OWN} - NO_ENTRY), "go-on", "checklist", "timeline"]
    pages = pages_with(tmp_path, ["go-on"], [*names, "report"])
    for name in names:
        assert isinstance(pages[f"entry_{name}"].view, QuizView)
        assert not isinstance(pages[name].view, QuizView)
    assert isinstance(pages["report"].view, QuizView)


@pytest.mark.parametrize("seed", range(20))
def test_whatever_things_are_called_no_two_pages_share_an_address(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    names = [*OWN, "plan", "go-on", "page-help", "entry-help", "tutorials"]
    phases, entries = (chance.sample(names, chance.randrange(len(names))) for _ in range(2))
    entries = [entry for entry in entries if entry not in NO_ENTRY]
    pages = pages_with(tmp_path, phases, entries)
    assert all(isinstance(pages[phase].view, PhaseView) for phase in phases)
    quizzes = [page for page in pages.values() if isinstance(page.view, QuizView)]
    assert len(quizzes) == len(entries)
