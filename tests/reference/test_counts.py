"""A guide of the reference playbooks says as many steps as the progress of its reader counts."""

from pathlib import Path

import pytest
from tests.pages.test_guide_data import guides_in

from firstwin.loading import load
from firstwin.models.values import Audience
from firstwin.pages import lay_out
from firstwin.pages.views import GuideView
from firstwin.resolve import resolve
from firstwin.select import select
from firstwin.words import words_in


@pytest.mark.parametrize("audience", Audience)
def test_a_guide_says_as_many_steps_as_are_counted(repository: Path, audience: Audience) -> None:
    """`theme/scripts/guide/progress.ts` counts them. No plan here has choices of steps."""
    catalog = load(repository / "site_config.yml").catalog
    assert catalog
    pages = lay_out(resolve(select(catalog, audience)), words_in("en"))
    guides, said = guides_in(pages.outline.files), []
    for page in pages.pages:
        if isinstance(page.view, GuideView) and page.view.counted:
            phases = guides[page.chrome.guide]["phases"]
            steps = [step for phase in phases if not phase.get("after") for step in phase["steps"]]
            asked = [step["boxes"] for step in steps if not step.get("optional")]
            count = sum(any(len(box) == 1 or not box[1] for box in boxes) for boxes in asked)
            assert page.view.counted == f"{count} steps for you", page.path
            said.append(page.path)
    assert len(said) > 5
