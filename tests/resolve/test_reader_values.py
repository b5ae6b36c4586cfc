"""What a reader wrote down, in the texts of later steps: its place is there, and what stands in it until a script knows."""

from pathlib import Path

import pytest
from tests.resolve.small import small_guides, with_steps

STEPS = """\
- id: ask
  title: Ask
  owner: admin
  day: 3
  done_when: Asked.
  fields:
    workspace: "Your <workspace> at {{ company.name }}"
- id: look
  title: Look
  owner: admin
  day: 4
  done_when: Seen.
  text: "%s"
"""
PLACE = '<span data-fw-value="%s">(Your &lt;workspace&gt; at Tarn)</span>'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ reader.workspace }}", PLACE % "reader.workspace"),
        ("**{{ reader.workspace }}**", f"<strong>{PLACE}</strong>" % "reader.workspace"),
        (
            "{{ reader.ask.workspace }}, {{ company.name }}",
            f"{PLACE}, Tarn" % "reader.ask.workspace",
        ),
        (
            "[it {{ reader.workspace }}](https://a.test)",
            f'<a href="https://a.test">it {PLACE}</a>' % "reader.workspace",
        ),
    ],
)
def test_the_label_stands_where_a_script_puts_what_was_written(
    text: str, shown: str, tmp_path: Path
) -> None:
    guides = small_guides(tmp_path, with_steps(STEPS % text)).guides
    (prose,) = {
        step.text for guide in guides for phase in guide.phases for step in phase.steps if step.text
    }
    assert prose == shown
