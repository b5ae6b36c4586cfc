"""Whether a step helped: asked where the site says where the answer goes, and nowhere else."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from tests.pages.small import block, steps_in
from tests.resolve.small import SHARED, small_guides, with_steps

from firstwin.pages import lay_out
from firstwin.pages.views import PhaseView
from firstwin.words import words_in

STEPS = """
- {id: call, title: "Call & talk", owner: admin, day: 2, done_when: You talked.}
- {id: theirs, title: Look at it, owner: csm, day: 3, informed: [admin], done_when: It is looked at.}
"""


def asked(folder: Path, feedback: str) -> list[Mapping[str, Any]]:
    """What each step of the admin's guide asks."""
    config = f"{SHARED['site_config.yml']}{feedback}\n"
    guides = small_guides(folder, {**with_steps(STEPS), "site_config.yml": config})
    pages = {page.path: page.view for page in lay_out(guides, words_in("en")).pages}
    view = pages["gold/admin/begin/index.md"]
    assert isinstance(view, PhaseView)
    return [block(step, "feedback") for step in steps_in(view) if step.form == "own"]


def test_without_an_address_nothing_is_asked(tmp_path: Path) -> None:
    assert [each for each in asked(tmp_path, "") if each] == []


def test_a_mail_says_which_step_and_what(tmp_path: Path) -> None:
    call = asked(tmp_path, "feedback: mailto:guides@cairn.test")[0]

    assert call["of"] == "Call & talk"
    assert [(link.label, link.answer, unquote(link.url)) for link in call["links"]] == [
        (
            label,
            answer,
            f"mailto:guides@cairn.test?subject={subject}: Call & talk&body=\n\ngold/call",
        )
        for label, answer, subject in [
            ("Yes", "yes", "It helped"),
            ("No", "no", "It did not help"),
            ("Ask a question", "question", "Question"),
        ]
    ]
    assert all(link.url.count("&") == 1 for link in call["links"])


@pytest.mark.parametrize(
    ("form", "urls"),
    [
        (
            "https://forms.test/?of={step}&said={answer}",
            [
                f"https://forms.test/?of=gold%2Fcall&said={answer}"
                for answer in ("yes", "no", "question")
            ],
        ),
        ("https://forms.test/ask", ["https://forms.test/ask"]),
    ],
)
def test_a_form_gets_what_it_asks_for(tmp_path: Path, form: str, urls: list[str]) -> None:
    call = asked(tmp_path, f"feedback: {form}")[0]

    assert [link.url for link in call["links"]] == urls
