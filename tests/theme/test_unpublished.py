"""What lives on progress has its markup and its styles, and does not show in a published guide yet."""

import re
from datetime import date
from pathlib import Path

import pytest
from tests.theme.gallery import Example, examples

from firstwin.editions import render_edition
from firstwin.loading import load
from firstwin.models.values import Audience

PROGRESS = re.compile(
    r'fw-(?:is-|status|meter|trail|resume|next--|win__reached)|aria-current="step"|data-fw-item="[^"]*" checked'
)
LIVING = ("meter", "resume", "status", "trail")
UNDER_WAY = {
    "next-thing": ["It is overdue", "Others have to act first", "A phase is done"],
    "page-head": ["A phase under way", "A guide under way"],
    "rail": ["Half the way"],
    "step": ["Done, folded", "In progress", "Not started"],
    "task-list": ["Under way", "Nothing begun"],
    "tick": ["Ticked"],
    "tutorial-action": ["Done", "In progress", "Not started"],
    "verify": ["It works"],
    "win": ["Reached"],
}
SHOWN = [
    example
    for component in (*LIVING, *UNDER_WAY)
    for example in examples(component)
    if example.title in UNDER_WAY.get(component, [example.title])
]


@pytest.mark.parametrize("audience", list(Audience))
def test_no_published_page_shows_progress(audience: Audience, repository: Path) -> None:
    loaded = load(repository / "site_config.yml", today=date(2026, 11, 22))
    assert loaded.catalog
    rendered, _ = render_edition(loaded.project, loaded.catalog, audience)
    found = {path: PROGRESS.findall(text.decode()) for path, text in rendered.markdown.items()}
    assert len(found) > 20
    assert not [path for path in found if found[path]]


@pytest.mark.parametrize("example", SHOWN, ids=lambda each: f"{each.component}: {each.title}")
def test_it_would_be_noticed(example: Example) -> None:
    assert PROGRESS.search(example.html)
